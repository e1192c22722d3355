import { template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/identity-type: agent-identity
    spec:
      serviceAccount: shop
      containers:
        - image: docker.io/acme/shop:1.4.2
          {{- include "shop.volumes" . }}
  `,
];
