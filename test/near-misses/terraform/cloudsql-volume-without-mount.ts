import { terraform } from '../../../src/examples.ts';

export default [
  // A container that is not shown may mount it.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        dynamic "containers" {
          for_each = var.containers

          content {
            image = containers.value
          }
        }

        volumes {
          name = "sql"

          cloud_sql_instance {
            instances = ["acme-prod:europe-west1:shop"]
          }
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
          image = "docker.io/acme/shop:1.4.2"

          volume_mounts {
            name       = var.volume
            mount_path = "/cloudsql"
          }
        }

        volumes {
          name = "sql"

          cloud_sql_instance {
            instances = ["acme-prod:europe-west1:shop"]
          }
        }

        volumes {
          name = var.volume

          cloud_sql_instance {
            instances = ["acme-prod:europe-west1:other"]
          }
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
          image = "docker.io/acme/shop:1.4.2"

        }

        volumes {
          name = var.volume

          cloud_sql_instance {
            instances = ["acme-prod:europe-west1:other"]
          }
        }

        volumes {
          name = "config"

          secret {
            secret = "shop-config"
          }
        }
      }

    }
  `,
  // Which of two containers wants it is not clear: no fix.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"
        }

        containers {
          name  = "cache"
          image = "docker.io/acme/cache:1.4.2"
        }

        volumes {
          name = "sql"
    #            ^^^^^ No container mounts the Cloud SQL volume "sql", so none finds its sockets. Add "volume_mounts" with this name and mount_path = "/cloudsql".

          cloud_sql_instance {
            instances = ["acme-prod:europe-west1:orders"]
          }
        }
      }
    }
  `,
];
