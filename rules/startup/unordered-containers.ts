import { manifest, template } from '../../src/examples.ts';
import type { Workload } from '../../src/rule-kit.ts';
import {
  annotationName,
  canBeBehind,
  defineRule,
  frontProxyOf,
  instanceOf,
  isDatabaseProxy,
  isFrontProxy,
  isMonitoring,
  mayBeCalled,
  say,
  unawaitedCalls,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unordered-containers',
  severity: 'info',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'There are several containers and no start order.',
  why: 'All containers start at the same time, and requests come as soon as the ingress container is up. What it needs from the others may not be there yet: the first calls fail, or the first telemetry is lost.',
  remedy:
    'Say who waits for whom in the template annotation `run.googleapis.com/container-dependencies`, and give those that are waited for a startup probe. Ignore this advice if no container needs another.',
  help: say`Write who waits for whom in ${annotationName('run.googleapis.com/container-dependencies')}. Ignore this advice if no container needs another one at the start.`,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
  ],
  bad: [
    template`
      spec:
        containers:
      # ^^^^^^^^^^ The 2 containers start at the same time, since no start order is given.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            env: [{ name: PORT, value: "8081" }]
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
      #         ^^^^^^^^^^ The 3 containers start at the same time, since no start order is given.
                  - name: import
                    image: docker.io/acme/import:2.1.0
                  - name: converter
                    image: docker.io/acme/converter:2.1.0
                  - name: scanner
                    image: docker.io/acme/scanner:2.1.0
    `,
    template`
      spec:
        containers:
      # ^^^^^^^^^^ The 3 containers start at the same time, since no start order is given.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: API_HOST, value: "http://localhost:10000" }]
          # On the way out, not in front.
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            args: ["-c", "/config/egress.yaml"]
          # It should wait for what it scrapes.
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["search"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { httpGet: { path: /healthz, port: 8081 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # Rules about database proxies say what this one needs.
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check(workload) {
    const { containers, dependencies, templateSpec } = workload;
    if (dependencies.exists || dependencies.annotation.mayHoldMore) return;
    // That it stands where it is not read has a rule of its own.
    if (workload.annotation('run.googleapis.com/container-dependencies').exists) return;
    if (hasKnownOrder(workload)) return;
    yield {
      on: templateSpec.get('containers'),
      message: `The ${containers.length} containers start at the same time, since no start order is given.`,
    };
  },
});

/** Whether some container plays a part whose place in the start order is known, so that a rule of its own says more. */
function hasKnownOrder(workload: Workload): boolean {
  const instance = instanceOf(workload);
  const proxy = frontProxyOf(instance);
  if (unawaitedCalls(instance).length > 0) return true;
  return instance.members.some((member) => {
    const { role } = member;
    if (isDatabaseProxy(role) || (isMonitoring(role) && role !== 'metrics-scraper')) return true;
    if (member === proxy) return instance.members.some((other) => other !== proxy && canBeBehind(other));
    // One that nobody calls was meant in front.
    return isFrontProxy(role) && !mayBeCalled(member);
  });
}
