import { manifest, template } from '../../src/examples.ts';
import { defineRule, formatBytes, leastMemory, say, valueName, writeBytes } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'memory-below-minimum',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['memory'] },
  summary: 'All containers together have less memory than an instance must have.',
  why: 'An instance of the second generation, one whose CPU is always allocated, a job and a worker pool need 512 MiB; anything else 128 MiB. Cloud Run refuses less. Of a single container it may say `Invalid value specified for memory with gen2 execution environment. For 1.0 CPU, memory must be between 512Mi and 4Gi inclusive.`, of several `Total memory < 512 Mi is not supported`.',
  remedy: 'Raise the memory limits until they add up to the minimum.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
    'https://github.com/oboapp/oboapp/issues/449',
    'https://github.com/MarkEdmondson1234/googleCloudRunner/issues/137',
  ],
  predicts:
    'Total memory < 512 Mi is not supported with gen2 execution environment with cpu always allocated (unthrottled).',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen2
          run.googleapis.com/cpu-throttling: "false"
      spec:
        containers:
      # ^^^^^^^^^^ All containers together have 384 MiB of memory, but the execution environment "gen2" needs at least 512 MiB. Write "512Mi" or more in all.
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 256Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 128Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: "512"
      #                 ^^^^^ The container has 512 bytes of memory, but an instance needs at least 128 MiB. Write "128Mi" or more.
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:2.2
                    resources:
                      limits:
                        cpu: "1"
                        memory: 256Mi
      #                         ^^^^^ The container has 256 MiB of memory, but a job needs at least 512 MiB. Write "512Mi" or more.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen2
          run.googleapis.com/cpu-throttling: "false"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 384Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 128Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 128Mi
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: "\${GENERATION}"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 256Mi
    `,
  ],
  *check(workload) {
    const { containers, totalMemory: memory, executionEnvironment: environment } = workload;
    if (memory === undefined) return;
    const always = workload.hasCpuAlways && environment !== 'gen1' && environment !== undefined;
    const [least, what] =
      workload.kind === 'Job'
        ? [leastMemory.gen2, 'a job']
        : workload.kind === 'WorkerPool'
          ? [leastMemory.gen2, 'a worker pool']
          : environment === 'gen2'
            ? [
                leastMemory.gen2,
                say`the execution environment ${valueName('gen2', 'run.googleapis.com/execution-environment')}`,
              ]
            : always
              ? [leastMemory.gen2, 'CPU outside requests']
              : [leastMemory.gen1, 'an instance'];
    if (memory >= least) return;
    const only = containers.length === 1;
    yield {
      on: only ? containers[0]!.limits.get('memory') : workload.templateSpec.get('containers'),
      message: say`${only ? `${containers[0]!.subject} has` : 'All containers together have'} ${formatBytes(memory)} of memory, but ${what} needs at least ${formatBytes(least)}. Write "${writeBytes(least)}" or more${only ? '' : ' in all'}.`,
    };
  },
});
