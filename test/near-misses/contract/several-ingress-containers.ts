import { terraform } from '../../../src/examples.ts';

export default [
  // Each may or may not have it.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          dynamic "ports" {
            for_each = var.ports

            content {
              container_port = ports.value
            }
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/library/redis:7.4"

          dynamic "ports" {
            for_each = var.ports

            content {
              container_port = ports.value
            }
          }
        }
      }
    }
  `,
];
