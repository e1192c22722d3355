# A ledger by Google's own module. Its database is reached by the sockets that Cloud Run makes.
module "ledger" {
  source  = "GoogleCloudPlatform/cloud-run/google//modules/v2"
  version = "~> 0.30"

  project_id   = "acme-bank"
  location     = "europe-west4"
  service_name = "ledger"

  template_scaling = {
    min_instance_count = 1
    max_instance_count = 10
  }

  containers = [
    {
      container_name  = "ledger"
      container_image = "europe-west4-docker.pkg.dev/acme-bank/apps/ledger:5.2.0"
      ports           = { container_port = 8080 }
      env_vars        = { DB_HOST = "/cloudsql/acme-bank:europe-west4:ledger" }
      env_secret_vars = { DB_PASSWORD = { secret = "ledger-db", version = "7" } }
      volume_mounts   = [{ name = "sql", mount_path = "/cloudsql" }]
      resources       = { limits = { cpu = "1", memory = "512Mi" } }
    },
  ]

  volumes = [
    { name = "sql", cloud_sql_instance = { instances = ["acme-bank:europe-west4:ledger"] } },
  ]
}
