import { manifest, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

/** Longer circles are named by their first containers. */
const mostNamed = 10;

export default defineRule({
  id: 'dependency-cycle',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/container-dependencies'] },
  summary: 'Containers wait for each other in a circle.',
  why: 'A container starts once all that it waits for are up. In a circle each waits for the next, so none of them ever starts, and the revision never becomes ready.',
  remedy:
    'Decide who has to be up first and delete the other direction. The caller waits for the called: a proxy for its application, an application for its database proxy or telemetry agent. Only an agent that scrapes waits for the application.',
  help: 'Remove one direction. A container waits for those that it calls.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
  ],
  predicts: 'dependency cycle detected',
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"],"web":["nginx"]}'
      #                                                                       ^^^^^^^ "nginx" waits for "web", which waits for "nginx". None of them can start.
      spec:
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
            startupProbe: { tcpSocket: { port: 8080 } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            startupProbe: { tcpSocket: { port: 8888 } }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: mailer
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/container-dependencies: '{"worker":["collector","worker"]}'
      #                                                                          ^^^^^^^^ "worker" waits for itself. It can never start.
          spec:
            containers:
              - name: worker
                image: europe-west1-docker.pkg.dev/acme-prod/shop/worker:1.8.2
                startupProbe: { tcpSocket: { port: 9000 } }
              - name: collector
                image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
                startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          # A chain, and a diamond in it: both paths end at the same container.
          run.googleapis.com/container-dependencies: '{"nginx":["web","auth"],"web":["cloud-sql-proxy"],"auth":["cloud-sql-proxy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/shop/auth:1.8.2
            env: [{ name: PORT, value: "8889" }]
            startupProbe: { tcpSocket: { port: 8889 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check({ dependencies }) {
    for (const circle of dependencies.circles) {
      const last = circle.at(-1)!;
      yield { on: last.toPlace, message: describe(circle.map(({ waiter }) => waiter.label)) };
    }
  },
});

function describe(names: readonly string[]): string {
  const [first] = names;
  if (names.length === 1) return `"${first}" waits for itself. It can never start.`;
  const next = names.slice(1, mostNamed).map((name) => `"${name}"`);
  if (names.length > mostNamed) next.push(`${names.length - mostNamed} more`);
  return `"${first}" waits for ${[...next, `"${first}"`].join(', which waits for ')}. None of them can start.`;
}
