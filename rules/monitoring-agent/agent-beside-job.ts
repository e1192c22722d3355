import { manifest } from '../../src/examples.ts';
import { defineRule, instanceOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-beside-job',
  severity: 'info',
  appliesTo: 'job',
  needs: { sidecars: true },
  summary: 'An agent runs beside a job, but it belongs in the container of the task.',
  why: 'An agent collects for a few seconds before it sends. A service lives on, but a task ends as soon as its work is done: what the agent in the other container still holds is lost, which for a short task may be all of it. An agent that starts the program itself sees its end, and sends before it ends, too.',
  remedy:
    'Put the agent into the image of the task and start the program by it; for Datadog, copy `datadog-init` from `serverless-init` and write `command: [/app/datadog-init, python, job.py]`. Ignore this advice where the program waits for the agent before it ends.',
  help: false,
  references: ['https://docs.datadoghq.com/serverless/google_cloud_run/jobs/'],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: nightly
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - name: import
                    image: docker.io/acme/import:2.1.0
                  - name: datadog
      #                   ^^^^^^^ What "datadog" has not sent when the task ends is lost. Start the program of the task with "datadog-init" instead.
                    image: gcr.io/datadoghq/serverless-init:1.9.0
                    env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }]
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: nightly
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - name: import
                    image: docker.io/acme/import:2.1.0
                    command: [/app/datadog-init, python, import.py]
                  # There are two now, which another rule says.
                  - name: datadog
                    image: gcr.io/datadoghq/serverless-init:1.9.0
                    env: [{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }]
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: nightly
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - name: import
                    image: docker.io/acme/import:2.1.0
                  # It brings no program to start another by.
                  - name: collector
                    image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    `,
  ],
  *check(job) {
    const { members } = instanceOf(job);
    // "agent-beside-wrapper" speaks of one that has both.
    if (members.some(({ wrapper }) => wrapper)) return;
    for (const { container, isCertain, label, product } of members) {
      if (!isCertain || !product?.wrapper) continue;
      yield {
        on: container.field,
        message: `What "${label}" has not sent when the task ends is lost. Start the program of the task with "${product.wrapper.program}" instead.`,
      };
    }
  },
});
