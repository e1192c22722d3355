import { template } from '../../src/examples.ts';
import { defineRule, filledIn, instanceOf, quoteNames, startupProbeFor } from '../../src/rule-kit.ts';

const refusal = "Dependent container 'NAME' must have startup probe specified";

export default defineRule({
  id: 'dependency-without-startup-probe',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/container-dependencies'], wholeText: true },
  summary: 'A container that others wait for has no startup probe.',
  why: 'Waiting for a container means waiting for its startup probe to pass. Without a probe nothing shows that it is up, and Cloud Run refuses the revision. The TCP probe that Cloud Run adds by itself does not count, and only the ingress container gets one.',
  remedy:
    'Give the container a `startupProbe` with its port written out: `httpGet` on its health page, or `tcpSocket` where it has none. The port must be open on all interfaces, since probes do not come from localhost.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/cloud-run-samples/issues/230',
    'https://github.com/hashicorp/terraform-provider-google/issues/17238',
  ],
  predicts: refusal,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["cloud-sql-proxy"]}'
      #                                                       ~~~~~~~~~~~~~~~~~ "web" waits for it here.
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_PORT, value: "5432" }]
          - name: cloud-sql-proxy
      #           ^^^^^^^^^^^^^^^ "cloud-sql-proxy" has no startup probe, but "web" waits for it.
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "acme-prod:europe-west1:shop"]
            livenessProbe: { httpGet: { path: /liveness, port: 9090 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: "{web: [collector], worker: [collector]}"
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: worker
            image: europe-west1-docker.pkg.dev/acme-prod/shop/worker:1.8.2
          - name: collector
      #           ^^^^^^^^^ "collector" has no startup probe, but "web" and "worker" wait for it.
      #           = Write "startupProbe: { tcpSocket: { port: 4317 } }" in "collector".
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["cloud-sql-proxy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_PORT, value: "5432" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["collector"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { grpc: { port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
  ],
  *check(workload) {
    const { containers, dependencies, ingress } = workload;
    for (const container of containers) {
      const edges = dependencies.edgesTo(container);
      if (edges.length === 0 || container === ingress || container.startupProbe.exists) continue;
      const waiters = quoteNames(edges.map(({ waiter }) => waiter.label));
      yield {
        on: container.startupProbe.field,
        message: `"${container.label}" has no startup probe, but ${waiters} ${edges.length > 1 ? 'wait' : 'waits'} for it.`,
        predicts: filledIn(refusal, container.name),
        help: startupProbeFor(instanceOf(workload).of(container)),
        related: edges.map(({ toPlace, waiter }) => ({ on: toPlace, message: `"${waiter.label}" waits for it here.` })),
      };
    }
  },
});
