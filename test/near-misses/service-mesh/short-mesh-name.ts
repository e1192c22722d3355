import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/mesh: ""
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
