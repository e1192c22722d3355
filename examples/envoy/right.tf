# Envoy terminates gRPC from the load balancer, checks tokens and passes calls on to a Go server on port 50051.
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
      name       = "envoy"
      image      = "docker.io/envoyproxy/envoy:v1.36.2"
      args       = ["--config-path", "/etc/envoy-config/envoy.yaml"]
      depends_on = ["inventory"]

      ports {
        name           = "h2c"
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
        failure_threshold = 15

        tcp_socket {
          port = 8080
        }
      }

      volume_mounts {
        name       = "envoy-config"
        mount_path = "/etc/envoy-config"
      }
    }

    containers {
      name  = "inventory"
      image = "us-east1-docker.pkg.dev/acme-retail/apps/inventory:0.27.0"

      env {
        name  = "PORT"
        value = "50051"
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "512Mi"
        }
      }

      startup_probe {
        period_seconds    = 2
        failure_threshold = 15

        grpc {
          port = 50051
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
