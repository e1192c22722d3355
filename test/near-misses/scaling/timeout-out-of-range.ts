import { template } from '../../../src/examples.ts';

export default [
  // Below zero the published refusal is not that of the hour.
  template`
    spec:
      timeoutSeconds: -5
    #                 ^^ A request cannot take -5 seconds.
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    spec:
      timeoutSeconds: \${TIMEOUT}
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
