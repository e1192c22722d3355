# Requests reach the application without ever seeing the proxy that should guard it.
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
      name  = "nginx"
      image = "docker.io/library/nginx:1.29.3"

      startup_probe {
        tcp_socket {
          port = 80
        }
      }

      volume_mounts {
        name       = "nginx-sites"
        mount_path = "/etc/nginx"
      }
    }

    containers {
      name  = "app"
      image = "us-central1-docker.pkg.dev/acme-retail/apps/storefront:5.0.2"

      ports {
        container_port = 3000
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "1Gi"
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
