import { template } from '../../../src/examples.ts';

export default [
  template`
    spec:
      containerConcurrency: "\${CONCURRENCY}"
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
