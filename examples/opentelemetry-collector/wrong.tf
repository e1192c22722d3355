# The deploy of this one is refused; and once it is not, the spans time out.
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  project  = "acme-retail"

  template {
    service_account = "orders@acme-retail.iam.gserviceaccount.com"

    scaling {
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
        value = "http://localhost:4318"
      }

      env {
        name  = "OTEL_EXPORTER_OTLP_PROTOCOL"
        value = "grpc"
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "1Gi"
        }
      }
    }

    containers {
      name  = "collector"
      image = "docker.io/otel/opentelemetry-collector-contrib:latest"
      args  = ["--config=/etc/otelcol-contrib/config.yaml"]

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
