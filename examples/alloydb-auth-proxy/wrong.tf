# The outside world is let in to the database proxy, which is told of a Cloud SQL instance with a Cloud SQL flag.
resource "google_cloud_run_v2_service" "search" {
  name     = "search"
  location = "us-central1"
  project  = "acme-retail"

  template {
    service_account = "search@acme-retail.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 8
    }

    containers {
      name  = "search"
      image = "us-central1-docker.pkg.dev/acme-retail/apps/search:0.14.0"

      env {
        name  = "PGHOST"
        value = "localhost"
      }

      env {
        name  = "PGPORT"
        value = "5432"
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
      name  = "alloydb-auth-proxy"
      image = "gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.6"
      args = [
        "--port=5432",
        "--private-ip",
        "acme-retail:us-central1:catalog-primary",
      ]

      ports {
        container_port = 5432
      }

      resources {
        cpu_idle = true
        limits = {
          cpu    = "500m"
          memory = "256Mi"
        }
      }
    }
  }
}
