import { terraform } from '../../../src/examples.ts';

export default [
  // The v2 API takes it, in preview.
  terraform`
    resource "google_cloud_run_v2_worker_pool" "orders" {
      name     = "orders"
      location = "europe-west1"

      template {
        vpc_access {
          connector = "acme-vpc"
        }

        containers {
          image = "docker.io/acme/orders:3.1"
        }
      }
    }
  `,
];
