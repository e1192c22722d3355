import { terraform } from '../../../src/examples.ts';

export default [
  // A newer provider may have both.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      scaling {
        min_instance_count = 1
      }

      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

          startup_probe {
            timeout_second = 3
    #       ^^^^^^^^^^^^^^ There is no "timeout_second" here. Did you mean "timeout_seconds"?
            tcp_socket {
              port = 8080
            }
          }
        }

        vpc_access {
          min_instance_count = 1
        }
      }

    }
  `,
];
