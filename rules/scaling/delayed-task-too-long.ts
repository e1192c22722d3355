import { manifest } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

/** How long a task of a delayed execution may take, in seconds. */
const most = 12 * 3600;

export default defineRule({
  id: 'delayed-task-too-long',
  severity: 'warning',
  appliesTo: 'job',
  needs: { mentions: ['delayExecution'] },
  summary: 'A job that may start later gives its tasks more time than such an execution has.',
  why: 'An execution with `delayExecution` starts within twelve hours, when capacity is free, and then runs for at most twelve hours. A task that needs longer is not brought to its end.',
  remedy: 'Lower `spec.timeoutSeconds` to 43200 or less, or leave `delayExecution` out.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/ExecutionSpec',
    'https://cloud.google.com/run/docs/configuring/task-timeout',
  ],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          spec:
            delayExecution: true
      #                     ~~~~ It may start later because of this.
            template:
              spec:
                timeoutSeconds: 86400
      #                         ^^^^^ A task may take 86400 seconds, but a delayed execution runs for at most 43200. Lower the timeout or remove "delayExecution".
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          spec:
            delayExecution: true
            template:
              spec:
                timeoutSeconds: 43200
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            delayExecution: false
            template:
              spec:
                timeoutSeconds: 86400
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  *check(job) {
    const delay = job.execution.get('spec').get('delayExecution');
    const timeout = job.templateSpec.get('timeoutSeconds');
    if (delay.value !== true || (timeout.value ?? 0) <= most) return;
    yield {
      on: timeout,
      message: say`A task may take ${timeout.value!} seconds, but a delayed execution runs for at most ${most}. Lower the timeout or remove ${fieldName('delayExecution')}.`,
      related: [{ on: delay, message: 'It may start later because of this.' }],
    };
  },
});
