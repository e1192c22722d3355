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
        spec:
          containers:
            - name: shop
              image: docker.io/acme/shop:1.4.2
              ports: [{ containerPort: 8080 }]
            - name: proxy
              image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
              args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
              startupProbe: { httpGet: { path: /startup, port: 9090 } }
    {{- include "shop.more" . }}
  `,
  // What is no JSON does not say who waits for whom: "malformed-dependencies" reports it.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: web=proxy
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.3
  `,
  // A proxy with ports takes the requests: "exposed-database-proxy" reports it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports:
            - containerPort: 8080
        - name: pgadapter
          image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
          ports:
            - containerPort: 5432
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
