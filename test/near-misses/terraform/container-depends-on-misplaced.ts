import { terraform } from '../../../src/examples.ts';

export default [
  // An output of a resource is a text, and may be a name.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"
          depends_on = [module.proxy.name, google_storage_bucket.shop.name, each.value]

          ports {
            container_port = 8080
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/library/redis:7.4"

        }
      }
      depends_on = ["google_project_service.run"]
    }
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }

      }
      depends_on = var.needs
    }
  `,
];
