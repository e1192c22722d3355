# An order service that sends OTLP over gRPC to an OpenTelemetry Collector, which batches it in the background.
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  project  = "acme-retail"

  template {
    service_account = "orders@acme-retail.iam.gserviceaccount.com"

    scaling {
      min_instance_count = 1
      max_instance_count = 10
    }

    containers {
      name       = "orders"
      image      = "europe-west1-docker.pkg.dev/acme-retail/apps/orders:1.9.0"
      depends_on = ["collector"]

      ports {
        container_port = 8080
      }

      env {
        name  = "OTEL_SERVICE_NAME"
        value = "orders"
      }

      env {
        name  = "OTEL_EXPORTER_OTLP_ENDPOINT"
        value = "http://localhost:4317"
      }

      env {
        name  = "OTEL_EXPORTER_OTLP_PROTOCOL"
        value = "grpc"
      }

      resources {
        cpu_idle = false
        limits = {
          cpu    = "1"
          memory = "1Gi"
        }
      }

      startup_probe {
        http_get {
          path = "/readyz"
          port = 8080
        }
      }
    }

    containers {
      name  = "collector"
      image = "docker.io/otel/opentelemetry-collector-contrib:0.139.0"
      args  = ["--config=/etc/otelcol-contrib/config.yaml"]

      resources {
        cpu_idle = false
        limits = {
          cpu    = "500m"
          memory = "512Mi"
        }
      }

      startup_probe {
        period_seconds    = 5
        failure_threshold = 6

        http_get {
          path = "/"
          port = 13133
        }
      }

      volume_mounts {
        name       = "collector-config"
        mount_path = "/etc/otelcol-contrib"
      }
    }

    volumes {
      name = "collector-config"

      secret {
        secret = "orders-collector-config"

        items {
          path    = "config.yaml"
          version = "7"
        }
      }
    }
  }
}
