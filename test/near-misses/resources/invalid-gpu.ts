import { manifest } from '../../../src/examples.ts';

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
];
