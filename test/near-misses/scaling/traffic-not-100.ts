import { terraform } from '../../../src/examples.ts';

export default [
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"
        }
      }

      traffic {
        type     = "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"
        revision = "shop-v2"
        percent  = 60
      }

      dynamic "traffic" {
        for_each = var.targets

        content {
          type    = "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"
          percent = traffic.value
        }
      }
    }
  `,
];
