import { template } from '../../src/examples.ts';
import { defineRule, fieldName, isOfV2, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'incomplete-gpu',
  deprecatedIds: ['invalid-gpu'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['nvidia.com/gpu', 'run.googleapis.com/accelerator'], wholeText: true },
  summary: 'A GPU is asked for without its type, or a type without a GPU.',
  why: 'A GPU is asked for in two places: the type under `nodeSelector`, the number under the limits of the container that uses it. One alone is refused, or gives no container the GPU.',
  remedy:
    'Write `nvidia.com/gpu: "1"` under the limits of the one container, and `nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }` beside `containers`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/gpu',
    'https://cloud.google.com/run/docs/configuring/jobs/gpu',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
                nvidia.com/gpu: "1"
      #         ^^^^^^^^^^^^^^ The container asks for a GPU, but nothing says of which type. Write "run.googleapis.com/accelerator" under "nodeSelector".
    `,
    template`
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
      #                                   ^^^^^^^^^ No container has a limit for "nvidia.com/gpu", so none gets the GPU.
        containers:
          - image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "4"
                memory: 16Gi
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
  *check({ containers, gpu }) {
    const { accelerator } = gpu;
    const [first] = gpu.containers;
    if (!first) {
      const isKnown = !accelerator.unknown && containers.every(({ gpu: limit }) => !limit.mayHoldMore);
      // Without a limit of any kind Cloud Run may give what the type needs: a sample of Google's relies on that.
      if (containers.every(({ limits }) => !limits.exists)) return;
      if (isKnown && accelerator.exists && !accelerator.isNull)
        yield {
          on: accelerator,
          message: 'No container has a limit for "nvidia.com/gpu", so none gets the GPU.',
          help: say`Write "nvidia.com/gpu" with the value "1" under ${fieldName('limits')} of the container that uses it.`,
        };
      return;
    }
    if (gpu.isNone(first) || (accelerator.exists && !accelerator.isNull) || accelerator.mayHoldMore) return;
    yield {
      on: first.gpu.key,
      message: say`${first.subject} asks for a GPU, but nothing says of which type. Write "${isOfV2(first.workload) ? 'accelerator' : 'run.googleapis.com/accelerator'}" under ${fieldName('nodeSelector')}.`,
    };
  },
});
