import { template } from '../../src/examples.ts';
import {
  type Connector,
  defineRule,
  instanceForms,
  instanceOf,
  type Member,
  parseInstance,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'database-proxy-without-instance',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A database proxy has no instance to connect to, or one in the form of the other product.',
  why: 'The proxy exits at its start: without an instance it has nothing to do, and a name that it cannot read is refused. A variable of the application, such as `INSTANCE_CONNECTION_NAME`, tells the proxy nothing, since containers share no variables.',
  remedy: `Give the instance as an argument of the proxy:

- Cloud SQL: \`project:region:instance\`, or \`CSQL_PROXY_INSTANCE_CONNECTION_NAME\`
- AlloyDB: \`projects/PROJECT/locations/REGION/clusters/CLUSTER/instances/INSTANCE\`, or \`ALLOYDB_PROXY_INSTANCE_URI\``,
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#usage',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy#usage',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: INSTANCE_CONNECTION_NAME
                value: acme-prod:europe-west1:orders
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args:
      #     ^^^^ "proxy" has no database instance to connect to.
              - --port=5432
              - --structured-logs
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["acme-prod:europe-west1:shop"]
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" cannot read "acme-prod:europe-west1:shop" as the name of an instance. Write it as "projects/PROJECT/locations/REGION/clusters/CLUSTER/instances/INSTANCE".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            env:
              - name: CSQL_PROXY_INSTANCE_CONNECTION_NAME
                value: projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
      #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" cannot read "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main" as the name of an instance. Write it as "project:region:instance".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432"]
      #     ^^^^ "proxy" has no database instance to connect to.
            # Without the variable itself, or the one with _0, no other number is read.
            env:
              - name: CSQL_PROXY_INSTANCE_CONNECTION_NAME_1
                value: acme-prod:europe-west1:orders
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: by-variable
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            env:
              - name: CSQL_PROXY_INSTANCE_CONNECTION_NAME_0
                value: acme-prod:europe-west1:orders
          - name: by-name
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5433", "stock.db.example.com"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: by-placeholder
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "\${INSTANCE_CONNECTION_NAME}"]
          - name: by-file
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--config-file=/config/proxy.toml"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: by-stand-in
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "INSTANCE"]
          # The image may bring the name with it.
          - name: by-image
            image: europe-west1-docker.pkg.dev/acme-prod/sidecars/cloud-sql-proxy:7
            args: ["--port=5433"]
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const connector = member.connector;
      if (!connector || !member.isCertain) continue;
      const { config, connections, container, isSeen, label, settings } = member;
      if (settings.mayHideSome || config === 'own') continue;
      // An image of someone's own may bring the instance with it.
      if (isSeen && connections.length === 0 && !hasOtherBusiness(member, connector)) {
        const args = container.field.get('args');
        yield {
          on: args.exists ? args : container.field,
          message: `"${label}" has no database instance to connect to.`,
          help: `Add the instance to the arguments of "${label}": "${instanceForms[connector.instanceKind]}".`,
        };
      }
      for (const { instance, on } of connections) {
        const kind = parseInstance(instance ?? '')?.kind;
        // What has the form of neither is left to the proxy.
        if (kind === undefined || kind === connector.instanceKind) continue;
        const wanted = instanceForms[connector.instanceKind];
        yield {
          on,
          message: `"${label}" cannot read "${instance}" as the name of an instance. Write it as "${wanted}".`,
          help: helpFor(connector.instanceKind),
        };
      }
    }
  },
});

/** Whether the command line has words that we do not understand, or asks for something else than a proxy. */
function hasOtherBusiness({ container, settings, words }: Member, { product, values, short }: Connector): boolean {
  const otherwise = ['--help', '-h', '--version', '-v', '--fuse', '--instances-metadata'];
  // Of the first generation's way to name it, and of several arguments in one, "unknown-proxy-flag" speaks.
  if (words.some(({ text }) => /\s/.test(text))) return true;
  if ([...otherwise, '-instances', '--instances'].some((flag) => settings.given(flag))) return true;
  const program = container.field.get('command').items[0];
  if (program && words[0]?.item === program && !program.text?.endsWith(product)) return true;
  return words.some(({ item, text }, index) => {
    const before = words[index - 1]?.text.replace(/^--?/, '') ?? '';
    const isValue = words[index - 1]?.text.startsWith('-') && values.has(short[before] ?? before);
    return item !== program && !text.startsWith('-') && !isValue;
  });
}

function helpFor(kind: Connector['instanceKind']): string {
  return kind === 'connection-name'
    ? 'Write the connection name of a Cloud SQL instance, or use the image of the other proxy.'
    : 'Write the URI of an instance of this form, or use the image of the other proxy.';
}
