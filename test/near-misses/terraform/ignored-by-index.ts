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

          startup_probe {
            tcp_socket {
              port = 6379
            }
          }
        }
      }

      lifecycle {
        create_before_destroy = true
        ignore_changes        = [template[0].containers[1].image, "template", template[0].scaling]
          #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This ignores a container by its position, which is "cache" only as long as no other comes before it. Keep it there, and say so in a comment.
      }

      timeouts {
        create = "10m"
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

          ports {
            container_port = 8080
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/library/redis:7.4"

        }
      }

      lifecycle {
        ignore_changes = all
      }
    }
  `,
];
