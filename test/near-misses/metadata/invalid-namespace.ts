import { manifest } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      namespace: ""
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
];
