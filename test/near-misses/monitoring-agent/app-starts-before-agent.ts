import { template, terraform } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        {{- toYaml .Values.annotations | nindent 4 }}
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          startupProbe: { tcpSocket: { port: 4318 } }
  `,
  // What is merged in may have the start order.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        metadata {
          annotations = merge(var.annotations, { "run.googleapis.com/cpu-throttling" = "false" })
        }

        spec {
          containers {
            name  = "shop"
            image = "docker.io/acme/shop:1.4.2"

            ports {
              container_port = 8080
            }

            env {
              name  = "OTEL_EXPORTER_OTLP_ENDPOINT"
              value = "http://localhost:4317"
            }
          }

          containers {
            name  = "collector"
            image = "docker.io/otel/opentelemetry-collector-contrib:0.139.0"
          }
        }
      }
    }
  `,
  // An empty annotation does not say who waits for whom.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: ""
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
  // An agent with ports takes the requests: "exposed-agent" reports it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports:
            - containerPort: 8080
        - name: datadog
          image: gcr.io/datadoghq/agent:7
          ports:
            - containerPort: 8126
  `,
  // A tunnel is no agent of a library's in the application.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: tailscale
          image: docker.io/tailscale/tailscale:v1.78.1
  `,
  // A scraper asks the application, and so comes after it.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: scraper
          image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
  `,
  // The agent waits for the application, so the two cannot be the other way round.
  template`
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: "{\"collector\":[\"shop\"]}"
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/acme/collector:1.4.2
  `,
  // An application that is a collector itself needs no other to be up.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
  // The agent takes the requests.
  template`
    spec:
      containers:
        - { name: shop, image: "docker.io/acme/shop:1.4.2", env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }] }
        - { name: collector, image: "docker.io/otel/opentelemetry-collector-contrib:0.136.0", ports: [{ containerPort: 4318 }] }
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
