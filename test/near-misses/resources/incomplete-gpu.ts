import { manifest, template, terraform } from '../../../src/examples.ts';

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
                  nvidia.com/gpu: "1"
    {{- include "shop.more" . }}
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
  // A type that is empty, or one that is not asked for.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          nodeSelector: { run.googleapis.com/accelerator: }
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "4"
                  memory: 16Gi
  `,
  // Only the limits ask for a GPU.
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
                requests: { nvidia.com/gpu: "1" }
  `,
  // Of a GPU that is none, invalid-gpu speaks.
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
                  nvidia.com/gpu: "0"
  `,
  // A type that is empty is none.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          nodeSelector: { run.googleapis.com/accelerator: }
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "4"
                  memory: 16Gi
                  nvidia.com/gpu: "1"
    #             ^^^^^^^^^^^^^^ The container asks for a GPU, but nothing says of which type. Write "run.googleapis.com/accelerator" under "nodeSelector".
  `,
  // An empty limit asks for no GPU.
  template`
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          resources: { limits: { nvidia.com/gpu: ~ } }
  `,
  // A mapping that is made elsewhere brings the type.
  terraform`
    resource "google_cloud_run_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        spec {
          node_selector = var.node_selector

          containers {
            name  = "shop"
            image = "docker.io/acme/shop:1.4.2"

            resources {
              limits = { cpu = "4", memory = "16Gi", "nvidia.com/gpu" = "1" }
            }
          }
        }
      }
    }
  `,
  // Terraform has a block of its own for the type, and other words in it.
  terraform`
    resource "google_cloud_run_v2_service" "shop" {
      name     = "shop"
      location = "europe-west1"
      template {
        containers {
          name  = "shop"
          image = "docker.io/acme/shop:1.4.2"

          resources {
            limits = { cpu = "4", memory = "16Gi", "nvidia.com/gpu" = "1" }
            #                                       ^^^^^^^^^^^^^^ "shop" asks for a GPU, but nothing says of which type. Write "accelerator" under "node_selector".
          }
        }
      }
    }
  `,
  // Google's own sample: no limits at all.
  terraform`
    resource "google_cloud_run_v2_job" "report" {
      name     = "report"
      location = "europe-west1"

      template {
        template {
          gpu_zonal_redundancy_disabled = true

          node_selector {
            accelerator = "nvidia-l4"
          }

          containers {
            image = "docker.io/acme/report:1.4.2"
          }
        }
      }
    }
  `,
];

export const equivalent = {
  'needs.wholeText -> left out': 'Only saves time: what a template line may bring is asked of each place, too.',
};
