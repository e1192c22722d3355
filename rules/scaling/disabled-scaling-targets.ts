import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

const cpuKey = 'run.googleapis.com/scaling-cpu-target';
const concurrencyKey = 'run.googleapis.com/scaling-concurrency-target';

export default defineRule({
  id: 'disabled-scaling-targets',
  severity: 'error',
  refused: true,
  appliesTo: 'service',
  needs: { mentions: [cpuKey] },
  summary: 'A service turns off both targets that it is scaled by.',
  why: 'Cloud Run adds instances by the use of CPU and by the number of requests at a time. One of the two targets can be `disabled`, but not both: then nothing would show when to scale.',
  remedy: 'Remove one of the two, or give it a target such as `0.6`.',
  help: false,
  references: [
    'https://cloud.google.com/sdk/docs/release-notes',
    'https://cloud.google.com/run/docs/reference/rest/v2/RevisionScaling',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/scaling-cpu-target: disabled
      #                                          ~~~~~~~~ The CPU target is disabled here.
          run.googleapis.com/scaling-concurrency-target: disabled
      #                                                  ^^^^^^^^ Both scaling targets are disabled, so nothing is left to scale by. Remove one of them, or write a target such as "0.6".
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/scaling-cpu-target: disabled
          run.googleapis.com/scaling-concurrency-target: "0.8"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/scaling-cpu-target: \${CPU_TARGET}
          run.googleapis.com/scaling-concurrency-target: disabled
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(service) {
    const cpu = service.templateAnnotation(cpuKey);
    const concurrency = service.templateAnnotation(concurrencyKey);
    if (cpu.value !== 'disabled' || concurrency.value !== 'disabled') return;
    yield {
      on: concurrency,
      message:
        'Both scaling targets are disabled, so nothing is left to scale by. Remove one of them, or write a target such as "0.6".',
      related: [{ on: cpu, message: 'The CPU target is disabled here.' }],
    };
  },
});
