import { template } from '../../src/examples.ts';
import { askPort, defineRule, fieldName, quoteNames, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'dependency-on-default-probe',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/container-dependencies'], wholeText: true },
  summary: 'A container waits for the ingress container, which has no startup probe of its own.',
  why: 'Cloud Run probes the ingress container by itself, but asks that a container which others wait for has a startup probe written out. Such a service has been seen to deploy; by the documentation it may be refused. And the default probe only shows that the port is open, not that the application answers.',
  remedy: 'Write a `startupProbe` for the ingress container, best `httpGet` on a page that answers once it is ready.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/stackdriver/docs/managed-prometheus/cloudrun-sidecar',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
          run.googleapis.com/container-dependencies: '{"collector":["web"]}'
      #                                                             ~~~~~ "collector" waits for it here.
      spec:
        containers:
          - name: web
      #           ^^^ "web" has no startup probe of its own, but "collector" waits for it.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["nginx"]}'
      spec:
        containers:
          - name: nginx
      #           ^^^^^ "nginx" has no startup probe of its own, but "web" waits for it.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
          run.googleapis.com/container-dependencies: '{"collector":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            startupProbe: { httpGet: { path: /startup, port: 8080 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            livenessProbe: { httpGet: { path: /liveness, port: 13133 }, timeoutSeconds: 30, periodSeconds: 30 }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check({ dependencies, ingress }) {
    if (!ingress || ingress.startupProbe.exists) return;
    const edges = dependencies.edgesTo(ingress).filter(({ waiter }) => waiter !== ingress);
    if (edges.length === 0) return;
    const waiters = quoteNames(edges.map(({ waiter }) => waiter.label));
    yield {
      on: ingress.startupProbe.field,
      message: `"${ingress.label}" has no startup probe of its own, but ${waiters} ${edges.length > 1 ? 'wait' : 'waits'} for it.`,
      help: say`${askPort(ingress.label, ingress.containerPort ?? 8080)} Better, ask a page with ${fieldName('httpGet')} that answers once it is ready.`,
      related: edges.map(({ toPlace, waiter }) => ({ on: toPlace, message: `"${waiter.label}" waits for it here.` })),
    };
  },
});
