import { manifest, terraform } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
      annotations:
        run.googleapis.com/invoker-iam-disabled: "true"
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    {{- include "shop.more" . }}
  `,
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
