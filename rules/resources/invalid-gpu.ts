import { manifest, template } from '../../src/examples.ts';
import { defineRule, formatBytes, formatCpu, gpuTypes, isStandIn } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cpu-throttling';
const type = 'run.googleapis.com/accelerator';
const zonalKey = 'run.googleapis.com/gpu-zonal-redundancy-disabled';
const generationKey = 'run.googleapis.com/execution-environment';

/** How long a task with a GPU may take, in seconds; https://cloud.google.com/run/docs/configuring/task-timeout. */
const longestTask = 12 * 3600;

export default defineRule({
  id: 'invalid-gpu',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { words: ['nvidia.com/gpu', type, zonalKey] },
  summary: 'A GPU is asked for in a way, or with a size of instance, that Cloud Run does not offer.',
  why: 'An instance has one GPU, for one container. Its type stands under `nodeSelector`, it comes with a least CPU and memory (4 vCPU and 16 GiB for an L4), and it needs CPU outside requests and the second generation. A job gets one only without zonal redundancy, and then a task may take at most 12 hours.',
  remedy:
    'Write `nvidia.com/gpu: "1"` under the limits of the one container, `nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }` beside `containers`, and `run.googleapis.com/cpu-throttling: "false"` on the template; on that of a job, `run.googleapis.com/gpu-zonal-redundancy-disabled: "true"`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/gpu',
    'https://cloud.google.com/run/docs/configuring/jobs/gpu',
    'https://cloud.google.com/run/docs/configuring/task-timeout',
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
                nvidia.com/gpu: "2"
      #         ^^^^^^^^^^^^^^ The container asks for a GPU, but nothing says of which type. Write "run.googleapis.com/accelerator" under "nodeSelector".
      #                         ^^^ The container asks for "2" GPUs, but an instance has one. Write "1".
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen1
      #                                             ^^^^ A GPU needs the second generation, but "run.googleapis.com/execution-environment" asks for the first. Write "gen2".
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
                timeoutSeconds: 86400
      #                         ^^^^^ A task with a GPU may take at most 43200 seconds, not 86400.
                nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      #                                                         ^^^^^^^^^ A job has its GPU in one zone only, but does not say so. Set "run.googleapis.com/gpu-zonal-redundancy-disabled" to "true" on the template.
                containers:
                  - image: docker.io/acme/training:1.4.2
                    resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing here asks for a GPU, so "run.googleapis.com/gpu-zonal-redundancy-disabled" cannot be set. Remove it.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: training
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
          spec:
            template:
              spec:
                timeoutSeconds: 7200
                nodeSelector: { run.googleapis.com/accelerator: nvidia-rtx-pro-6000 }
                containers:
                  - image: docker.io/acme/training:1.4.2
                    resources: { limits: { cpu: "20", memory: 80Gi, nvidia.com/gpu: "1" } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/gpu-zonal-redundancy-disabled: "false"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
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
    if (workload.hasTemplateLines) return;
    const zonal = workload.templateAnnotation(zonalKey);
    if (!gpu.isWanted) {
      if (/^true$/i.test(zonal.value ?? '') && !workload.templateSpec.get('nodeSelector').unknown)
        yield {
          on: zonal.key,
          message: `Nothing here asks for a GPU, so "${zonalKey}" cannot be set. Remove it.`,
        };
      return;
    }
    for (const container of gpu.containers) {
      const { text } = container.gpu;
      if (text !== undefined && text !== '1' && !isStandIn(text)) {
        yield {
          on: container.gpu,
          message: `${container.subject} asks for "${text}" GPUs, but an instance has one. ${isNone(text) ? 'Remove the limit.' : 'Write "1".'}`,
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
      if (!workload.templateSpec.get('nodeSelector').unknown) {
        yield {
          on: first!.gpu.key,
          message: `${first!.subject} asks for a GPU, but nothing says of which type. Write "${type}" under "nodeSelector".`,
        };
      }
      return;
    }
    if (!first) {
      yield { on: accelerator, message: 'No container has a limit for "nvidia.com/gpu", so none gets the GPU.' };
    }
    const least = accelerator.value === undefined ? undefined : gpuTypes.get(accelerator.value);
    if (least) {
      const lacks = [
        ...(totalCpu !== undefined && totalCpu < least.cpu ? [formatCpu(least.cpu)] : []),
        ...(totalMemory !== undefined && totalMemory < least.memory ? [`${formatBytes(least.memory)} of memory`] : []),
      ];
      if (lacks.length > 0) {
        yield { on: accelerator, message: `The GPU "${accelerator.value}" needs at least ${lacks.join(' and ')}.` };
      }
    }
    const isRedundant = !zonal.exists || zonal.isNull || /^(?:false)?$/i.test(zonal.value ?? '?');
    if (workload.kind === 'Job' && isRedundant && !workload.isMisplaced(zonalKey)) {
      yield {
        on: zonal.exists ? zonal : accelerator,
        message: `A job has its GPU in one zone only, but does not say so. Set "${zonalKey}" to "true" on the template.`,
      };
    }
    const timeout = workload.templateSpec.get('timeoutSeconds');
    if (workload.kind === 'Job' && timeout.value !== undefined && timeout.value > longestTask) {
      yield {
        on: timeout,
        message: `A task with a GPU may take at most ${longestTask} seconds, not ${timeout.value}.`,
      };
    }
    if (workload.kind === 'Service' && workload.executionEnvironment === 'gen1') {
      yield {
        on: workload.templateAnnotation(generationKey),
        message: `A GPU needs the second generation, but "${generationKey}" asks for the first. Write "gen2".`,
      };
    }
    const throttling = workload.templateAnnotation(key);
    if (workload.hasCpuAlways === false && throttling.exists) {
      yield {
        on: throttling,
        message: `A GPU needs CPU outside requests too, but "${key}" withholds it. Write "false".`,
      };
    }
  },
});

/** Whether a container asks for no GPU at all in so many words. */
function isNone(amount: string | undefined): boolean {
  return amount !== undefined && /^0+$/.test(amount);
}
