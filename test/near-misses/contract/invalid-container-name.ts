import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containers:
        - name: CONTAINER
          image: docker.io/acme/shop:1.4.2
  `,
];

export const equivalent = {
  'name === undefined -> false': 'For types: "undefined" would be a name in order.',
};
