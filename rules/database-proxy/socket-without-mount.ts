import { template } from '../../src/examples.ts';
import { type Container, defineRule, type Workload } from '../../src/rule.ts';

const key = 'run.googleapis.com/cloudsql-instances';

export default defineRule({
  id: 'socket-without-mount',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { words: ['env'] },
  summary: 'A variable names a socket under `/cloudsql`, but nothing puts one there.',
  why: `Cloud Run makes the sockets under \`/cloudsql\` only for the instances that the annotation \`${key}\` names. Without it the folder does not exist, and the application's first query ends with "no such file or directory". The annotation is lost easily when a service that was made in the console, or by flags, is moved to a file.`,
  remedy: `Name the instance in \`${key}\` on the revision template, in the metadata of \`spec.template\`. If a proxy beside the application makes the sockets, mount its folder in both containers.`,
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
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "INSTANCE_UNIX_SOCKET" names a socket in "/cloudsql", but the template has no annotation "run.googleapis.com/cloudsql-instances" and the container no such mount.
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
      #                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DATABASE_URL" of "shop" names a socket in "/cloudsql", but the template has no annotation "run.googleapis.com/cloudsql-instances" and the container no such mount.
          - name: cache
            image: docker.io/library/redis:8.2.1
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
  ],
  *check(workload) {
    if (workload.templateAnnotation(key).exists || workload.field.source.hasTemplateLines) return;
    for (const container of workload.containers) {
      for (const variable of container.env) {
        const value = variable.field.get('value');
        const text = value.text;
        if (!text?.includes('/cloudsql/')) continue;
        const socket = /(?:^|[=@(])(\/cloudsql\/[^\s)?&'"]+)/.exec(text)?.[1];
        if (socket === undefined || mayBeMounted(container) || mayBeMade(workload)) continue;
        const start = text.indexOf(socket);
        yield {
          on: value.part(start, start + socket.length),
          message: `"${variable.field.get('name').text ?? ''}"${container.after('of')} names a socket in "/cloudsql", but the template has no annotation "${key}" and the container no such mount.`,
        };
      }
    }
  },
});

function mayBeMounted(container: Container): boolean {
  return container.mounts.some((mount) => mount.path === undefined || mount.holds('/cloudsql/socket'));
}

/** Whether the annotation may be there unseen, or a container's command line speaks of the folder: another rule's matter. */
function mayBeMade({ containers, templateMetadata }: Workload): boolean {
  if (templateMetadata.unknown || templateMetadata.get('annotations').unknown) return true;
  return containers.some(({ args, command }) => [...command, ...args].some((word) => word.includes('/cloudsql')));
}
