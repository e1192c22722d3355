import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, networkAddressOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'connection-test-at-start',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['args', 'command', 'env'] },
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
            args: ["--run-connection-test", "--port=5432", "acme-prod:europe-west1:orders?private-ip=true"]
      #            ^^^^^^^^^^^^^^^^^^^^^^^ "proxy" exits if it cannot reach its database at once, and the way into the VPC network takes seconds to open.
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
    template`
      metadata:
        annotations:
          # Only Direct VPC egress takes its time.
          run.googleapis.com/vpc-access-connector: shop-connector
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--run-connection-test", "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
    `,
  ],
  *check(workload) {
    // A connector is there from the start, and without a network another rule speaks.
    if (!workload.vpcAccess.hasInterfaces) return;
    for (const member of instanceOf(workload).members) {
      const prefix = member.connector?.variablePrefix;
      if (prefix === undefined) continue;
      const test = member.settings.switchPlace(['--run-connection-test', `${prefix}RUN_CONNECTION_TEST`]);
      if (!test || !networkAddressOf(member)) continue;
      yield {
        on: test.on,
        message: `"${member.label}" exits if it cannot reach its database at once, and the way into the VPC network takes seconds to open.`,
        help: `Remove "${test.name}". To wait for the proxy, ask its health checks with a startup probe.`,
      };
    }
  },
});
