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
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: two containers take part in each finding.',
};
