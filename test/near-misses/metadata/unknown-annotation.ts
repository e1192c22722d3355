import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/warehouse: north
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/warehouse".
        acme.example/warehouse: north
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
