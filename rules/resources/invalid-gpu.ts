import { template } from '../../src/examples.ts';
import { defineRule, isStandIn } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-gpu',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['nvidia.com/gpu', 'run.googleapis.com/accelerator'], wholeText: true },
  summary: 'More than one GPU is asked for, or none, or for more than one container.',
  why: 'An instance has one GPU, for one container. Cloud Run refuses any other number.',
  remedy:
    'Write `nvidia.com/gpu: "1"` under the limits of the one container that uses it, and leave the limit out everywhere else.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/gpu',
    'https://cloud.google.com/run/docs/configuring/jobs/gpu',
  ],
  predicts: 'GPU can only be set to 1',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "2"
      #                         ^^^ "model" asks for "2" GPUs, but an instance has one. Write "1".
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "1"
      #         ~~~~~~~~~~~~~~ "model" asks for it here.
          - name: embedder
            image: docker.io/acme/embedder:0.3
            resources:
              limits:
                cpu: "1"
                memory: 4Gi
                nvidia.com/gpu: "1"
      #         ^^^^^^^^^^^^^^ "embedder" asks for the GPU that "model" has. Only one container of an instance can use it.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 512Mi
                nvidia.com/gpu: "0"
      #                         ^^^ The container asks for "0" GPUs, but an instance has one. Remove the limit.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "1"
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 500m
                memory: 512Mi
    `,
  ],
  *check({ gpu }) {
    for (const container of gpu.containers) {
      const { text } = container.gpu;
      if (text !== undefined && text !== '1' && !isStandIn(text)) {
        yield {
          on: container.gpu,
          message: `${container.subject} asks for "${text}" GPUs, but an instance has one. ${gpu.isNone(container) ? 'Remove the limit.' : 'Write "1".'}`,
          predicts: 'GPU can only be set to 1',
        };
      }
    }
    const [first, ...others] = gpu.containers;
    for (const container of others) {
      yield {
        on: container.gpu.key,
        message: `"${container.label}" asks for the GPU that "${first!.label}" has. Only one container of an instance can use it.`,
        help: `Remove the limit from "${first!.label}" or from "${container.label}".`,
        related: [{ on: first!.gpu.key, message: `"${first!.label}" asks for it here.` }],
      };
    }
  },
});
