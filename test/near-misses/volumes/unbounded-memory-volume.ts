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
            - name: shop
              image: docker.io/acme/shop:1.4.2
              ports: [{ containerPort: 8080 }]
              resources:
                limits:
                  cpu: "1"
                  memory: 1Gi
              volumeMounts:
                - name: logs
                  mountPath: /var/log/shop
            - name: shipper
              image: docker.io/fluent/fluent-bit:4.0.5
              resources:
                limits:
                  cpu: 250m
                  memory: 256Mi
              volumeMounts:
                - name: logs
                  mountPath: /logs
          volumes:
            - name: logs
              emptyDir:
                medium: Memory
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

        volumes {
          name = "scratch"

          dynamic "empty_dir" {
            for_each = var.memory

            content {
              medium = "MEMORY"
            }
          }
        }
      }
    }
  `,
];
