import { template } from '../../../src/examples.ts';

export default [
  // Who waits for what is not there is reported by "unknown-dependency".
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"web\":[\"datadog-agnet\"]}"
    spec:
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          ports: [{ containerPort: 8080 }]
  `,
  // Who is not there waits for nobody: "unknown-dependency" reports it.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"shop\":[\"collector\"]}"
    spec:
      containers:
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
  // Prometheus itself is scraped once it is up, as an application is.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"collector\":[\"shop\"]}"
    spec:
      containers:
        - name: shop
          image: docker.io/prom/prometheus:v3.0.1
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
  `,
];
