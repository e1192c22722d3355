import { terraform } from '../../../src/examples.ts';

export default [
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

        }
        revision = "shop-v2"
      }

    }
  `,
];
