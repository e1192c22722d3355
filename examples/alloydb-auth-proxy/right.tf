# A search service that reaches AlloyDB through its Auth Proxy. Only the application has a port that Cloud Run opens.
resource "google_cloud_run_v2_service" "search" {
  name     = "search"
  location = "us-central1"
  project  = "acme-retail"

  template {
    service_account = "search@acme-retail.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 8
    }

    vpc_access {
      egress = "PRIVATE_RANGES_ONLY"

      network_interfaces {
        network    = "core"
        subnetwork = "core-us-central1"
      }
    }

    containers {
      name       = "search"
      image      = "us-central1-docker.pkg.dev/acme-retail/apps/search:0.14.0"
      depends_on = ["alloydb-auth-proxy"]

      ports {
        container_port = 8080
      }

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

      startup_probe {
        http_get {
          path = "/healthz"
          port = 8080
        }
      }
    }

    containers {
      name  = "alloydb-auth-proxy"
      image = "gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.6"
      args = [
        "--port=5432",
        "--auto-iam-authn",
        "--lazy-refresh",
        "--health-check",
        "--http-address=0.0.0.0",
        "--http-port=9090",
        "projects/acme-retail/locations/us-central1/clusters/catalog/instances/catalog-primary",
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
