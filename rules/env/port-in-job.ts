import { manifest } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'port-in-job',
  severity: 'warning',
  appliesTo: 'job',
  needs: { mentions: ['PORT'] },
  summary: 'A job sets the variable "PORT", a name that Cloud Run reserves.',
  why: 'A job takes no requests, so nothing asks its port. The name is one that Cloud Run reserves: a public test saw it refused, though not on which kinds of workload.',
  remedy: 'Choose another name where the program listens for others of the same task, or remove the variable.',
  help: false,
  references: ['https://cloud.google.com/run/docs/container-contract#env-vars'],
  bad: [
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
                  - name: report
                    image: docker.io/acme/report:2.2
                    env: [{ name: PORT, value: "8080" }]
      #                           ^^^^ "report" of a job sets "PORT", which Cloud Run may refuse as reserved. Choose another name.
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
            template:
              spec:
                containers:
                  - name: report
                    image: docker.io/acme/report:2.2
                    env: [{ name: HTTP_PORT, value: PORT }]
    `,
  ],
  *check(job) {
    for (const container of job.containers) {
      const port = container.variable('PORT');
      if (!port) continue;
      yield {
        on: port.field.get('name'),
        message: `${container.subject} of a job sets "PORT", which Cloud Run may refuse as reserved. Choose another name.`,
      };
    }
  },
});
