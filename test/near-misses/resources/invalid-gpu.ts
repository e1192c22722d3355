import { terraform } from '../../../src/examples.ts';

export default [
  // A block that may or may not be there asks for no GPU.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        dynamic "node_selector" {
          for_each = var.gpus

          content {
            accelerator = node_selector.value
          }
        }

        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = { cpu = "4", memory = "16Gi" }
          }
        }
      }
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        node_selector {
          accelerator = "nvidia-l4"
        }

        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = var.limits
          }
        }
      }
    }
  `,
];
