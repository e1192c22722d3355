import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop-for-the-orders-of-all-the-customers-of-europe
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
      traffic:
        - { latestRevision: true, percent: 100 }
        - { revisionName: shop-00007-abc }
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: "\${NAME}"
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
      traffic:
        - { latestRevision: true, percent: 100, tag: the-one-for-the-orders-of-all-customers-of-europe }
  `,
];
