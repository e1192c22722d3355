import { template } from '../../src/examples.ts';
import {
  annotationName,
  type Dial,
  defineRule,
  hasPlaceholder,
  instanceOf,
  isForDatabase,
  isLoopback,
  type Member,
  type Role,
  say,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cloudsql-instances';

export default defineRule({
  id: 'database-call-without-proxy',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: [key], wholeText: true },
  summary: "The application calls its database on localhost, but Cloud Run's own Cloud SQL connection opens no port.",
  why: `The annotation \`${key}\` gives Unix sockets below \`/cloudsql\` and nothing else. A port on localhost is what a proxy sidecar opens; without one the connection is refused, and the application has no database.`,
  remedy:
    'Let the application connect by the socket, `/cloudsql/PROJECT:REGION:INSTANCE`. Or remove the annotation and add a proxy for the database as a sidecar, which opens a port.',
  references: [
    'https://cloud.google.com/sql/docs/postgres/connect-run',
    'https://cloud.google.com/sql/docs/mysql/connect-run',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DATABASE_URL
                value: postgresql://shop@127.0.0.1:5432/orders
      #                                  ^^^^^^^^^^^^^^ "DATABASE_URL" points to a database on localhost, but no container opens its port. "run.googleapis.com/cloudsql-instances" gives only a socket under "/cloudsql".
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:blog
      spec:
        containers:
          - name: blog
            image: docker.io/acme/blog:1.4.2
            ports: [{ containerPort: 2368 }]
            env:
              - name: database__connection__host
                value: localhost
              - name: database__connection__port
                value: "3306"
      #                ^^^^^^ "database__connection__port" of "blog" points to a database on localhost, but no container opens its port. "run.googleapis.com/cloudsql-instances" gives only a socket under "/cloudsql".
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
            args: ["--config=/etc/otel/config.yaml"]
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DATABASE_URL
                value: postgresql://shop@localhost:5432/orders?host=/cloudsql/acme-prod:europe-west1:orders
              - name: REDIS_URL
                value: redis://localhost:6379
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            # The connector in the application reads the name and calls no host.
            env:
              - { name: DB_HOST, value: localhost }
              - { name: DB_PORT, value: "5432" }
              - { name: INSTANCE_CONNECTION_NAME, value: "acme-prod:europe-west1:orders" }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: DB_HOST, value: localhost }
              - { name: DB_PORT, value: "5432" }
          # What this one does is not known: it may be a proxy.
          - name: helper
            image: docker.io/acme/helper:1.4.2
    `,
  ],
  *check(workload) {
    const annotation = workload.templateAnnotation(key);
    if (!annotation.text?.includes(':')) return;
    const { members } = instanceOf(workload);
    for (const caller of members) {
      if (caller.role !== 'application' && caller.role !== 'unknown') continue;
      const others = members.filter((other) => other !== caller);
      if (!others.every(opensNoDatabase) || mayUseOther(caller)) continue;
      // Where all ports are known, "nobody-listens" says it.
      if (others.length > 0 && others.every(({ listenersKnown }) => listenersKnown)) continue;
      const dial = caller.dials.find(isUnanswered);
      if (!dial) continue;
      yield {
        on: dial.on,
        message: say`"${dial.name}"${caller.container.after('of')} points to a database on localhost, but no container opens its port. ${annotationName(key)} gives only a socket under "/cloudsql".`,
        help: `Let the application use the socket "/cloudsql/${annotation.text.split(',', 1)[0]!.trim()}". Or remove the annotation and add a proxy for the database as a sidecar.`,
      };
    }
  },
});

/** Products that neither are a database nor lead to one. */
const otherWork: ReadonlySet<Role> = new Set([
  'auth-proxy',
  'cache',
  'log-shipper',
  'metrics-scraper',
  'model-server',
  'monitoring-agent',
  'policy-engine',
  'secrets-agent',
]);

function opensNoDatabase({ isCertain, role }: Member): boolean {
  return isCertain && otherWork.has(role);
}

const databasePorts: ReadonlySet<number | undefined> = new Set([1433, 3306, 5432]);
const databases: ReadonlySet<string | undefined> = new Set(['mysql', 'postgres', 'sqlserver']);

/** Whether the call is for a database of Cloud SQL, and meets nobody. */
function isUnanswered(dial: Dial): boolean {
  if (!isLoopback(dial.host) || dial.listener || !isForDatabase(dial)) return false;
  return dial.port === undefined ? databases.has(dial.protocol) : databasePorts.has(dial.port);
}

const socket = /socket|cloud_?sql|connection_?name/i;

/**
 * Whether the container may reach its database by the socket or a library of Google's, whatever its host variables
 * say, or start a proxy by itself.
 */
function mayUseOther({ container, words }: Member): boolean {
  if (words.some(({ text }) => /sql|proxy|\.sh\b|^-c$/i.test(text))) return true;
  return container.env.some(({ field, isFromSecret, name = '' }) => {
    const text = field.get('value').text ?? '';
    const [, query = ''] = text.split('?');
    if (hasPlaceholder(query) || (isFromSecret && /(?:UR[LI]|DSN|CONN(?:ECTION)?(?:_?STR(?:ING)?)?)$/i.test(name)))
      return true;
    return socket.test(name) || socket.test(text) || /:[a-z]+-[a-z]+\d+:/.test(text);
  });
}
