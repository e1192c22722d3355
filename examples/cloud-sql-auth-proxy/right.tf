# A ledger that reaches PostgreSQL over the VPC through the Cloud SQL Auth Proxy on localhost:5432. The proxy says
# when it is up on port 9090, where Cloud Run's probe can reach it.
resource "google_cloud_run_v2_service" "ledger" {
  name     = "ledger"
  location = "europe-west1"
  project  = "acme-bank"

  template {
    service_account = "ledger@acme-bank.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 8
    }

    vpc_access {
      egress = "PRIVATE_RANGES_ONLY"

      network_interfaces {
        network    = "core"
        subnetwork = "core-europe-west1"
      }
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
        value = "5432"
      }

      env {
        name  = "DB_USER"
        value = "ledger@acme-bank.iam"
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "1"
          memory = "1Gi"
        }
      }

      startup_probe {
        http_get {
          path = "/healthz"
          port = 8080
        }
      }
    }

    containers {
      name  = "cloud-sql-proxy"
      image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0"
      args = [
        "--port=5432",
        "--private-ip",
        "--auto-iam-authn",
        "--lazy-refresh",
        "--structured-logs",
        "--health-check",
        "--http-address=0.0.0.0",
        "--http-port=9090",
        "acme-bank:europe-west1:ledger-pg16",
      ]

      resources {
        cpu_idle = true
        limits = {
          cpu    = "500m"
          memory = "256Mi"
        }
      }

      startup_probe {
        period_seconds    = 2
        timeout_seconds   = 2
        failure_threshold = 20

        http_get {
          path = "/startup"
          port = 9090
        }
      }
    }
  }
}
