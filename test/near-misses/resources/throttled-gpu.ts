import { manifest } from '../../../src/examples.ts';

export default [
  // A template line may bring what is missing.
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
                  cpu: "4"
                  memory: 16Gi
                  nvidia.com/gpu: "2"
    {{- include "shop.more" . }}
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
  // Of a GPU without its type, incomplete-gpu speaks.
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
          nodeSelector: { run.googleapis.com/accelerator: }
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "1"
                  memory: 16Gi
                  nvidia.com/gpu: "1"
  `,
  // Of a GPU without its type, incomplete-gpu speaks.
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
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "4"
                  memory: 16Gi
                  nvidia.com/gpu: "1"
  `,
  // Nothing is said, and Cloud Run chooses what fits.
  manifest`
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: shop
    spec:
      template:
        spec:
          nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
          containers:
            - image: docker.io/ollama/ollama:0.11.4
              ports: [{ containerPort: 11434 }]
              resources:
                limits:
                  cpu: "4"
                  memory: 16Gi
                  nvidia.com/gpu: "1"
  `,
];
