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
  // Here it turns on `!dependencies.isReadable`.
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
  // Here it turns on `agent.container.hasPorts`.
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
  // Here it turns on `needs.role`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: tailscale
          image: docker.io/tailscale/tailscale:v1.78.1
  `,
  // Here it turns on `agent.role === 'metrics-scraper' || agent.product?.order === 'after-app'`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: scraper
          image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
  `,
  // Here it turns on `dependencies.waitsFor(agent.container, container)`.
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
  // Here it turns on `isMonitoring(role)`.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
