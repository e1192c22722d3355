import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ name: H2C, containerPort: 0 }]
          #                                   ^ The port of "shop" is 0, but ports go from 1 to 65535.
          #               ^^^ The port of "shop" is called "H2C", but Cloud Run knows only "http1" and "h2c".
  `,
];

export const equivalent = {
  'number.value !== undefined -> true': 'For types: an unknown number is neither less nor more than a bound.',
};
