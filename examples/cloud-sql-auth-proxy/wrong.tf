# The application dials 5433 where the proxy listens on 5432; and the probe knocks at a door that opens only from inside.
resource "google_cloud_run_v2_service" "ledger" {
  name     = "ledger"
  location = "europe-west1"
  project  = "acme-bank"

  template {
    service_account = "ledger@acme-bank.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 8
    }

    containers {
      name       = "ledger"
      image      = "europe-west1-docker.pkg.dev/acme-bank/apps/ledger:4.2.0"
      depends_on = ["cloud-sql-proxy"]

      ports {
        container_port = 8080
      }

      env {
        name  = "DB_HOST"
        value = "127.0.0.1"
      }

      env {
        name  = "DB_PORT"
        value = "5433"
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
      name  = "cloud-sql-proxy"
      image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0"
      args  = ["--port=5432", "--private-ip", "acme-bank:europe-west1:ledger-pg16"]

      resources {
        cpu_idle = true
        limits = {
          cpu    = "500m"
          memory = "256Mi"
        }
      }

      startup_probe {
        tcp_socket {
          port = 5432
        }
      }
    }
  }
}
