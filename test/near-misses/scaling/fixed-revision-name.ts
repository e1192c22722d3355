import { manifest, terraform } from '../../../src/examples.ts';

export default [
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          name: ~
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
  `,
  // A name that holds a variable is not fixed.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        revision = "shop-\${var.release}"

        containers {
          image = "docker.io/acme/shop:1.4.2"
        }
      }
    }
  `,
  // The v1 resource has a rule of its own.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"

      template {
        metadata {
          name = "shop-1"
        }

        spec {
          containers {
            image = "docker.io/acme/shop:1.4.2"
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
        revision = "shop-1"
    #              ^^^^^^^^ The revision name "shop-1" can be deployed only once. Remove it, so that each revision gets a new one.

        containers {
          image = "docker.io/acme/shop:1.4.2"
        }
      }
    }
  `,
];
