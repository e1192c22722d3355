import { manifest, terraform } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
      traffic:
        - revisionName: shop-00041-abc
          percent: 80
        - latestRevision: true
          percent: 10
    {{- include "shop.more" . }}
  `,
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"
        }
      }

      traffic {
        type     = "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION"
        revision = "shop-v2"
        percent  = 60
      }

      dynamic "traffic" {
        for_each = var.targets

        content {
          type    = "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"
          percent = traffic.value
        }
      }
    }
  `,
];
