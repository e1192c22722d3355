import { template } from '../../src/examples.ts';
import { defineRule, formatBytes, formatCpu, largestInstance } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'instance-too-large',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  summary: 'All containers together ask for more than an instance can have.',
  why: 'An instance has at most 8 vCPU and 32 GiB of memory, shared by its containers. Only the largest GPU types come with more. Each limit may be fine by itself: the sum counts, and a container without limits takes 1 vCPU and 512 MiB of it.',
  remedy: 'Lower the limits until they fit, sidecars first: they rarely need a whole CPU.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
    'https://cloud.google.com/run/quotas',
  ],
  bad: [
    template`
      spec:
        containers:
      # ^^^^^^^^^^ All containers together have 9 vCPU, but an instance has at most 8 vCPU.
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "8"
      #              ~~~ "shop" has 8 vCPU.
                memory: 16Gi
          - name: collector
      #           ~~~~~~~~~ "collector" has 1 vCPU, the default without a CPU limit.
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
    `,
    template`
      spec:
        containers:
      # ^^^^^^^^^^ All containers together have 36 GiB of memory, but an instance has at most 32 GiB.
          - name: index
            image: docker.io/acme/index:5.0
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "6"
                memory: 24Gi
      #                 ~~~~ "index" has 24 GiB.
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              limits:
                cpu: "2"
                memory: 12Gi
      #                 ~~~~ "cache" has 12 GiB.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "6"
                memory: 24Gi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: "2"
                memory: 8Gi
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
                cpu: "20"
                memory: 80Gi
                nvidia.com/gpu: "1"
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: "1"
                memory: 512Mi
    `,
  ],
  *check(workload) {
    const { accelerator, isWanted } = workload.gpu;
    if (isWanted && accelerator.value !== 'nvidia-l4') return;
    const { containers } = workload;
    for (const [of, name, format] of [
      ['cpu', 'CPU', formatCpu],
      ['memory', 'memory', formatBytes],
    ] as const) {
      const sum = of === 'cpu' ? workload.totalCpu : workload.totalMemory;
      const most = largestInstance[of];
      if (sum === undefined || sum <= most) continue;
      const only = containers.length === 1;
      // That one container asks for too much CPU is another rule's finding.
      if (of === 'cpu' && containers.some(({ cpu = 0 }) => cpu > most)) continue;
      yield {
        help:
          of === 'cpu'
            ? 'Lower the limits until they fit. Sidecars rarely need a whole CPU.'
            : 'Lower the limits until they fit.',
        on: only ? containers[0]!.limits.get(of) : workload.templateSpec.get('containers'),
        message: `${only ? `${containers[0]!.subject} has` : 'All containers together have'} ${format(sum)}${of === 'memory' ? ' of memory' : ''}, but an instance has at most ${format(most)}.`,
        related: only
          ? []
          : containers.map((container) => ({
              on: container.limits.get(of),
              message: `"${container.label}" has ${format(container[of]!)}${container.limits.get(of).exists ? '' : `, the default without a ${name} limit`}.`,
            })),
      };
    }
  },
});
