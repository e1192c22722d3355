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

          ports {
            container_port = 8080
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/library/redis:7.4"

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
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            cpu_idle = true
          }

          ports {
            container_port = 8080
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/library/redis:7.4"

        }
      }

    }
  `,
];
