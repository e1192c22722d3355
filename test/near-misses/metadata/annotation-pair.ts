import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        note: docs.example.com/shop
        value: "7"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
