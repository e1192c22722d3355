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
            - name: caddy
              image: docker.io/library/caddy:2.10.2
              args: ["caddy", "reverse-proxy", "--from", ":8080", "--to", "localhost:8080"]
              ports: [{ containerPort: 8080 }]
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    {{- include "shop.more" . }}
  `,
];
