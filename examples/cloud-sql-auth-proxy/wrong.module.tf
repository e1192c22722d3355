# The sockets are made, but no container sees them, the password stands in plain text, and annotations of the v1 API
# ask for instances.
module "ledger" {
  source  = "GoogleCloudPlatform/cloud-run/google//modules/v2"
  version = "~> 0.30"

  project_id   = "acme-bank"
  location     = "europe-west4"
  service_name = "ledger"

  template_annotations = {
    "autoscaling.knative.dev/maxScale" = "10"
  }

  containers = [
    {
      container_name  = "ledger"
      container_image = "europe-west4-docker.pkg.dev/acme-bank/apps/ledger:5.2.0"
      ports           = { container_port = 8080 }
      env_vars = {
        DB_HOST     = "/cloudsql/acme-bank:europe-west4:ledger"
        DB_PASSWORD = "4-Ledgers-at-sea"
      }
      resources = { limits = { cpu = "1", memory = "512Mi" } }
    },
  ]

  volumes = [
    { name = "sql", cloud_sql_instance = { instances = ["acme-bank:europe-west4:ledger"] } },
  ]
}
