import { template } from '../../src/examples.ts';
import type { Dial } from '../../src/rule-kit.ts';
import {
  defineRule,
  instanceOf,
  isFrontProxy,
  isLoopback,
  mayAnswer,
  means,
  meantFor,
  receiversOff,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'nobody-listens',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'A container calls a port of the instance on which no other container listens.',
  why: 'On localhost answer only the containers of the same instance. Where none of them has the port, the call is refused: a database or cache that ran beside the program on a laptop is not there, or listens on another port than its caller believes.',
  remedy:
    'Correct the port, add the container that is meant, or name the address of the service where it really runs. A variable left over from development should go.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/container-contract',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: REDIS_URL
                value: redis://localhost:6380/0
      #                        ^^^^^^^^^^^^^^ "REDIS_URL" sends "web" to port 6380 of the instance, but nobody listens there. "cache" listens on 6379.
          - name: cache
            image: docker.io/library/redis:8.2.1
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: MEMCACHED_HOST, value: cache }
              - { name: MEMCACHED_PORT, value: "11212" }
      #                                        ^^^^^^^ "MEMCACHED_PORT" sends "web" to port 11212 of "cache", but nobody listens there. "cache" listens on 11211.
          - name: cache
            image: docker.io/library/memcached:1.6.39
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: PDF_URL, value: "http://localhost:3001" }
              - { name: EXTRACTOR_URL, value: "http://localhost:3002" }
      #                                               ^^^^^^^^^^^^^^ "EXTRACTOR_URL" sends "web" to port 3002 of the instance, but nobody listens there. "pdf" listens on 3001.
          - name: pdf
            image: europe-west1-docker.pkg.dev/acme-prod/shop/pdf:1.8.2
            startupProbe: { httpGet: { path: /health, port: 3001 } }
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: ALL_PROXY, value: "socks5://localhost:1055" }]
      #                                               ^^^^^^^^^^^^^^ "ALL_PROXY" sends "web" to port 1055 of the instance, but nobody listens there. "tailscale" would, if "TS_SOCKS5_SERVER" said so.
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
            env: [{ name: TS_STATE_DIR, value: "mem:" }]
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: ALL_PROXY, value: "socks5://localhost:1055" }]
          - name: tailscale
            image: docker.io/tailscale/tailscale:v1.86.2
            # Whatever these say.
            env: [{ name: TS_TAILSCALED_EXTRA_ARGS, value: "--socks5-server=localhost:1055" }]
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              # A server often has a second port for gRPC, or names it itself.
              - { name: SEARCH_ADDR, value: "localhost:9090" }
              - { name: SEARCH_ADMIN_URL, value: "http://localhost:9091" }
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            env: [{ name: PORT, value: "8081" }, { name: ADMIN, value: ":9091" }]
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: REDIS_URL, value: redis://localhost:6379/0 }
              - { name: MEMCACHED_HOST, value: memory }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: cache
            image: docker.io/library/redis:8.2.1
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: memory
            image: docker.io/library/memcached:1.6.39
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: SEARCH_URL, value: "http://localhost:9200" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # What ports this image opens is not known.
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            resources: { limits: { cpu: "1", memory: 1Gi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            # What it calls itself in links.
            env: [{ name: APP_URL, value: "http://localhost:3000" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: cache
            image: docker.io/library/redis:8.2.1
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    for (const caller of members) {
      // An unsuitable upstream of a proxy has a rule of its own.
      if (isFrontProxy(caller.role)) continue;
      const offers = new Map<string, Offer>();
      for (const dial of caller.dials) {
        const { listener, name, on, port, target, host } = dial;
        if (port === undefined || listener || dial.certainty !== 'certain' || means(name, 'perhaps-own')) continue;
        // So has a call that a database proxy or an agent was to answer.
        if (meantFor(dial).some((meant) => !target || meant === target)) continue;
        const asked = isLoopback(host) ? members.filter((other) => other !== caller) : target ? [target] : [];
        if (asked.length === 0 || asked.some((other) => mayAnswer(other, dial))) continue;
        const where = isLoopback(host) ? 'of the instance' : `of "${host}"`;
        const wish = `${dial.protocol} ${dial.udp} ${host}`;
        const offered = offers.get(wish) ?? offer(dial, asked);
        offers.set(wish, offered);
        yield {
          on,
          message: `"${name}" sends "${caller.label}" to port ${port} ${where}, but nobody listens there.${offered.fact}`,
          help: offered.help,
        };
      }
    }
  },
});

/** What the caller may have meant, and what to write then. */
interface Offer {
  readonly fact: string;
  readonly help: string;
}

/** The port on which somebody speaks what the caller speaks. */
function offer({ port: called, protocol, udp }: Dial, asked: Dial['member'][]): Offer {
  for (const { label, listeners } of asked) {
    const meant = listeners.find((listener) => {
      return listener.purpose === 'data' && listener.udp === udp && (!protocol || listener.protocol === protocol);
    });
    if (meant?.port !== undefined) {
      return {
        fact: ` "${label}" listens on ${meant.port}.`,
        help: `Write port ${meant.port}, if you mean "${label}". If it is left over from development, remove the variable.`,
      };
    }
  }
  for (const other of asked) {
    const [setting] = receiversOff(other, [protocol ?? 'tcp']);
    if (setting) {
      return {
        fact: ` "${other.label}" would, if "${setting}" said so.`,
        help: `Set "${setting}" to "localhost:${called}" in "${other.label}".`,
      };
    }
  }
  return { fact: '', help: 'Write the port of a container of this instance, or the address where the service runs.' };
}
