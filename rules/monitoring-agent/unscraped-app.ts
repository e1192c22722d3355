import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Member } from '../../src/rule.ts';

export default defineRule({
  id: 'unscraped-app',
  severity: 'warning',
  appliesTo: 'service',
  summary: "A scraper without a configuration asks a port that is not the application's.",
  why: 'Without a configuration the Managed Service for Prometheus sidecar asks `localhost:8080/metrics` every 30 seconds. Where the application listens on another port, every scrape is refused and no metric arrives; the service itself works, and so does the sidecar.',
  remedy: `Write a \`RunMonitoring\` with the port and path of the metrics, store it in Secret Manager and mount it as \`/etc/rungmp/config.yaml\`:

\`\`\`yaml
apiVersion: monitoring.googleapis.com/v1beta
kind: RunMonitoring
metadata: { name: shop }
spec:
  endpoints: [{ port: 8000, path: /metrics, interval: 30s }]
\`\`\`

If the application serves its metrics on port 8080 beside its requests, let a variable of it say so, such as \`METRICS_PORT\`.`,
  references: [
    'https://cloud.google.com/stackdriver/docs/managed-prometheus/cloudrun-sidecar',
    'https://github.com/GoogleCloudPlatform/run-gmp-sidecar/blob/main/confgenerator/config.go',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8000 }]
      #                              ~~~~ Requests go to port 8000.
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "metrics" has no configuration and scrapes port 8080, of which nothing else in the file speaks.
    `,
    template`
      spec:
        containers:
          - name: gateway
            image: docker.io/acme/gateway:2.0.0
            ports: [{ name: h2c, containerPort: 50051 }]
      #                                         ~~~~~ Requests go to port 50051.
            startupProbe: { grpc: { port: 50051 } }
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.3.1
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "collector" has no configuration and scrapes port 8080, of which nothing else in the file speaks.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8000 }]
            env: [{ name: METRICS_ADDR, value: ":8080" }]
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8000 }]
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            volumeMounts: [{ name: gmp, mountPath: /etc/rungmp }]
        volumes:
          - name: gmp
            secret: { secretName: gmp-config, items: [{ key: "2", path: config.yaml }] }
    `,
  ],
  *check(service) {
    const { ingress } = service;
    if (!ingress || service.containers.length < 2 || ingress.containerPort === undefined) return;
    for (const scraper of instanceOf(service).members) {
      const { config, isCertain, label, place, product, role, settings } = scraper;
      const port = product?.upstream?.port;
      if (role !== 'metrics-scraper' || port === undefined || ingress.containerPort === port) continue;
      // A mount elsewhere was meant to configure it: another rule's finding.
      if (config !== 'stock' || !isCertain || settings.mayHideSome || scraper.container.mounts.length > 0) continue;
      if (scraper.instance.members.some((other) => other !== scraper && maySpeakOf(other, port))) continue;
      yield {
        on: place,
        message: `"${label}" has no configuration and scrapes port ${port}, of which nothing else in the file speaks.`,
        related: [
          {
            on: ingress.field.get('ports').items[0]?.get('containerPort') ?? ingress.field,
            message: `Requests go to port ${ingress.containerPort}.`,
          },
        ],
      };
    }
  },
});

/** Whether a container may have something to do with a port: it listens there, hides its settings or names the number. */
function maySpeakOf({ container, listeners, settings, words }: Member, port: number): boolean {
  if (settings.mayHideSome || listeners.some((listener) => listener.port === port)) return true;
  const number = String(port);
  if (words.some(({ text }) => text.includes(number))) return true;
  return container.env.some(({ field }) => field.get('value').text?.includes(number));
}
