import { template } from '../../src/examples.ts';
import {
  defineRule,
  instanceOf,
  isDatabaseProxy,
  isForDatabase,
  isLoopback,
  type Member,
  type Served,
  servedBy,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'database-port-mismatch',
  severity: 'error',
  appliesTo: 'workload',
  needs: { role: isDatabaseProxy, certain: true },
  summary: 'The application calls its database on a port that the database proxy does not serve.',
  why: `Proxy and application find each other by the port alone. Where the two differ, each connection is refused, and the application has no database. Google's sample for the Cloud SQL Auth Proxy says it beside \`DB_PORT\`: the value has to be the one given to \`--port\`.`,
  remedy: "Write the same port on both sides, the application's variable and the proxy's `--port`.",
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/examples/multi-container/ruby/multicontainer.yaml',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#usage',
    'https://cloud.google.com/alloydb/docs/auth-proxy/connect',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: INSTANCE_HOST
                value: 127.0.0.1
              - name: DB_PORT
                value: "5432"
      #                ^^^^^^ "shop" calls its database on port 5432, but "proxy" serves port 5433.
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args:
              - --port=5433
      #                ~~~~ The proxy.
              - acme-prod:europe-west1:orders
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DATABASE_URL
                value: postgresql://shop@localhost:5433/shop
      #                                  ^^^^^^^^^^^^^^ "shop" calls its database on port 5433, but "alloydb" serves port 5432.
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: MYSQL_DSN
                value: shop:\${PASSWORD}@tcp(127.0.0.1:3307)/shop
      #                                     ^^^^^^^^^^^^^^ "shop" calls its database on port 3307, but "proxy" serves the usual port of its database (3306, 5432, 1433).
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["acme-prod:europe-west1:orders"]
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }]
      #                                                                        ^^^^^^ "shop" calls its database on port 5432, but "proxy" serves only sockets.
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--unix-socket=/sockets", "acme-prod:europe-west1:orders"]
      #                           ~~~~~~~~ The proxy.
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
        volumes:
          - name: sockets
            emptyDir: { medium: Memory, sizeLimit: 16Mi }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: STOCK_DATABASE_URL
                value: mysql://shop@127.0.0.1:3307/stock
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["acme-prod:europe-west1:orders", "acme-prod:europe-west1:stock"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: INSTANCE_HOST
                value: 127.0.0.1
              - name: DB_PORT
                value: "5433"
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port", "5432", "acme-prod:europe-west1:orders", "acme-prod:europe-west1:stock"]
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"default"}]'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DB_HOST
                value: 10.20.0.3
              - name: DB_PORT
                value: "6432"
              - name: REDIS_URL
                value: redis://localhost:6379
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
          - name: cache
            image: docker.io/library/redis:7.4
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DB_HOST
                value: localhost
              - name: DB_PORT
                value: "5432"
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=\${DB_PORT}", "acme-prod:europe-west1:orders"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: VECTOR_DB_HOST, value: localhost }
              - { name: VECTOR_DB_PORT, value: "6333" }
              # Its image starts a pooler beside the application.
              - { name: DATABASE_URL, value: "postgres://shop@localhost:6432/shop" }
              - { name: PGBOUNCER_DSN, value: "postgres://shop@localhost:5432/shop" }
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `,
  ],
  *check(workload, { matching: proxies }) {
    const instance = instanceOf(workload);
    const served = new Map(proxies.flatMap((proxy) => servedPair(proxy)));
    if (served.size < proxies.length) return;
    // Another container, whose ports we cannot tell, may be the one that is meant.
    const unclear = instance.members.filter(
      (member) => !served.has(member) && member.role !== 'application' && !member.listenersKnown,
    );
    for (const dial of instance.dials) {
      const { member, on, port } = dial;
      if (port === undefined || !isForDatabase(dial) || dial.certainty !== 'certain') continue;
      if (isDatabaseProxy(member.role) || mayPool(member)) continue;
      // A host that is none of this instance's is another rule's finding.
      if ((!dial.target && !isLoopback(dial.host)) || unclear.some((other) => other !== member)) continue;
      const meant = proxies.filter((proxy) => !dial.target || dial.target === proxy);
      const [proxy] = meant;
      if (!proxy || meant.some((candidate) => served.get(candidate)?.ports.has(port))) continue;
      const { first, ports, sockets } = served.get(proxy)!;
      const serves = first ? spell([...ports], first.port) : 'only sockets';
      yield {
        on,
        message: `"${member.label}" calls its database on port ${port}, but "${proxy.label}" serves ${serves}.`,
        help: first?.port
          ? `Write port ${first.port} here, or let "${proxy.label}" serve ${port}.`
          : sockets
            ? `Let "${proxy.label}" serve port ${port} instead of sockets, or call the socket.`
            : `Write the port that "${proxy.label}" serves.`,
        related: [{ on: (first ?? sockets)?.on ?? proxy.place, message: 'The proxy.' }],
      };
    }
  },
});

/** The proxy with what it serves; nothing where that is not all known. */
function servedPair(proxy: Member): [Member, Served][] {
  const served = servedBy(proxy);
  return served ? [[proxy, served]] : [];
}

/** Whether the container seems to hold a pooler of its own, which opens a port for it. */
function mayPool({ container, words }: Member): boolean {
  const texts = [...words.map(({ text }) => text), ...container.env.map(({ name = '' }) => name)];
  return texts.some((text) => /bouncer|pgcat|pgpool|odyssey|proxysql/i.test(text));
}

/** The first few ports; where the proxy's own first port is not stated, they are the usual ones. */
function spell(ports: readonly number[], stated: number | undefined): string {
  const few = ports.length > 4 ? `${ports.slice(0, 4).join(', ')} …` : ports.join(', ');
  if (stated === undefined) return `the usual port of its database (${few})`;
  return ports.length === 1 ? `port ${few}` : `ports ${few}`;
}
