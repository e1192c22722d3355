import { template } from '../../src/examples.ts';
import type { Container } from '../../src/rule-kit.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

/** Seconds; the longest that Cloud Run let one startup probe take until 2026, and the window of its default probe. */
const patience = 240;

export default defineRule({
  id: 'slow-startup-chain',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/container-dependencies'] },
  summary: 'Containers that wait for each other may take more than 240 seconds to start.',
  why: 'In a chain each container begins only when the one before is up, so the times that the startup probes allow add up. While a new instance starts, requests that need it wait, and a start that fails is noticed only when the time is over.',
  remedy:
    'Let a probe allow what the container really needs: `periodSeconds` times `failureThreshold`. Start side by side what does not need each other, and move slow work, such as downloads, into the image.',
  help: say`Let each probe allow only what its container needs: ${fieldName('periodSeconds')} times ${fieldName('failureThreshold')}. Containers that do not need each other need not wait.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/deploying#sidecars',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["model"]}'
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            startupProbe: { httpGet: { path: /healthz, port: 8080 }, periodSeconds: 5, failureThreshold: 12 }
      #     ~~~~~~~~~~~~ "web" may take 60 seconds.
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            startupProbe: { httpGet: { path: /, port: 11434 }, periodSeconds: 10, failureThreshold: 24 }
      #     ^^^^^^^^^^^^ The start may take 300 seconds, of which "model" has 240. First "model", then "web" starts.
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"],"web":["cloud-sql-proxy"]}'
      spec:
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            startupProbe: { tcpSocket: { port: 8888 }, initialDelaySeconds: 60, periodSeconds: 10, failureThreshold: 12 }
      #     ^^^^^^^^^^^^ The start may take 280 seconds, of which "web" has 180. First "cloud-sql-proxy", then "web" starts.
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            startupProbe: { httpGet: { path: /startup, port: 9090 }, periodSeconds: 10, failureThreshold: 10 }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["collector","cloud-sql-proxy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            startupProbe: { httpGet: { path: /healthz, port: 8080 }, periodSeconds: 5, failureThreshold: 12 }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # These two start side by side: only the slower one counts.
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 }, periodSeconds: 10, failureThreshold: 12 }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            startupProbe: { httpGet: { path: /startup, port: 9090 }, periodSeconds: 10, failureThreshold: 10 }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check({ dependencies }) {
    const longest = new Map<Container, Chain>();
    let worst: Chain = { seconds: 0 };
    for (const container of dependencies.startOrder) {
      const before = dependencies.of(container).map((needed) => longest.get(needed)!);
      const slowest = before.reduce<Chain>((a, b) => (b.seconds > a.seconds ? b : a), { seconds: 0 });
      const chain = { seconds: slowest.seconds + statedWindow(container), last: container, before: slowest };
      longest.set(container, chain);
      if (chain.seconds > worst.seconds) worst = chain;
    }
    const links = [...linksOf(worst)].reverse();
    if (worst.seconds <= patience || links.length < 2) return;
    const heaviest = links.reduce((a, b) => (statedWindow(b) > statedWindow(a) ? b : a));
    const [first, ...later] = links.map(({ label }) => `"${label}"`);
    yield {
      on: heaviest.startupProbe.field,
      message: `The start may take ${worst.seconds} seconds, of which "${heaviest.label}" has ${statedWindow(heaviest)}. First ${first}, then ${later.join(', then ')} starts.`,
      related: links
        .filter((container) => container !== heaviest)
        .map((container) => {
          return {
            on: container.startupProbe.field,
            message: `"${container.label}" may take ${statedWindow(container)} seconds.`,
          };
        }),
    };
  },
});

/** The containers that start one after the other, as a list linked from the last to the first. */
interface Chain {
  readonly seconds: number;
  readonly last?: Container;
  readonly before?: Chain;
}

/** The containers of a chain that state a window, from the last to the first. */
function* linksOf(chain: Chain): Generator<Container> {
  for (let at: Chain | undefined = chain; at?.last; at = at.before) {
    if (statedWindow(at.last) > 0) yield at.last;
  }
}

/** Seconds that the file itself gives a container to start; 0 where it is silent or unknown, so that sums are at least true. */
function statedWindow({ startupProbe }: Container): number {
  if (!startupProbe.exists) return 0;
  return (startupProbe.initialDelaySeconds ?? 0) + (startupProbe.windowSeconds ?? 0);
}
