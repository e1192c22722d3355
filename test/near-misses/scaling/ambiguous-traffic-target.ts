import { manifest } from '../../../src/examples.ts';

export default [
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
        - latestRevision: false
          percent: 100
          {{- include "shop.target" . }}
  `,
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      labels: { cloud.googleapis.com/location: europe-west1 }
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
      traffic:
        - { latestRevision: true, percent: 100, url: ~, configurationName: ~ }
  `,
];
