import { terraform } from '../../../src/examples.ts';

export default [
  // Beyond the largest mode it is refused, which invalid-secret-volume says.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"
        }

        volumes {
          name = "config"

          secret {
            secret       = "shop-config"
            default_mode = 0777
          }
        }
      }
    }
  `,
];
