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
              env:
                - name: INSTANCE_UNIX_SOCKET
                  value: /cloudsql/acme-prod:europe-west1:orders
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

          env {
            name  = "INSTANCE_UNIX_SOCKET"
            value = "/cloudsql/acme-prod:europe-west1:orders"
          }

          dynamic "volume_mounts" {
            for_each = var.mounts

            content {
              name       = volume_mounts.key
              mount_path = volume_mounts.value
            }
          }
        }
      }
    }
  `,
];
