import { manifest } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'task-limits-out-of-range',
  severity: 'error',
  refused: true,
  appliesTo: 'job',
  needs: { mentions: ['taskCount', 'maxRetries'] },
  summary: 'A job has more tasks or retries than Cloud Run allows.',
  why: 'An execution has at most 10,000 tasks, and a task is tried again at most 10 times. Cloud Run refuses more.',
  remedy: 'Lower the number, and let each task do more.',
  references: [
    'https://cloud.google.com/run/docs/configuring/task-parallelism',
    'https://cloud.google.com/run/docs/configuring/max-retries',
    'https://cloud.google.com/run/quotas',
  ],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            taskCount: 20000
      #                ^^^^^ Cloud Run allows at most 10,000 tasks, not 20,000.
            template:
              spec:
                maxRetries: 25
      #                     ^^ Cloud Run allows at most 10 retries of a task, not 25.
                containers:
                  - image: docker.io/acme/report:2.2
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
                maxRetries: -1
      #                     ^^ There cannot be -1 retries of a task.
                containers:
                  - image: docker.io/acme/report:2.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            taskCount: 10000
            parallelism: 50
            template:
              spec:
                maxRetries: 10
                containers:
                  - image: docker.io/acme/report:2.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            taskCount: "%TASKS%"
            template:
              spec:
                maxRetries: 0
                containers:
                  - image: docker.io/acme/report:2.2
    `,
  ],
  *check(job) {
    const execution = job.execution.get('spec');
    for (const [field, most, what] of [
      [execution.get('taskCount'), 10_000, 'tasks'],
      [execution.get('template').get('spec').get('maxRetries'), 10, 'retries of a task'],
    ] as const) {
      const { value } = field;
      if (value === undefined || (value >= 0 && value <= most)) continue;
      const bound = `at most ${most.toLocaleString('en')} ${what}, not ${value.toLocaleString('en')}`;
      yield {
        on: field,
        help: `Write a number from 0 to ${most}.`,
        message: value < 0 ? `There cannot be ${value} ${what}.` : `Cloud Run allows ${bound}.`,
      };
    }
  },
});
