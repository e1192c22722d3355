import { manifest, template } from '../../src/examples.ts';
import { defineRule, formatCpu, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'fractional-cpu',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['cpu'] },
  summary: 'All containers together have less than one CPU, which rules out the rest of the configuration.',
  why: 'Less than 1 vCPU in all is for services that handle one request at a time and have CPU only during requests. Otherwise Cloud Run refuses the revision, with the message below, or with `Total cpu < 1 is not supported with cpu always allocated (unthrottled).` A worker pool needs 1 vCPU, and so does a job with a single container.',
  remedy:
    'Raise the CPU limits until they add up to 1; each container may still have less. Or write `containerConcurrency: 1` and leave out `run.googleapis.com/cpu-throttling: "false"`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://cloud.google.com/run/docs/configuring/jobs/cpu',
    'https://github.com/nearform/slack-knowledgebase-chatgpt-responder/issues/980',
    'https://github.com/world-federation-of-advertisers/cross-media-measurement/issues/3832',
  ],
  predicts: 'Invalid value specified for cpu. Total cpu < 1 is not supported with concurrency > 1.',
  bad: [
    template`
      spec:
        containerConcurrency: 80
      #                       ^^ The container has 0.5 vCPU, which allows one request at a time, not 80. Raise the CPU to 1 or write "containerConcurrency: 1".
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: 500m
      #              ~~~~ The CPU limits add up to less than 1.
                memory: 256Mi
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      #                                      ^^^^^^^ All containers together have 0.75 vCPU, which cannot be allocated outside requests. Raise the CPU to 1 or leave the CPU throttled.
      spec:
        containers:
      # ~~~~~~~~~~ The CPU limits add up to less than 1.
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: 500m
                memory: 512Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 256Mi
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: orders
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/orders:3.1
                resources:
                  limits:
                    cpu: 500m
      #                  ^^^^ The container has 0.5 vCPU, but a worker pool needs at least 1 vCPU.
                    memory: 512Mi
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        containerConcurrency: 80
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: 750m
                memory: 512Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 256Mi
    `,
    template`
      spec:
        containerConcurrency: 1
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: 500m
                memory: 256Mi
    `,
    template`
      spec:
        containerConcurrency: 80
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "%CPU%"
                memory: 512Mi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 256Mi
    `,
  ],
  *check(workload) {
    const { totalCpu: cpu, containers } = workload;
    if (cpu === undefined || cpu >= 1000) return;
    const only = containers.length === 1;
    const have = `${only ? `${containers[0]!.subject} has` : 'All containers together have'} ${formatCpu(cpu)}`;
    const limit = only ? containers[0]!.limits.get('cpu') : workload.templateSpec.get('containers');
    if (workload.kind === 'WorkerPool') {
      yield { on: limit, message: `${have}, but a worker pool needs at least 1 vCPU.`, help: raise };
    } else if (workload.kind === 'Job') {
      if (only)
        yield { on: limit, message: `${have}, but a job with a single container needs at least 1 vCPU.`, help: raise };
    } else if (workload.kind === 'Service') {
      const { concurrency } = workload;
      if ((concurrency.value ?? 0) > 1) {
        yield {
          on: concurrency,
          message: say`${have}, which allows one request at a time, not ${concurrency.value!}. Raise the CPU to 1 or write ${setting('containerConcurrency', 1)}.`,
          related: [{ on: limit, message: 'The CPU limits add up to less than 1.' }],
        };
      }
      if (workload.hasCpuAlways) {
        yield {
          on: workload.templateAnnotation('run.googleapis.com/cpu-throttling'),
          message: `${have}, which cannot be allocated outside requests. Raise the CPU to 1 or leave the CPU throttled.`,
          related: [{ on: limit, message: 'The CPU limits add up to less than 1.' }],
        };
      }
    }
  },
});

const raise = 'Raise the CPU limit to "1".';
