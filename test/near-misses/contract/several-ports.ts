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
            - name: envoy
              image: docker.io/envoyproxy/envoy:v1.34.4
              ports:
                - containerPort: 8080
                - containerPort: 9901
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    {{- include "shop.more" . }}
  `,
];
