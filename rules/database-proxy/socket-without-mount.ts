import { template } from '../../src/examples.ts';
import {
  annotationName,
  byApi,
  type Container,
  defineRule,
  type Field,
  fieldName,
  hasPlaceholder,
  parseInstance,
  say,
  type Text,
  type Workload,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cloudsql-instances';

export default defineRule({
  id: 'socket-without-mount',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env'], wholeText: true },
  summary: 'A variable names a socket under `/cloudsql`, but nothing puts one there.',
  why: `Cloud Run makes the sockets under \`/cloudsql\` only for the instances that the annotation \`${key}\` names. Without it the folder does not exist; of an instance that it does not name there is no socket in it. The application's first query ends with "no such file or directory". It is lost easily when a service that was made in the console, or by flags, is moved to a file.`,
  remedy: `Name the instance in \`${key}\` on the revision template. If a proxy beside the application makes the sockets, mount its folder in both containers.`,
  references: [
    'https://cloud.google.com/sql/docs/postgres/connect-run',
    'https://cloud.google.com/sql/docs/mysql/connect-run',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: INSTANCE_UNIX_SOCKET
                value: /cloudsql/acme-prod:europe-west1:orders
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "INSTANCE_UNIX_SOCKET" names a socket in "/cloudsql", but the template has no "run.googleapis.com/cloudsql-instances" and the container no such mount.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DATABASE_URL
                value: postgresql://shop@/orders?host=/cloudsql/acme-prod:europe-west1:orders
      #                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DATABASE_URL" of "shop" names a socket in "/cloudsql", but the template has no "run.googleapis.com/cloudsql-instances" and the container no such mount.
          - name: cache
            image: docker.io/library/redis:8.2.1
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:stock
      #                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The instances that get a socket.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: WORDPRESS_DB_HOST
                value: localhost:/cloudsql/acme-prod:europe-west1:orders
      #                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "WORDPRESS_DB_HOST" of "shop" names a socket of "acme-prod:europe-west1:orders", but "run.googleapis.com/cloudsql-instances" does not name this instance.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DATABASE_URL
                value: postgres://shop@%2Fcloudsql%2Facme-prod%3Aeurope-west1%3Aorders/shop
      #                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DATABASE_URL" of "shop" names a socket in "/cloudsql", but the template has no "run.googleapis.com/cloudsql-instances" and the container no such mount.
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
              - name: INSTANCE_UNIX_SOCKET
                value: /cloudsql/acme-prod:europe-west1:orders
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_HOST, value: "/cloudsql/acme-prod:europe-west1:orders" }]
            volumeMounts: [{ name: sockets, mountPath: /cloudsql }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--unix-socket=/cloudsql", "acme-prod:europe-west1:orders"]
            volumeMounts: [{ name: sockets, mountPath: /cloudsql }]
        volumes:
          - name: sockets
            emptyDir: { medium: Memory, sizeLimit: 16Mi }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:stock,\${ORDERS_INSTANCE}
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: INSTANCE_UNIX_SOCKET
                value: /cloudsql/acme-prod:europe-west1:orders
    `,
    template`
      spec:
        containers:
          # Its image starts the proxy by itself.
          - image: docker.io/acme/shop:1.4.2
            command: ["/start-with-proxy.sh"]
            env:
              - name: INSTANCE_UNIX_SOCKET
                value: /cloudsql/acme-prod:europe-west1:orders
    `,
  ],
  *check(workload) {
    if (workload.isMisplaced(key)) return;
    const annotation = workload.templateAnnotation(key);
    const made = annotation.exists && annotation.text !== '' ? namesIn(annotation) : [];
    // Names that are filled in may be any.
    if (made === undefined) return;
    for (const container of workload.containers) {
      for (const variable of container.env) {
        const value = variable.field.get('value');
        const socket = value.text === undefined ? null : socketPath.exec(value.text);
        const path = socket?.[1];
        if (!path || mayBeMounted(container) || mayBeMade(workload)) continue;
        const named = decode(path).split('/')[2] ?? '';
        const isOther = made.length > 0;
        if (isOther && (made.includes(named) || hasPlaceholder(named) || !isConnectionName(named))) continue;
        const start = socket.index + socket[0].length - path.length;
        const who = `"${variable.field.get('name').text ?? ''}"${container.after('of')}`;
        yield {
          on: value.part(start, start + path.length),
          message: isOther
            ? say`${who} names a socket of "${named}", but ${annotationName(key)} does not name this instance.`
            : say`${who} names a socket in "/cloudsql", but the template has no ${annotationName(key)} and the container no such mount.`,
          help: helpFor(isConnectionName(named) ? `"${named}"` : 'the instance', isOther),
          ...(isOther && { related: [{ on: annotation, message: 'The instances that get a socket.' }] }),
        };
      }
    }
  },
});

/** In the v2 API the instances are a volume, which each container mounts itself. */
function helpFor(which: string, isMounted: boolean): Text {
  const volume = say`Add ${which} to ${fieldName('instances')} of a volume ${annotationName(key)}${isMounted ? '' : ', and mount it at "/cloudsql"'}.`;
  return byApi({ v1: say`Add ${which} to ${annotationName(key)} on the template.`, v2: volume });
}

/** A path below `/cloudsql`, as it stands in URLs, in connection strings and alone. */
const socketPath = /(?:^|[=@(:])((?:\/|%2F)cloudsql(?:\/[^\s)?&'"]+|%2F[^\s)?&'"/]+))/i;

function isConnectionName(text: string): boolean {
  return parseInstance(text)?.kind === 'connection-name';
}

/** The path without percent signs, which stand for slashes and colons in a URL. */
function decode(path: string): string {
  return path.replace(/%2F/gi, '/').replace(/%3A/gi, ':');
}

/** The instances that the annotation names; undefined where one of them is not written out. */
function namesIn(annotation: Field<string>): readonly string[] | undefined {
  const names = (annotation.text ?? '').split(',').map((name) => name.trim());
  return names.every((name) => isConnectionName(name) && !hasPlaceholder(name)) ? names : undefined;
}

function mayBeMounted(container: Container): boolean {
  if (container.field.get('volumeMounts').mayHoldMore) return true;
  return container.mounts.some((mount) => mount.path === undefined || mount.holds('/cloudsql/socket'));
}

/** Whether the annotation may be there unseen, or a container's command line speaks of the folder or a proxy. */
function mayBeMade({ containers, templateMetadata }: Workload): boolean {
  if (templateMetadata.unknown || templateMetadata.get('annotations').unknown) return true;
  return containers.some(({ args, command }) => [...command, ...args].some((word) => /\/cloudsql|proxy/.test(word)));
}
