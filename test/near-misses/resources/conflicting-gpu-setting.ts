import { manifest, template } from '../../../src/examples.ts';

export default [
  template`
    metadata:
      annotations:
        run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
    spec:
      nodeSelector: "\${SELECTOR}"
      containers:
        - image: docker.io/acme/shop:1.4.2
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
          {{- include "shop.gpu" . }}
  `,
  template`
    metadata:
      annotations:
        run.googleapis.com/cpu-throttling: "false"
    spec:
      timeoutSeconds: 3600
      nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      containers:
        - image: docker.io/ollama/ollama:0.11.4
          resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: training
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/gpu-zonal-redundancy-disabled: \${ZONAL}
        spec:
          template:
            spec:
              timeoutSeconds: 43200
              nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
              containers:
                - image: docker.io/acme/training:1.4.2
                  resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: training
      annotations:
        run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
    spec:
      template:
        spec:
          template:
            spec:
              nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
              containers:
                - image: docker.io/acme/training:1.4.2
                  resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
  `,
  // A worker pool has one generation only: the annotation says nothing there.
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: WorkerPool
    metadata:
      name: training
    spec:
      template:
        metadata:
          annotations:
            run.googleapis.com/execution-environment: gen1
        spec:
          nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
          containers:
            - image: docker.io/acme/training:1.4.2
              resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
  `,
  manifest`
    apiVersion: run.googleapis.com/v1
    kind: Job
    metadata:
      name: training
    spec:
      template:
        spec:
          template:
            spec:
              containers:
                - image: docker.io/acme/training:1.4.2
                  resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
                  #                                                              ^^^ A job has its GPU in one zone only, and has to say so. Set "run.googleapis.com/gpu-zonal-redundancy-disabled" to "true" on the template.
  `,
];
