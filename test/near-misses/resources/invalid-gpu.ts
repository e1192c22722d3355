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
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "4"
                  memory: 16Gi
                  nvidia.com/gpu: "2"
    {{- include "shop.more" . }}
  `,
  // The published refusal is that of the other type.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/cpu-throttling: "false"
        spec:
          nodeSelector: { run.googleapis.com/accelerator: nvidia-rtx-pro-6000 }
    #                                                     ^^^^^^^^^^^^^^^^^^^ The GPU "nvidia-rtx-pro-6000" needs at least 20 vCPU and 80 GiB of memory.
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources: { limits: { cpu: "8", memory: 32Gi, nvidia.com/gpu: "1" } }
  `,
  // A block that may or may not be there asks for no GPU.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        dynamic "node_selector" {
          for_each = var.gpus

          content {
            accelerator = node_selector.value
          }
        }

        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = { cpu = "4", memory = "16Gi" }
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
        node_selector {
          accelerator = "nvidia-l4"
        }

        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = var.limits
          }
        }
      }
    }
  `,
];
