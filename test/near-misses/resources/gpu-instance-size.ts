import { manifest, template, terraform } from '../../../src/examples.ts';

export default [
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
  // Of a GPU that is none, invalid-gpu speaks.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        metadata:
          annotations: { run.googleapis.com/cpu-throttling: "true" }
        spec:
          nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "1"
                  memory: 16Gi
                  nvidia.com/gpu: "0"
  `,
  // A size that is filled in before the deploy may be enough.
  template`
    spec:
      nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      containers:
        - image: docker.io/acme/model:1.4.2
          resources: { limits: { cpu: "\${CPU}", memory: "\${MEMORY}", nvidia.com/gpu: "1" } }
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
  'totalCpu !== undefined -> true': 'Narrows the type: what is unknown is not less than a number.',
  'totalMemory !== undefined -> true': 'Narrows the type: what is unknown is not less than a number.',
};
