import { manifest, template } from '../../../src/examples.ts';

export default [
  // A template may choose among what stands there.
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
  // A number that is filled in before the deploy may be one.
  template`
    spec:
      nodeSelector: { run.googleapis.com/accelerator: "\${GPU_TYPE}" }
      containers:
        - image: docker.io/acme/model:1.4.2
          resources: { limits: { cpu: "1", memory: 2Gi, nvidia.com/gpu: "\${GPUS}" } }
  `,
  // A list is no number; wrong-type reports it.
  template`
    spec:
      nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      containers:
        - image: docker.io/acme/model:1.4.2
          resources: { limits: { cpu: "\${CPU}", memory: "\${MEMORY}", nvidia.com/gpu: [1] } }
  `,
];
