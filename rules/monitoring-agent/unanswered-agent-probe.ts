import { template } from '../../src/examples.ts';
import {
  defineRule,
  fieldName,
  instanceOf,
  isDatabaseProxy,
  type Listener,
  quoteNames,
  say,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unanswered-agent-probe',
  deprecatedIds: ['agent-probe-mismatch'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: "A probe asks an agent's health check over gRPC, or for a page that it does not have.",
  why: `The agent listens there, but what it answers is no success, so the probe never succeeds: after its last attempt Cloud Run stops the instance, and the deploy fails. The health checks of agents speak HTTP, and no gRPC. The Managed Service for Prometheus sidecar has one page, \`/liveness\`.`,
  remedy: 'Ask with `httpGet` for the page that the message names, or with `tcpSocket` for the port alone.',
  help: false,
  references: [
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://cloud.google.com/stackdriver/docs/managed-prometheus/cloudrun-sidecar',
    'https://cloud.google.com/run/docs/configuring/healthchecks',
  ],
  predicts: 'The user-provided container failed the configured startup probe checks.',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_HEALTH_PORT, value: "5555" }
            startupProbe: { grpc: { port: 5555 } }
      #                                   ^^^^ The startup probe asks "datadog" on port 5555, but it answers HTTP there and no gRPC.
          - name: scraper
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            livenessProbe: { httpGet: { path: /, port: 13133 }, timeoutSeconds: 30, periodSeconds: 30 }
      #                                                ^^^^^ The liveness probe asks "scraper" on port 13133, but it has no page "/" there. Ask "/liveness".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_HEALTH_PORT, value: "5555" }
            startupProbe: { httpGet: { path: /any, port: 5555 } }
          - name: scraper
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            livenessProbe: { httpGet: { path: "/liveness?full", port: 13133 }, timeoutSeconds: 30, periodSeconds: 30 }
    `,
  ],
  *check(workload) {
    for (const { container, isCertain, label: name, listeners, product, role, settings } of instanceOf(workload)
      .members) {
      if (!isCertain || product?.confidence !== 'source' || isDatabaseProxy(role) || settings.mayHideSome) continue;
      for (const { handlers, label, path, port } of container.probes) {
        const health = listeners.find(({ port: own, protocol, purpose }) => {
          return purpose === 'health' && protocol === 'http' && own !== undefined && own === port.value;
        });
        const reason = health && whyUnanswered(health, handlers[0], path);
        if (reason !== undefined)
          yield {
            on: port,
            message: `The ${label} asks "${name}" on port ${port.value}, but ${reason}`,
            help: handlers[0] === 'grpc' ? say`Ask it with ${fieldName('httpGet')}.` : undefined,
          };
      }
    }
  },
});

/** What is wrong with how a health check is asked for; undefined where nothing is, or its pages are not known. */
function whyUnanswered(
  { listen }: Listener,
  handler: string | undefined,
  path: string | undefined,
): string | undefined {
  if (handler === 'grpc') return 'it answers HTTP there and no gRPC.';
  const { onlyPaths, paths = [] } = listen ?? {};
  const page = path?.replace(/^(?!\/)/, '/').replace(/[?#].*$/s, '');
  if (!onlyPaths || page === undefined || paths.includes(page)) return undefined;
  return `it has no page "${page}" there. Ask ${quoteNames(paths, 'or')}.`;
}
