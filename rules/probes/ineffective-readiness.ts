import { changedManifest, manifest } from '../../src/examples.ts';
import { defineRule, deleteEntry, nameOf, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ineffective-readiness',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['readinessProbe'] },
  summary: 'A job or a worker pool has a readiness probe, which does nothing there.',
  why: 'A readiness probe keeps requests away from an instance that is busy. Jobs and worker pools get no requests, so nothing acts on its answer.',
  remedy: 'Remove the probe. What others wait for at the start is the startup probe.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/configuring/workerpools/healthchecks',
  ],
  fixable: 'safe',
  bad: [
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
                readinessProbe:
      #         ^^^^^^^^^^^^^^ The readiness probe has no effect, since a worker pool gets no requests. Remove it.
                  grpc: { port: 50051 }
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
                  - name: report
                    image: docker.io/acme/report:2.2
                    readinessProbe:
      #             ^^^^^^^^^^^^^^ The readiness probe of "report" has no effect, since a job gets no requests. Remove it.
                      httpGet: { path: /ready, port: 8080 }
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
                readinessProbe:
                  httpGet: { path: /ready }
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
                readinessProbe: null
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
        <               readinessProbe:
        <                 httpGet:
        <                   path: /ready
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
        <             - { image: docker.io/acme/report:1.2.3, readinessProbe: { httpGet: { path: /ready } } }
        >             - { image: docker.io/acme/report:1.2.3 }
      `,
  },
  *check(workload) {
    if (workload.kind !== 'Job' && workload.kind !== 'WorkerPool') return;
    for (const container of workload.containers) {
      if (!container.readinessProbe.exists) continue;
      yield {
        on: container.readinessProbe.field.key,
        message: `The readiness probe${container.after('of')} has no effect, since a ${nameOf(workload.kind)} gets no requests. Remove it.`,
        // Safe: nobody asks it.
        fix: safeFix('Remove the readiness probe', deleteEntry(container.readinessProbe.field)),
      };
    }
  },
});
