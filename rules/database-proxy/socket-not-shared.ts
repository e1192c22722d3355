import { template } from '../../src/examples.ts';
import {
  defineRule,
  folderOf,
  type Given,
  hasPlaceholder,
  instanceOf,
  isWithin,
  type Member,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'socket-not-shared',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'A database proxy puts its Unix sockets in a folder that the application does not see.',
  why: `Containers of an instance share their network but not their files. A socket that the proxy makes in its own file system does not exist for the application, which fails with "no such file or directory". Only a volume that both containers mount is seen by both.`,
  remedy: `Use a port in place of the socket. Or mount one in-memory volume at the folder in both containers:

    volumeMounts: [{ name: sockets, mountPath: /sockets }]   # in both containers
    volumes: [{ name: sockets, emptyDir: { medium: Memory, sizeLimit: 16Mi } }]

Where there are several containers such a volume belongs to root, while the images of Google's connectors run as another user: see that the proxy can write to it.`,
  references: [
    'https://github.com/GoogleCloudPlatform/pgadapter/tree/postgresql-dialect/samples/cloud-run',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#usage',
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: INSTANCE_UNIX_SOCKET
                value: /sockets/acme-prod:europe-west1:orders
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args:
              - --unix-socket=/sockets
      #                       ^^^^^^^^ "proxy" puts its sockets in "/sockets", which is on no volume, so no other container sees them.
              - acme-prod:europe-west1:orders
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: PGADAPTER_HOST
                value: /sockets
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args:
              - "-p acme-prod"
              - "-i orders"
              - "-dir /sockets"
      #               ^^^^^^^^ "pgadapter" puts its sockets in "/sockets" on the volume "sockets", which no other container mounts.
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
        volumes:
          - name: sockets
            emptyDir: { medium: Memory, sizeLimit: 16Mi }
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
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main?unix-socket=/alloydb"]
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" puts its sockets in "/alloydb", which is on no volume, so no other container sees them.
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
              - name: INSTANCE_UNIX_SOCKET
                value: /cloudsql/acme-prod:europe-west1:orders
            volumeMounts: [{ name: sockets, mountPath: /cloudsql }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--unix-socket", "/cloudsql", "acme-prod:europe-west1:orders"]
            volumeMounts: [{ name: sockets, mountPath: /cloudsql }]
        volumes:
          - name: sockets
            emptyDir: { medium: Memory, sizeLimit: 16Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: PGADAPTER_HOST, value: localhost }, { name: PGADAPTER_PORT, value: "5432" }]
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args: ["-p acme-prod", "-i orders", "-dir /sockets", "-x"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # All of their instances are served by a port.
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--unix-socket=/sockets", "acme-prod:europe-west1:orders?port=5432"]
          - name: old
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
            command: ["/cloud_sql_proxy", "-dir=/cloudsql", "-instances=acme-prod:europe-west1:stock=tcp:5433"]
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    if (workload.templateAnnotation('run.googleapis.com/cloudsql-instances').exists) return;
    for (const member of members) {
      if (!member.isCertain) continue;
      const folder = (servesSockets(member) ? socketFolder(member) : undefined) ?? folderOfInstance(member);
      if (!folder?.value?.startsWith('/')) continue;
      const { container, label } = member;
      const others = members.filter((other) => other !== member);
      // Where it opens a port as well, the sockets may be of no interest.
      if (member.product?.sockets?.always && !others.some((other) => speaksOf(other, folder.value!))) continue;
      if (!members.every((each) => each.container.hasKnownMounts)) continue;
      const mount = container.mountHolding(folder.value);
      const users = others.filter((other) =>
        other.container.mounts.some(({ volumeName }) => volumeName === mount?.volumeName),
      );
      if (mount && users.length > 0) continue;
      yield {
        on: folder.on,
        help: mount
          ? `Mount the volume "${mount.volumeName}" in the container that connects, too. Or use a port in place of the socket.`
          : `Mount one volume in memory at "${folder.value}", in "${label}" and in the container that connects. Or use a port.`,
        message: mount
          ? `"${label}" puts its sockets in "${folder.value}" on the volume "${mount.volumeName}", which no other container mounts.`
          : `"${label}" puts its sockets in "${folder.value}", which is on no volume, so no other container sees them.`,
      };
    }
  },
});

/** The folder in which the proxy makes its sockets, where it is told to. */
function socketFolder({ product, settings }: Member): Given | undefined {
  return settings.first(product?.sockets?.folder);
}

/** Whether the folder is used: of instances that all have a port of their own, nobody makes a socket. */
function servesSockets({ connections, listeners, product }: Member): boolean {
  if (product?.sockets?.always) return true;
  const data = listeners.filter(({ purpose, source }) => purpose === 'data' && source !== 'probe');
  return connections.length === 0 || data.length < connections.length;
}

/** The folder of a socket that an instance has as an option: `?unix-socket=/sockets`. */
function folderOfInstance({ connections }: Member): Pick<Given, 'on' | 'value'> | undefined {
  for (const { on, options } of connections) {
    const path = options.get('unix-socket-path');
    const folder = options.get('unix-socket') ?? folderOf(path ?? '');
    if (folder && !hasPlaceholder(folder)) return { on, value: folder };
  }
  return undefined;
}

/** Whether a container is told of the folder. */
function speaksOf({ container }: Member, folder: string): boolean {
  return container.env.some(({ value = '' }) => isWithin(value, folder));
}
