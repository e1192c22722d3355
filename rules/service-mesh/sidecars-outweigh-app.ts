import { template } from '../../src/examples.ts';
import type { Member, Role } from '../../src/rule-kit.ts';
import { applicationsOf, defineRule, formatBytes, formatCpu, instanceOf, quoteNames } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'sidecars-outweigh-app',
  severity: 'info',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'Proxies and agents together have more CPU or memory than the application.',
  why: 'What all containers have is paid for in every instance. Where helpers have the greater part, most of the bill is not for the application, and each further instance brings the same overhead again.',
  remedy:
    'Measure what the helpers need and lower their limits, or give the application more and let one instance take more requests at a time. A collector for the whole project, as a service of its own, costs less than one in each instance.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cpu',
    'https://cloud.google.com/run/docs/configuring/services/memory-limits',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: web
      #           ^^^ "web" has 0.5 vCPU, but its helpers "nginx" and "collector" together have 2 vCPU.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            resources: { limits: { cpu: 500m, memory: 1Gi } }
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 256Mi } }
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        containers:
          - name: web
      #           ^^^ "web" has 256 MiB of memory, but its helper "datadog-agent" has 512 MiB of memory.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 256Mi } }
          - name: datadog-agent
            image: gcr.io/datadoghq/serverless-init:1.7.5
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { tcpSocket: { port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["model"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # A model is the work itself, not a helper.
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            startupProbe: { httpGet: { path: /, port: 11434 } }
            resources: { limits: { cpu: "4", memory: 8Gi } }
    `,
    // Nothing here is known to be the application.
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: relay
            image: docker.io/alpine/socat:1.8.0.3
            args: ["tcp-listen:8080,fork,reuseaddr", "socks5-connect:127.0.0.1:1055:home:80"]
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 256Mi } }
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
            env:
              - { name: TS_SOCKS5_SERVER, value: "localhost:1055" }
            resources: { limits: { cpu: "2", memory: 512Mi } }
    `,
  ],
  *check(workload) {
    const instance = instanceOf(workload);
    const applications = applicationsOf(instance);
    const sidecars = instance.members.filter(({ role }) => helpers.has(role));
    const [first] = applications;
    if (!first || sidecars.length === 0) return;
    const [served, names] = [applications, sidecars].map((members) => quoteNames(members.map(({ label }) => label)));
    const have = applications.length === 1 ? 'has' : 'together have';
    const their = applications.length === 1 ? 'its' : 'their';
    const helping = sidecars.length === 1 ? `helper ${names} has` : `helpers ${names} together have`;
    for (const { key, format } of measures) {
      const own = sum(applications, key);
      const others = sum(sidecars, key);
      if (own === undefined || others === undefined || others <= own) continue;
      yield {
        on: first.container.field,
        message: `${served} ${have} ${format(own)}, but ${their} ${helping} ${format(others)}.`,
        help: `Lower the limits of ${names} to what ${sidecars.length === 1 ? 'it needs' : 'they need'}. Measure first.`,
      };
    }
  },
});

/** Containers that serve the application, whatever it does. Stores, models and tools are part of the work. */
const helpers: ReadonlySet<Role> = new Set([
  'reverse-proxy',
  'api-gateway',
  'auth-proxy',
  'mesh-proxy',
  'database-proxy',
  'connection-pooler',
  'monitoring-agent',
  'metrics-scraper',
  'log-shipper',
  'policy-engine',
  'secrets-agent',
  'tunnel',
  'debug-tool',
]);

const measures = [
  { key: 'cpu', format: formatCpu },
  { key: 'memory', format: (bytes: number) => `${formatBytes(bytes)} of memory` },
] as const;

/** undefined where the limit of any of them is not known. */
function sum(members: readonly Member[], key: 'cpu' | 'memory'): number | undefined {
  let total = 0;
  for (const { container } of members) {
    const amount = container[key];
    if (amount === undefined) return undefined;
    total += amount;
  }
  return total;
}
