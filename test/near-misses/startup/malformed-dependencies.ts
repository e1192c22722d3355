import { manifest, template } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/container-dependencies:
              web: [collector]
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: collector
              image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
              startupProbe: { httpGet: { path: /, port: 13133 } }
    {{- include "shop.more" . }}
  `,
  // Here it turns on `!dependencies.exists`.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: null
  `,
];
