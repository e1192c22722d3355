# The Agent is there, and still traces and logs go missing.
resource "google_cloud_run_v2_service" "web_shop" {
  name     = "web-shop"
  location = "asia-northeast1"
  project  = "acme-retail"

  template {
    service_account = "web-shop@acme-retail.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 20
    }

    containers {
      name  = "shop"
      image = "asia-northeast1-docker.pkg.dev/acme-retail/apps/web-shop:3.4.1"

      ports {
        container_port = 8080
      }

      env {
        name  = "DD_SERVICE"
        value = "web-shop"
      }

      env {
        name  = "DD_TRACE_AGENT_URL"
        value = "http://localhost:8126"
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "2"
          memory = "1Gi"
        }
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
        value = "datadoghq.jp"
      }

      env {
        name  = "DD_SERVICE"
        value = "web-shop"
      }

      env {
        name  = "DD_HEALTH_PORT"
        value = "12345"
      }

      env {
        name  = "DD_SERVERLESS_LOG_PATH"
        value = "/shared-volume/logs/*.log"
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "512Mi"
        }
      }

      startup_probe {
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
