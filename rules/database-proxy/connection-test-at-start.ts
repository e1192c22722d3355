import { template } from '../../src/examples.ts';
import { connectorOf, defineRule, instanceOf, type Member } from '../../src/rule.ts';

export default defineRule({
  id: 'connection-test-at-start',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { words: ['args', 'command', 'env'] },
  summary: 'A database proxy tests its connection at the start, before the way into the VPC network may be open.',
  why: `With \`--run-connection-test\` the proxy connects to the database once at its start and exits if it cannot. On Cloud Run the way through Direct VPC egress can take ten seconds and more to open, and a container that exits takes its instance along. The makers of the AlloyDB Auth Proxy added \`--with-backend-check\` for this: the startup probe then fails until the database answers, and is asked again.`,
  remedy:
    'Leave the flag out. For AlloyDB write `--health-check --http-address=0.0.0.0 --with-backend-check`, and let the startup probe ask `/startup` on port 9090; for Cloud SQL the same without `--with-backend-check`.',
  references: [
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/issues/909',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/pull/919',
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
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
            args:
              - --run-connection-test
      #         ^^^^^^^^^^^^^^^^^^^^^ "alloydb" exits if it cannot reach its database at once, and the way into the VPC network takes seconds to open.
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
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
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            env: [{ name: CSQL_PROXY_RUN_CONNECTION_TEST, value: "true" }]
      #                                                          ^^^^^^ "proxy" exits if it cannot reach its database at once, and the way into the VPC network takes seconds to open.
            args: ["--port=5432", "--psc", "acme-prod:europe-west1:orders"]
    `,
  ],
  good: [
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
              - --health-check
              - --http-address=0.0.0.0
              - --with-backend-check
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # The public address needs no way into a VPC network.
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--run-connection-test", "acme-prod:europe-west1:orders"]
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const prefix = connectorOf(member.product?.id)?.variablePrefix;
      if (prefix === undefined) continue;
      const test = member.settings.switchPlace(['--run-connection-test', `${prefix}RUN_CONNECTION_TEST`]);
      if (!test || !goesThroughVpc(member, prefix)) continue;
      yield {
        on: test.on,
        message: `"${member.label}" exits if it cannot reach its database at once, and the way into the VPC network takes seconds to open.`,
      };
    }
  },
});

/** AlloyDB's proxy uses the private address unless told otherwise, Cloud SQL's only if it is told to. */
function goesThroughVpc({ product, settings }: Member, prefix: string): boolean {
  if (product?.id === 'alloydb-auth-proxy') return settings.isOn(['--public-ip', `${prefix}PUBLIC_IP`]) === false;
  return settings.isOn(['--private-ip', '--psc', `${prefix}PRIVATE_IP`, `${prefix}PSC`]) === true;
}
