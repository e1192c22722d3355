import { template } from '../../src/examples.ts';
import {
  annotationName,
  defineRule,
  fieldName,
  formatBytes,
  formatCpu,
  gpuTypes,
  isStandIn,
  say,
  valueName,
  writeCpu,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cpu-throttling';
const type = 'run.googleapis.com/accelerator';

/** The refusals as they are published. */
const refusals = {
  count: 'GPU can only be set to 1',
  size: 'CPU must be at least 4; memory must be at least 16Gi',
};

export default defineRule({
  id: 'invalid-gpu',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['nvidia.com/gpu', 'run.googleapis.com/accelerator'], wholeText: true },
  summary: 'A GPU is asked for in a way, or with a size of instance, that Cloud Run does not offer.',
  why: 'An instance has one GPU, for one container. Its type stands under `nodeSelector`, it comes with a least CPU and memory (4 vCPU and 16 GiB for an L4), and it needs CPU outside requests.',
  remedy:
    'Write `nvidia.com/gpu: "1"` under the limits of the one container, `nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }` beside `containers`, and `run.googleapis.com/cpu-throttling: "false"` on the template.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/gpu',
    'https://cloud.google.com/run/docs/configuring/jobs/gpu',
  ],
  predicts: Object.values(refusals),
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
                nvidia.com/gpu: "2"
      #         ^^^^^^^^^^^^^^ The container asks for a GPU, but nothing says of which type. Write "run.googleapis.com/accelerator" under "nodeSelector".
      #                         ^^^ The container asks for "2" GPUs, but an instance has one. Write "1".
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "true"
      #                                      ^^^^^^ A GPU needs CPU outside requests too, but "run.googleapis.com/cpu-throttling" withholds it. Write "false".
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-l4
      #                                   ^^^^^^^^^ The GPU "nvidia-l4" needs at least 4 vCPU and 16 GiB of memory.
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "2"
                memory: 8Gi
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
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: nvidia-rtx-pro-6000
        containers:
          - name: model
            image: docker.io/vllm/vllm-openai:v0.10.0
            ports: [{ containerPort: 8000 }]
            resources:
              limits:
                cpu: "21"
      #              ^^^^ Cloud Run does not give 21 vCPU to "model" with the GPU "nvidia-rtx-pro-6000". Write "20".
                memory: 80Gi
                nvidia.com/gpu: "1"
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
    template`
      spec:
        nodeSelector:
          run.googleapis.com/accelerator: "\${GPU_TYPE}"
        containers:
          - image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            resources:
              limits:
                cpu: "2"
                memory: 8Gi
                nvidia.com/gpu: "1"
    `,
  ],
  *check(workload) {
    const { gpu, totalCpu, totalMemory } = workload;
    if (!gpu.isWanted) return;
    for (const container of gpu.containers) {
      const { text } = container.gpu;
      if (text !== undefined && text !== '1' && !isStandIn(text)) {
        yield {
          on: container.gpu,
          message: `${container.subject} asks for "${text}" GPUs, but an instance has one. ${isNone(text) ? 'Remove the limit.' : 'Write "1".'}`,
          predicts: refusals.count,
        };
      }
    }
    const [first, ...others] = gpu.containers;
    for (const container of others) {
      yield {
        on: container.gpu.key,
        message: `"${container.label}" asks for the GPU that "${first!.label}" has. Only one container of an instance can use it.`,
        related: [{ on: first!.gpu.key, message: `"${first!.label}" asks for it here.` }],
      };
    }
    const { accelerator } = gpu;
    if (first && isNone(first.gpu.text)) return;
    if (!accelerator.exists || accelerator.isNull) {
      if (!accelerator.mayHoldMore) {
        yield {
          on: first!.gpu.key,
          message: say`${first!.subject} asks for a GPU, but nothing says of which type. Write "${type}" under ${fieldName('nodeSelector')}.`,
        };
      }
      return;
    }
    const isKnown = !accelerator.unknown && workload.containers.every(({ gpu: limit }) => !limit.mayHoldMore);
    if (!first && isKnown) {
      yield { on: accelerator, message: 'No container has a limit for "nvidia.com/gpu", so none gets the GPU.' };
    }
    const least = accelerator.value === undefined ? undefined : gpuTypes.get(accelerator.value);
    if (least) {
      const lacks = [
        ...(totalCpu !== undefined && totalCpu < least.cpu ? [formatCpu(least.cpu)] : []),
        ...(totalMemory !== undefined && totalMemory < least.memory ? [`${formatBytes(least.memory)} of memory`] : []),
      ];
      if (lacks.length > 0) {
        yield {
          on: accelerator,
          message: `The GPU "${accelerator.value}" needs at least ${lacks.join(' and ')}.`,
          predicts: accelerator.value === 'nvidia-l4' ? refusals.size : undefined,
        };
      }
      const limit = workload.containers.find(({ cpu }) => cpu === (least.refusedCpu ?? Number.NaN));
      if (limit) {
        yield {
          on: limit.limits.get('cpu'),
          message: `Cloud Run does not give ${formatCpu(least.refusedCpu!)} to "${limit.label}" with the GPU "${accelerator.value}". Write "${writeCpu(least.cpu)}".`,
        };
      }
    }
    const throttling = workload.templateAnnotation(key);
    if (workload.hasCpuAlways === false && throttling.exists) {
      yield {
        on: throttling,
        message: say`A GPU needs CPU outside requests too, but ${annotationName(key)} withholds it. Write ${valueName('false', key)}.`,
      };
    }
  },
});

/** Whether a container asks for no GPU at all in so many words. */
function isNone(amount: string | undefined): boolean {
  return amount !== undefined && /^0+$/.test(amount);
}
