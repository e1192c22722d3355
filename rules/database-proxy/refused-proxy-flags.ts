import { template } from '../../src/examples.ts';
import {
  type Connector,
  defineRule,
  type Given,
  hasPlaceholder,
  instanceOf,
  type Member,
  settingsOfFlag,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'refused-proxy-flags',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['args', 'command', 'env'] },
  summary: 'A database proxy gets flags that exclude each other, or a value that it does not read.',
  why: `The Cloud SQL Auth Proxy and the AlloyDB Auth Proxy check their command line at the start and exit where it contradicts itself: sockets and a port or address for them, a token and a key file, \`--private-ip\` and \`--psc\`. They exit, too, where \`--address\` is a name such as \`localhost\` and no IP address, and where \`--config-file\` names a file whose ending is none of \`.toml\`, \`.yaml\`, \`.yml\` and \`.json\`. Variables count like flags, and the options behind an instance's name have rules of the same kind.`,
  remedy:
    'Keep one of the two flags. To serve one instance by a socket and another by a port, write the options behind the names of the instances: `acme-prod:europe-west1:orders?unix-socket=/sockets`.',
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/cmd/root.go',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/blob/main/cmd/root.go',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args:
              - --unix-socket=/sockets
      #                       ~~~~~~~~ The other flag is here.
              - --port=5432
      #                ^^^^ "proxy" gets "--port" and "--unix-socket", which it refuses together. It exits at start.
              - acme-prod:europe-west1:orders
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
            args:
              - --address=localhost
      #                   ^^^^^^^^^ "alloydb" gets "localhost" for "--address", which is not an IP address. It exits at start.
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--config-file=/config/proxy.conf"]
      #                           ^^^^^^^^^^^^^^^^^^ "proxy" gets "/config/proxy.conf" for "--config-file", whose file extension it does not know. It exits at start.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args:
              - acme-prod:europe-west1:orders?port=5432&unix-socket=/sockets
      #                                       ^^^^^^^^^ "proxy" gets "port" and "unix-socket" for one instance, which it refuses together. It exits at start.
      #                                                 ~~~~~~~~~~~~~~~~~~~~ The other flag is here.
              - acme-prod:europe-west1:stock?port=5433&address=localhost
      #                                                ^^^^^^^^^^^^^^^^^ "proxy" gets "localhost" for "address", which is not an IP address. It exits at start.
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
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.23.0
            args: ["--port=5432", "--psc", "--sql-data", "acme-prod:europe-west1:orders"]
      #                                    ^^^^^^^^^^^^ "proxy" gets "--sql-data" and "--psc", which it refuses together. It exits at start.
      #                           ~~~~~~~ The other flag is here.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.28.0
            args: ["--port=5432", "--auto-ip", "--connect-tunnel", "acme-prod:europe-west1:orders"]
      #                                        ^^^^^^^^^^^^^^^^^^ "proxy" gets "--connect-tunnel" and "--auto-ip", which it refuses together. It exits at start.
      #                           ~~~~~~~~~~~ The other flag is here.
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.17.2
            args:
              - --public-ip
              - --port=5433
              - --alloydbadmin-api-endpoint=https://alloydb.apis.acme.example
      #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" gets "--alloydbadmin-api-endpoint" and "--universe-domain", which it refuses together. It exits at start.
              - --universe-domain=apis.acme.example
      #                           ~~~~~~~~~~~~~~~~~ The other flag is here.
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.28.0
            args:
              - --port=5432
              - --connect-tunnel
              - --enable-builtin-metrics=false
              - --compute-platform
              - cloud_run
              - --application-name
              - shop
              - acme-prod:europe-west1:orders
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.17.2
            args:
              - --public-ip
              - --port=5433
              - --universe-domain
              - apis.acme.example
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--address=0.0.0.0", "--port=5432", "--private-ip=false", "--psc=false", "acme-prod:europe-west1:orders"]
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
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders", "acme-prod:europe-west1:stock?unix-socket=/sockets"]
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--config-file=/config/proxy.yaml"]
            volumeMounts: [{ name: config, mountPath: /config }]
        volumes:
          - name: sockets
            emptyDir: { medium: Memory, sizeLimit: 16Mi }
          - name: config
            secret: { secretName: alloydb-proxy, items: [{ key: "1", path: proxy.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders?address=::"]
            # Read when it is too late to load the file, so it does no harm.
            env: [{ name: CSQL_PROXY_CONFIG_FILE, value: /config/proxy.conf }]
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const connector = member.connector;
      if (!connector || !member.isCertain) continue;
      for (const [one, other] of connector.exclusive) yield* checkPair(member, connector, one, other);
      const { settings } = member;
      yield* checkValue(member, settings.first(settingsOfFlag(connector, 'address')), isAddress, noAddress);
      // The variable of this name comes too late to be read.
      yield* checkValue(
        member,
        settings.given('--config-file'),
        hasKnownEnding,
        'whose file extension it does not know',
      );
      for (const connection of member.connections) yield* checkOptions(member, connection);
    }
  },
});

const noAddress = 'which is not an IP address';

/** Options of an instance that exclude each other, whatever their values. */
const exclusiveOptions = [
  ['unix-socket', 'address'],
  ['unix-socket', 'port'],
  ['unix-socket-path', 'address'],
  ['unix-socket-path', 'port'],
  ['unix-socket-path', 'unix-socket'],
] as const;

function* checkOptions(member: Member, { options, placeOf }: Member['connections'][number]) {
  for (const [one, other] of exclusiveOptions) {
    if (!options.has(one) || !options.has(other)) continue;
    yield {
      on: placeOf(other),
      message: `"${member.label}" gets "${other}" and "${one}" for one instance, which it refuses together. It exits at start.`,
      help: `Keep "${one}" or "${other}".`,
      related: [{ on: placeOf(one), message: 'The other flag is here.' }],
    };
  }
  const value = options.get('address');
  const given =
    value === undefined || hasPlaceholder(value) ? undefined : { value, name: 'address', on: placeOf('address') };
  yield* checkValue(member, given, isAddress, noAddress);
}

function* checkPair(member: Member, connector: Connector, one: string, other: string) {
  const first = givenFlag(member, connector, one);
  const second = first && givenFlag(member, connector, other);
  if (!second) return;
  yield {
    on: second.on,
    message: `"${member.label}" gets "${second.name}" and "${first.name}", which it refuses together. It exits at start.`,
    help: `Keep "${first.name}" or "${second.name}".`,
    related: [{ on: first.on, message: 'The other flag is here.' }],
  };
}

function* checkValue(member: Member, given: Given | undefined, isRead: (value: string) => boolean, what: string) {
  if (!given?.value || isRead(given.value)) return;
  yield {
    on: given.on,
    message: `"${member.label}" gets "${given.value}" for "${given.name}", ${what}. It exits at start.`,
    help:
      what === noAddress
        ? 'Write an IP address, such as "127.0.0.1" or "0.0.0.0".'
        : 'Let the name end in ".toml", ".yaml" or ".json".',
  };
}

/** The flag where the file gives it; a switch, where it is on. */
function givenFlag({ settings }: Member, connector: Connector, flag: string) {
  const all = settingsOfFlag(connector, flag);
  return connector.switches.has(flag) ? settings.switchPlace(all) : settings.first(all);
}

function isAddress(value: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f.]*:[0-9a-f.:]*)$/i.test(value);
}

function hasKnownEnding(value: string): boolean {
  return /\.(?:toml|ya?ml|json)$/.test(value);
}
