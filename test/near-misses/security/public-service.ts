import { terraform } from '../../../src/examples.ts';

export default [
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      metadata {
        annotations = merge(var.annotations, { "run.googleapis.com/invoker-iam-disabled" = "true" })
      }

      template {
        spec {
          containers {
            image = "docker.io/acme/shop:1.4.2"
          }
        }
      }
    }
  `,
];
