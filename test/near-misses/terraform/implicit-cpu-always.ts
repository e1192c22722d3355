import { terraform } from '../../../src/examples.ts';

export default [
  // The v1 resource has an annotation for it.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        spec {
          containers {
            image = "docker.io/acme/shop:1.4.2"

            resources {
              limits = {
                memory = "1Gi"
              }
            }
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

          dynamic "resources" {
            for_each = var.sizes

            content {
              limits = resources.value
            }
          }
        }

      }

    }
  `,
  // Which value is meant is not clear: no fix.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
    #     ^^^^^^^^^ "resources" has no "cpu_idle", so CPU is billed for the whole life of an instance. Write "cpu_idle = true" for CPU during requests only, or "cpu_idle = false" if you want it.
            limits = { cpu = "1" }
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/acme/cache:1.4.2"

          resources {
    #     ~~~~~~~~~ It is missing here too.
            limits = { cpu = "1" }
          }
        }
      }
    }
  `,
  // The others say it: they have a fix.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            cpu_idle = false
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/acme/cache:1.4.2"

          resources {
    #     ^^^^^^^^^ "resources" has no "cpu_idle", so CPU is billed for the whole life of an instance. Write "cpu_idle = true" for CPU during requests only, or "cpu_idle = false" if you want it.
            limits = { cpu = "1" }
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
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            cpu_idle = false
          }
        }

        containers {
          name  = "other"
          image = "docker.io/acme/other:1.4.2"

          resources {
            cpu_idle = true
          }
        }

        containers {
          name  = "cache"
          image = "docker.io/acme/cache:1.4.2"

          resources {
    #     ^^^^^^^^^ "resources" has no "cpu_idle", so CPU is billed for the whole life of an instance. Write "cpu_idle = true" for CPU during requests only, or "cpu_idle = false" if you want it.
            limits = { cpu = "1" }
          }
        }
      }
    }
  `,
  // With a GPU, Cloud Run asks for CPU at all times.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        node_selector {
          accelerator = "nvidia-l4"
        }

        containers {
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = {
              cpu    = "4"
              memory = "16Gi"
            }
          }
        }
      }
    }
  `,
  // With a GPU, Cloud Run asks for CPU at all times.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        containers {
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = {
              cpu    = "4"
              memory = "16Gi"
              "nvidia.com/gpu" = "1"
            }
          }
        }
      }
    }
  `,
];
