import { manifest } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
      traffic:
        - latestRevision: true
          percent: 100
          tag: preview
        - revisionName: shop-00041-abc
          tag: preview
    {{- include "shop.more" . }}
  `,
];
