import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/post-key-revocation-action-type: shut-down
        {{- include "shop.annotations" . }}
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
];
