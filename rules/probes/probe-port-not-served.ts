import { template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  instanceOf,
  type Member,
  mayServe,
  nameAndProduct,
  parsePort,
  type ServerCommand,
  say,
  serverCommandOf,
  setting,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'probe-port-not-served',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe asks a port that its container does not serve.',
  why: 'Where nobody listens, the probe fails until Cloud Run gives up. Where another container listens, that one answers, because the containers of an instance share one network: the probe then says nothing of its own container, and others that wait for it start too early.',
  remedy: 'Write the port on which the container itself answers.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/healthchecks',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe:
              tcpSocket:
                port: 6380
      #               ^^^^ The startup probe asks port 6380, but "cache" (Redis) serves 6379.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
      #     ~~~~~ "shop" has port 8080.
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                port: 8080
      #               ^^^^ The startup probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
    `,
    template`
      spec:
        containers:
          - name: proxy
            image: docker.io/acme/proxy:1.4.2
            ports: [{ containerPort: 9000 }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: PORT
                value: "8080"
      #                ~~~~~~ "shop" has port 8080.
            startupProbe:
              tcpSocket:
                port: 8080
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: PORT
                value: "8081"
            livenessProbe:
              httpGet:
                path: /healthz
                port: 8080
      #               ^^^^ The liveness probe of "search" asks port 8080, on which "shop" answers. Write the port of "search".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
            args: [redis-server, --port, "6380"]
            startupProbe:
              tcpSocket:
                port: 6380
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            livenessProbe:
              httpGet:
                path: /healthz
                port: 8002
          - name: search
            image: docker.io/acme/search:1.4.2
            startupProbe:
              httpGet:
                path: /healthz
                port: 8081
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme/search:1.4.2
            env:
              - name: PORT
                value: "9000"
            startupProbe:
              httpGet:
                path: /healthz
                port: "%SEARCH_PORT%"
            livenessProbe:
              httpGet:
                path: /healthz
                port: 9001
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: orders
            image: docker.io/library/postgres:17
            args: [-c, port=5433]
            startupProbe:
              tcpSocket:
                port: 5433
          - name: cache
            image: docker.io/redis/redis-stack:7.4.0
            startupProbe:
              httpGet:
                port: 8001
    `,
  ],
  *check(workload) {
    const byPort = new Map(workload.containers.map((container) => [statedPort(container), container]));
    for (const member of instanceOf(workload).members) {
      const { container } = member;
      const own = statedPort(container);
      for (const probe of container.probes) {
        const port = probe.port.value;
        if (port === undefined || port === own) continue;
        const other = container.isIngress || surelyServes(member, port) ? undefined : byPort.get(port);
        // Where the other waits for this probe, startup-deadlock says more.
        if (other?.isIngress && probe.kind === 'startupProbe' && workload.dependencies.waitsFor(other, container))
          continue;
        if (other) {
          const place = other.containerPort === port ? other.field.get('ports') : other.variable('PORT')!.place;
          yield {
            on: probe.port,
            message: `The ${probe.label} of "${container.label}" asks port ${port}, on which "${other.label}" answers. Write the port of "${container.label}".`,
            help: own === undefined ? undefined : say`Write ${setting('port', own)}.`,
            related: [{ on: place, message: `"${other.label}" has port ${port}.` }],
          };
        } else if (isKnownNotToServe(member, port)) {
          const served = member.listeners.map((listener) => listener.port).join(', ');
          yield {
            on: probe.port,
            message: `The ${probe.label} asks port ${port}, but ${nameAndProduct(container.label, member.product!)} serves ${served}.`,
            help: `Write the port that it serves: ${served}.`,
          };
        } else {
          const server = serverInstead(member, port);
          if (server)
            yield {
              on: probe.port,
              message: `The ${probe.label} asks port ${port}, but "${server.program}"${container.after('in')} listens on ${server.port}.`,
              help: say`Write ${setting('port', server.port)}, or let "${server.program}" listen on ${port}.`,
              related: [{ on: server.on, message: 'The port is set here.' }],
            };
        }
      }
    }
  },
});

/** The port that a container is told to listen on: its container port, or its own variable PORT. */
function statedPort(container: Container): number | undefined {
  return container.containerPort ?? parsePort(container.variable('PORT')?.value ?? '');
}

/** Whether it opens the port itself, so that the neighbour is in its way: port-collision tells that. */
function surelyServes({ listeners, product }: Member, asked: number): boolean {
  return (
    product !== undefined &&
    listeners.some(({ certainty, port, udp }) => port === asked && !udp && certainty === 'certain')
  );
}

/** The web server that is told another port than the one asked, where nothing speaks of that one. */
function serverInstead(member: Member, asked: number): ServerCommand | undefined {
  return mayServe(member, asked) ? undefined : serverCommandOf(member);
}

/** Products with a health check of their own have rules that say more. */
function isKnownNotToServe({ container, product, listeners, listenersKnown }: Member, asked: number): boolean {
  // A number on the command line may be the port, in a way that the catalogue does not know: -c port=5433.
  const number = new RegExp(`(?<![\\d.])${asked}(?![\\d.])`);
  if ([...container.command, ...container.args].some((text) => number.test(text))) return false;
  if (!product || !listenersKnown || product.listens?.some(({ purpose }) => purpose === 'health')) return false;
  return listeners.length > 0 && !listeners.some(({ port, udp }) => port === asked && !udp);
}
