import { manifest, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

const hour = 3600;

/** The refusal that is published, of a service. */
const serviceRefusal = 'maximum allowed time is one hour';

export default defineRule({
  id: 'timeout-out-of-range',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['timeoutSeconds'] },
  summary: 'A request or a task may take longer than Cloud Run allows.',
  why: 'A request to a service may take an hour, a task of a job seven days. Cloud Run refuses a longer `spec.timeoutSeconds`.',
  remedy: 'Lower it. Work that takes longer than an hour belongs in a job or a worker pool.',
  references: [
    'https://cloud.google.com/run/docs/configuring/request-timeout',
    'https://cloud.google.com/run/docs/configuring/task-timeout',
    'https://cloud.google.com/run/quotas',
  ],
  predicts: [serviceRefusal],
  bad: [
    template`
      spec:
        timeoutSeconds: 7200
      #                 ^^^^ A request may take at most 3600 seconds, not 7200.
        containers:
          - image: docker.io/acme/shop:1.4.2
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
                timeoutSeconds: 864000
      #                         ^^^^^^ A task may take at most 604800 seconds, not 864000.
                containers:
                  - image: docker.io/acme/report:2.2
    `,
  ],
  good: [
    template`
      spec:
        timeoutSeconds: 3600
        containers:
          - image: docker.io/acme/shop:1.4.2
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
                timeoutSeconds: 604800
                containers:
                  - image: docker.io/acme/report:2.2
    `,
  ],
  *check(workload) {
    const timeout = workload.templateSpec.get('timeoutSeconds');
    const { value } = timeout;
    const most = workload.kind === 'Service' ? hour : workload.kind === 'Job' ? 168 * hour : undefined;
    if (value === undefined || most === undefined || (value >= 0 && value <= most)) return;
    const what = workload.kind === 'Job' ? 'A task' : 'A request';
    yield {
      on: timeout,
      help: `Write ${most} or less.${value > most && workload.kind === 'Service' ? ' Work that takes longer belongs in a job or a worker pool.' : ''}`,
      message:
        value < 0 ? `${what} cannot take ${value} seconds.` : `${what} may take at most ${most} seconds, not ${value}.`,
      predicts: workload.kind === 'Service' && value > most ? serviceRefusal : undefined,
    };
  },
});
