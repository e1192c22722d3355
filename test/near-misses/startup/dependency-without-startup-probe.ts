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
            run.googleapis.com/container-dependencies: '{"web":["cloud-sql-proxy"]}'
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
              env: [{ name: DB_PORT, value: "5432" }]
            - name: cloud-sql-proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
              args: ["--port=5432", "acme-prod:europe-west1:shop"]
              livenessProbe: { httpGet: { path: /liveness, port: 9090 } }
    {{- include "shop.more" . }}
  `,
];
