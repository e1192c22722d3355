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
  // What is set already is not set again.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      autogenerate_revision_name = true

      template {
        metadata {
          name = "shop-1"
    #            ^^^^^^^^ The revision name "shop-1" can be applied only once. Remove it and set "autogenerate_revision_name = true".
        }

        spec {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }
    }
  `,
];
