import { template } from '../../src/examples.ts';
import { type Connector, connectors, defineRule, instanceOf, suggest } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ignored-proxy-variable',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env'] },
  summary: 'A variable looks like a setting of the database proxy, but the proxy does not read it.',
  why: 'Every flag of the Cloud SQL Auth Proxy is also a variable that begins with `CSQL_PROXY_`, every one of the AlloyDB Auth Proxy begins with `ALLOYDB_PROXY_`. Of variables with another name nothing is said at the start: the setting has no effect, health checks stay off, the proxy uses the other address.',
  remedy: 'Write the name of the flag in capitals, with underscores for the hyphens, behind the prefix of this proxy.',
  help: false,
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#environment-variables',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/blob/main/cmd/root.go',
  ],
  bad: [
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
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
            env:
              - name: CSQL_PROXY_LAZY_REFRESH
      #               ^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" runs AlloyDB Auth Proxy, which does not read "CSQL_PROXY_LAZY_REFRESH". Write "ALLOYDB_PROXY_LAZY_REFRESH".
                value: "true"
              - name: ALLOYDB_PROXY_PRIVATE_IP
      #               ^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" runs AlloyDB Auth Proxy, which does not read "ALLOYDB_PROXY_PRIVATE_IP". It uses the private address anyway.
                value: "true"
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
            env:
              - { name: CSQL_PROXY_HEALTHCHECK, value: "true" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^ "proxy" runs Cloud SQL Auth Proxy, which does not read "CSQL_PROXY_HEALTHCHECK". Did you mean "CSQL_PROXY_HEALTH_CHECK"?
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            # The application's own.
            env: [{ name: CSQL_PROXY_HOST, value: localhost }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            env:
              - { name: CSQL_PROXY_INSTANCE_CONNECTION_NAME_0, value: "acme-prod:europe-west1:orders" }
              - { name: CSQL_PROXY_PORT, value: "5432" }
              - { name: CSQL_PROXY_STRUCTURED_LOGS, value: "true" }
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
            env:
              - name: ALLOYDB_PROXY_INSTANCE_URI
                value: projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
              - { name: ALLOYDB_PROXY_LAZY_REFRESH, value: "true" }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.23.0
            args: ["--port=5432", "--sql-data", "acme-prod:europe-west1:orders"]
            env: [{ name: CSQL_PROXY_SQL_DATA_ENDPOINT, value: "https://sqladmin.googleapis.com" }]
    `,
  ],
  *check(workload) {
    for (const { connector, container, isCertain, label, product } of instanceOf(workload).members) {
      if (!connector || !isCertain) continue;
      for (const { field, name } of container.env) {
        const prefix = name && connectors.find(({ variablePrefix }) => name.startsWith(variablePrefix))?.variablePrefix;
        if (!prefix) continue;
        const advice = adviceFor(connector, name, prefix);
        if (advice !== undefined) {
          yield {
            on: field.get('name'),
            message: `"${label}" runs ${product?.name}, which does not read "${name}".${advice}`,
            help: /Write|Did you mean/.test(advice) ? undefined : 'Remove the variable.',
          };
        }
      }
    }
  },
});

/** What to write instead; undefined where the proxy reads the variable, or a later release may. */
function adviceFor(connector: Connector, name: string, prefix: string): string | undefined {
  const { strangers, switches, values, variablePrefix } = connector;
  const isOwn = prefix === variablePrefix;
  const flag = name.slice(prefix.length).toLowerCase().replaceAll('_', '-');
  // An old name, which is still read.
  if (isOwn && flag === 'sql-data-endpoint') return undefined;
  const flags = [...switches, ...values];
  if (flags.includes(flag)) return isOwn ? undefined : write(variablePrefix, flag);
  const known = [flag, flag.replaceAll('-', '_')].find((spelt) => Object.hasOwn(strangers, spelt));
  const stranger = known === undefined ? undefined : strangers[known];
  if (stranger !== undefined) {
    return stranger.startsWith('--') ? write(variablePrefix, stranger.slice(2)) : stranger && ` ${stranger}`;
  }
  const near = isOwn ? suggest(flag, flags) : undefined;
  if (near === undefined) return isOwn ? undefined : '';
  return ` Did you mean "${variableOf(variablePrefix, near)}"?`;
}

function write(prefix: string, flag: string): string {
  return ` Write "${variableOf(prefix, flag)}".`;
}

function variableOf(prefix: string, flag: string): string {
  return `${prefix}${flag.toUpperCase().replaceAll('-', '_')}`;
}
