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
  `,
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
          }

          containers {
            name  = "search"
            image = "docker.io/otel/opentelemetry-collector-contrib:0.139.0"
          }
        }
      }
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        scaling {
          min_instance_count = var.least
        }

        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          ports {
            container_port = 8080
          }
        }

        containers {
          name  = "collector"
          image = "docker.io/otel/opentelemetry-collector-contrib:0.139.0"
        }
      }
    }
  `,
  // An agent alone is the application.
  template`
    spec:
      containers:
        - name: datadog
          image: gcr.io/datadoghq/serverless-init:1
  `,
];
