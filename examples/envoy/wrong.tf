# Two containers claim the requests, so the deploy is refused; and both want port 8080 of the one network they share.
resource "google_cloud_run_v2_service" "inventory_api" {
  name     = "inventory-api"
  location = "us-east1"
  project  = "acme-retail"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"

  template {
    service_account = "inventory-api@acme-retail.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 30
    }

    containers {
      name  = "envoy"
      image = "docker.io/envoyproxy/envoy:v1.36.2"
      args  = ["--config-path", "/etc/envoy-config/envoy.yaml"]

      ports {
        name           = "h2c"
        container_port = 8080
      }

      volume_mounts {
        name       = "envoy-config"
        mount_path = "/etc/envoy-config"
      }
    }

    containers {
      name  = "inventory"
      image = "us-east1-docker.pkg.dev/acme-retail/apps/inventory:0.27.0"

      ports {
        container_port = 8080
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "512Mi"
        }
      }
    }

    volumes {
      name = "envoy-config"

      secret {
        secret = "inventory-envoy"

        items {
          path    = "envoy.yaml"
          version = "9"
        }
      }
    }
  }
}
