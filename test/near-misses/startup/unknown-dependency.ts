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
        metadata:
          annotations:
            run.googleapis.com/container-dependencies: '{"web":["datadog-agnet"]}'
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: datadog-agent
              image: gcr.io/datadoghq/serverless-init:1.7.5
              env: [{ name: DD_HEALTH_PORT, value: "5555" }]
              startupProbe: { tcpSocket: { port: 5555 } }
    {{- include "shop.more" . }}
  `,
];
