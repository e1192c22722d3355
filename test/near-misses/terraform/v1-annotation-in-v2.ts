import { terraform } from '../../../src/examples.ts';

export default [
  // The name is misspelt, but there is an argument for what it means.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        annotations = {
          "run.googleapis.com/session-affinity" = "true"
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A v2 resource takes no annotation "run.googleapis.com/session-affinity". Set "session_affinity" instead.
        }

        containers {
          image = "docker.io/acme/shop:1.4.2"
        }
      }
    }
  `,
];
