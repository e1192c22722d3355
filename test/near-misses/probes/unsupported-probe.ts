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

          startup_probe {
            dynamic "http_get" {
              for_each = var.paths

              content {
                path = http_get.value
              }
            }

            dynamic "tcp_socket" {
              for_each = var.ports

              content {
                port = tcp_socket.value
              }
            }
          }
        }
      }
    }
  `,
];
