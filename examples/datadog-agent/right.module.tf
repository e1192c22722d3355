# A web shop by Datadog's own module, which brings the Agent, its variables and the volume for logs.
module "web_shop" {
  source  = "DataDog/cloud-run-datadog/google"
  version = "~> 2.2"

  name     = "web-shop"
  location = "asia-northeast1"
  project  = "acme-retail"

  datadog_api_key = var.datadog_api_key
  datadog_site    = "ap1.datadoghq.com"
  datadog_service = "web-shop"
  datadog_env     = "production"
  datadog_version = "3.4.1"

  datadog_sidecar = {
    name  = "datadog-agent"
    image = "gcr.io/datadoghq/serverless-init:1.7.8"
  }

  template = {
    service_account = "web-shop@acme-retail.iam.gserviceaccount.com"

    scaling = {
      min_instance_count = 1
      max_instance_count = 20
    }

    containers = [
      {
        name       = "shop"
        image      = "asia-northeast1-docker.pkg.dev/acme-retail/apps/web-shop:3.4.1"
        depends_on = ["datadog-agent"]
        ports      = { container_port = 8080 }
        resources = {
          cpu_idle = false
          limits   = { cpu = "2", memory = "1Gi" }
        }
      },
    ]
  }
}
