import { terraform } from '../../../src/examples.ts';

export default [
  // The v1 resource has an annotation for it.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        spec {
          containers {
            image = "docker.io/acme/shop:1.4.2"

            resources {
              limits = {
                memory = "1Gi"
              }
            }
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
        containers {
          image = "docker.io/acme/shop:1.4.2"

          dynamic "resources" {
            for_each = var.sizes

            content {
              limits = resources.value
            }
          }
        }

      }

    }
  `,
];
