import { changedManifest, manifest } from '../../src/examples.ts';
import { defineRule, deleteEntry, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'liveness-of-job',
  severity: 'error',
  appliesTo: 'job',
  needs: { mentions: ['livenessProbe'] },
  summary: 'A container of a job has a liveness probe, which Cloud Run refuses.',
  why: 'The containers of a task run until they end, and a task that fails is tried again. Cloud Run does not restart them in between, and refuses a job with a liveness probe.',
  remedy:
    'Remove the probe. `spec.timeoutSeconds` of the task ends one that hangs, and `maxRetries` says how often it is tried again.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/jobs/healthchecks',
    'https://cloud.google.com/run/docs/configuring/task-timeout',
  ],
  predicts: '… does not support liveness probe',
  fixable: 'safe',
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
                    livenessProbe:
      #             ^^^^^^^^^^^^^ "report" has a liveness probe, which Cloud Run refuses in a job. Remove it.
                      httpGet: { path: /healthz, port: 8080 }
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
                    livenessProbe: null
                    startupProbe:
                      tcpSocket: { port: 8080 }
    `,
  ],
  fixes: {
    block: changedManifest`
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
                      - image: docker.io/acme/report:1.2.3
        <               livenessProbe:
        <                 httpGet:
        <                   path: /health
                        resources: { limits: { cpu: "1", memory: 512Mi } }
      `,
    flow: changedManifest`
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
        <             - { image: docker.io/acme/report:1.2.3, livenessProbe: { httpGet: { path: /health } } }
        >             - { image: docker.io/acme/report:1.2.3 }
      `,
  },
  *check(job) {
    for (const { livenessProbe, subject } of job.containers) {
      if (!livenessProbe.exists) continue;
      yield {
        on: livenessProbe.field.key,
        message: `${subject} has a liveness probe, which Cloud Run refuses in a job. Remove it.`,
        // Safe: with it nothing is deployed at all.
        fix: safeFix('Remove the liveness probe', deleteEntry(livenessProbe.field)),
      };
    }
  },
});
