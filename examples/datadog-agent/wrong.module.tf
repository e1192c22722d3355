# The module brings the Agent, but the shop does not wait for it and sends its traces elsewhere.
module "web_shop" {
  source  = "DataDog/cloud-run-datadog/google"
  version = "~> 2.2"

  name     = "web-shop"
  location = "asia-northeast1"
  project  = "acme-retail"

  datadog_api_key = var.datadog_api_key
  datadog_site    = "datadoghq.jp"
  datadog_service = "web-shop"

  template = {
    service_account = "web-shop@acme-retail.iam.gserviceaccount.com"

    scaling = {
      min_instance_count = 1
      max_instance_count = 20
    }

    containers = [
      {
        name  = "shop"
        image = "asia-northeast1-docker.pkg.dev/acme-retail/apps/web-shop:3.4.1"
        ports = { container_port = 8080 }
        resources = {
          cpu_idle = false
          limits   = { cpu = "2", memory = "1Gi" }
        }
        env = [
          { name = "DD_TRACE_AGENT_URL", value = "http://localhost:8127" },
        ]
      },
    ]
  }
}
