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
            run.googleapis.com/cpu-throttling: "false"
            run.googleapis.com/container-dependencies: '{"collector":["web"]}'
        spec:
          containers:
            - name: web
              image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
              ports: [{ containerPort: 8080 }]
            - name: collector
              image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    {{- include "shop.more" . }}
  `,
  // Without containers nobody takes the requests.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"web\":[\"nginx\"]}"
  `,
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
];
