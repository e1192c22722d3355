# Nginx takes the requests, checks and compresses, and passes them on to a Node.js application on port 3000.
resource "google_cloud_run_v2_service" "storefront" {
  name     = "storefront"
  location = "us-central1"
  project  = "acme-retail"

  template {
    service_account = "storefront@acme-retail.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 50
    }

    containers {
      name       = "nginx"
      image      = "docker.io/library/nginx:1.29.3"
      depends_on = ["app"]

      ports {
        container_port = 8080
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "500m"
          memory = "256Mi"
        }
      }

      startup_probe {
        period_seconds    = 2
        failure_threshold = 10

        tcp_socket {
          port = 8080
        }
      }

      volume_mounts {
        name       = "nginx-sites"
        mount_path = "/etc/nginx/conf.d"
      }
    }

    containers {
      name  = "app"
      image = "us-central1-docker.pkg.dev/acme-retail/apps/storefront:5.0.2"

      env {
        name  = "PORT"
        value = "3000"
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "1Gi"
        }
      }

      startup_probe {
        period_seconds    = 2
        failure_threshold = 30

        http_get {
          path = "/healthz"
          port = 3000
        }
      }
    }

    volumes {
      name = "nginx-sites"

      secret {
        secret = "storefront-nginx-sites"

        items {
          path    = "default.conf"
          version = "12"
        }
      }
    }
  }
}
