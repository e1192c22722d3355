import { template } from '../../src/examples.ts';
import { defineRule, formatBytes, formatCpu, gpuTypes, writeCpu } from '../../src/rule-kit.ts';

/** The refusal as it is published, for the type that it names the sizes of. */
const refusal = 'CPU must be at least 4; memory must be at least 16Gi';

export default defineRule({
  id: 'gpu-instance-size',
  deprecatedIds: ['invalid-gpu'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['nvidia.com/gpu', 'run.googleapis.com/accelerator'] },
  summary:
    'An instance with a GPU has less CPU or memory than the GPU needs, or a size that Cloud Run does not offer with it.',
  why: 'Each type of GPU comes with a least CPU and memory for the instance: 4 vCPU and 16 GiB for an L4. All containers count together.',
  remedy: 'Raise the limits of the containers to what the message names.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/gpu',
    'https://cloud.google.com/run/docs/configuring/jobs/gpu',
  ],
  predicts: refusal,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
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
  *check({ containers, gpu, totalCpu, totalMemory }) {
    const { accelerator } = gpu;
    const least = gpuTypes.get(accelerator.value ?? '');
    if (!least || gpu.isNone(gpu.containers[0])) return;
    // Without a limit of any kind Cloud Run may give what the type needs: a sample of Google's relies on that.
    if (containers.every(({ limits }) => !limits.exists)) return;
    const lacks = [
      ...(totalCpu !== undefined && totalCpu < least.cpu ? [formatCpu(least.cpu)] : []),
      ...(totalMemory !== undefined && totalMemory < least.memory ? [`${formatBytes(least.memory)} of memory`] : []),
    ];
    if (lacks.length > 0) {
      yield {
        on: accelerator,
        message: `The GPU "${accelerator.value}" needs at least ${lacks.join(' and ')}.`,
        help: `Raise the limits of the containers until they have ${lacks.join(' and ')} together.`,
        predicts: accelerator.value === 'nvidia-l4' ? refusal : undefined,
      };
    }
    const { refusedCpu = Number.NaN } = least;
    const limit = containers.find(({ cpu }) => cpu === refusedCpu);
    if (!limit) return;
    yield {
      on: limit.limits.get('cpu'),
      message: `Cloud Run does not give ${formatCpu(refusedCpu)} to "${limit.label}" with the GPU "${accelerator.value}". Write "${writeCpu(least.cpu)}".`,
    };
  },
});
