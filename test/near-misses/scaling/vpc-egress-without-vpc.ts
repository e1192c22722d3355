import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/vpc-access-egress: ~
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/vpc-access-egress: "\${EGRESS}"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
