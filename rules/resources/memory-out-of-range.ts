import { template } from '../../src/examples.ts';
import {
  defineRule,
  formatBytes,
  formatCpu,
  largestInstance,
  leastCpuFor,
  memoryRange,
  writeBytes,
  writeCpu,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'memory-out-of-range',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['cpu', 'memory'] },
  summary: 'A container has more or less memory than its CPU allows.',
  why: 'Cloud Run sells CPU and memory in fixed proportions: more than 4 GiB of memory takes 2 vCPU, more than 8 GiB takes 4, and from 4 vCPU on there is a least memory as well. A container without limits has 1 vCPU and 512 MiB.',
  remedy: 'Raise the CPU limit to what the memory asks for, or change the memory.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://github.com/google/osv.dev/pull/2800',
  ],
  predicts:
    'Invalid value specified for container memory. For 1.0 CPU, memory must be between 128Mi and 4Gi inclusive.',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 8Gi
      #                 ^^^ The container has 8 GiB of memory, but with 1 vCPU a container can have at most 4 GiB. Write a CPU limit of "2", or at most "4Gi".
    `,
    template`
      spec:
        containers:
          - name: model
            image: docker.io/acme/model:2.0
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
      #       ^^^^^^ "model" has 512 MiB of memory (the default), but with 4 vCPU a container needs at least 2 GiB. Write "2Gi".
                cpu: "4"
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 512Mi
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
                cpu: "2"
                memory: 8Gi
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            resources:
              limits:
                cpu: 250m
                memory: 512Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/model:2.0
            resources:
              limits:
                cpu: "\${CPU}"
                memory: 16Gi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 2Gi
          - name: cache
            image: docker.io/library/redis:7.4
            resources:
              limits:
                cpu: "1"
                memory: 5Gi
    `,
  ],
  *check(workload) {
    const { totalCpu, totalMemory } = workload;
    if (totalCpu === undefined || totalMemory === undefined || totalMemory > largestInstance.memory) return;
    // Cloud Run's messages speak now of a container, now of the total: what breaks only one of them may be accepted.
    const range = memoryRange(totalCpu);
    const tooMuch = totalMemory > range.most;
    const tooLittle = totalMemory < range.least;
    for (const container of workload.containers) {
      const { limits, cpu = 0, memory = 0 } = container;
      const allowed = memoryRange(cpu);
      const has = `${container.subject} has ${formatBytes(memory)} of memory${limits.get('memory').exists ? '' : ' (the default)'}`;
      const with_ = `${formatCpu(cpu)}${limits.get('cpu').exists ? '' : ' (the default)'}`;
      if (memory > allowed.most && tooMuch) {
        // No container has more than the instance, which is within bounds.
        const needed = leastCpuFor(memory)!;
        yield {
          on: limits.get('memory'),
          message: `${has}, but with ${with_} a container can have at most ${formatBytes(allowed.most)}. Write a CPU limit of "${writeCpu(needed)}", or at most "${writeBytes(allowed.most)}".`,
        };
      } else if (memory < allowed.least && tooLittle) {
        yield {
          on: limits.get('memory'),
          message: `${has}, but with ${with_} a container needs at least ${formatBytes(allowed.least)}. Write "${writeBytes(allowed.least)}".`,
        };
      }
    }
  },
});
