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
        }

        volumes {
          name = "files"

          dynamic "secret" {
            for_each = var.secrets

            content {
              secret = secret.value
            }
          }

          dynamic "gcs" {
            for_each = var.buckets

            content {
              bucket = gcs.value
            }
          }
        }

        volumes {
          name = "sql"

          dynamic "cloud_sql_instance" {
            for_each = var.databases

            content {
              instances = cloud_sql_instance.value
            }
          }
        }
      }
    }
  `,
];
