# A web shop whose traces, metrics and logs go to Datadog through the Agent beside it. All containers always have
# CPU, and the shop starts when the Agent is up, so no telemetry is lost.
resource "google_cloud_run_v2_service" "web_shop" {
  name     = "web-shop"
  location = "asia-northeast1"
  project  = "acme-retail"

  template {
    labels          = { service = "web-shop" }
    service_account = "web-shop@acme-retail.iam.gserviceaccount.com"

    scaling {
      min_instance_count = 1
      max_instance_count = 20
    }

    containers {
      name       = "shop"
      image      = "asia-northeast1-docker.pkg.dev/acme-retail/apps/web-shop:3.4.1"
      depends_on = ["datadog-agent"]

      ports {
        container_port = 8080
      }

      env {
        name  = "DD_SERVICE"
        value = "web-shop"
      }

      env {
        name  = "DD_ENV"
        value = "production"
      }

      env {
        name  = "DD_VERSION"
        value = "3.4.1"
      }

      env {
        name  = "DD_LOGS_INJECTION"
        value = "true"
      }

      env {
        name  = "DD_TRACE_AGENT_URL"
        value = "http://localhost:8126"
      }

      resources {
        cpu_idle = false
        limits = {
          cpu    = "2"
          memory = "1Gi"
        }
      }

      startup_probe {
        http_get {
          path = "/healthz"
          port = 8080
        }
      }

      volume_mounts {
        name       = "logs"
        mount_path = "/shared-volume"
      }
    }

    containers {
      name  = "datadog-agent"
      image = "gcr.io/datadoghq/serverless-init:1.7.8"

      env {
        name = "DD_API_KEY"

        value_source {
          secret_key_ref {
            secret  = "datadog-api-key"
            version = "3"
          }
        }
      }

      env {
        name  = "DD_SITE"
        value = "ap1.datadoghq.com"
      }

      env {
        name  = "DD_SERVICE"
        value = "web-shop"
      }

      env {
        name  = "DD_ENV"
        value = "production"
      }

      env {
        name  = "DD_VERSION"
        value = "3.4.1"
      }

      env {
        name  = "DD_HEALTH_PORT"
        value = "5555"
      }

      env {
        name  = "DD_SERVERLESS_LOG_PATH"
        value = "/shared-volume/logs/*.log"
      }

      resources {
        cpu_idle = false
        limits = {
          cpu    = "1"
          memory = "512Mi"
        }
      }

      startup_probe {
        period_seconds    = 5
        failure_threshold = 6

        tcp_socket {
          port = 5555
        }
      }

      volume_mounts {
        name       = "logs"
        mount_path = "/shared-volume"
      }
    }

    volumes {
      name = "logs"

      empty_dir {
        medium     = "MEMORY"
        size_limit = "256Mi"
      }
    }
  }
}
