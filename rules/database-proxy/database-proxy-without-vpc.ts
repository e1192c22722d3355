import { template } from '../../src/examples.ts';
import { annotationName, defineRule, instanceOf, networkAddressOf, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'database-proxy-without-vpc',
  severity: 'error',
  appliesTo: 'workload',
  summary: "A database proxy uses the database's private address, but the instance has no connection to a VPC network.",
  why: `Private addresses and Private Service Connect endpoints exist in a VPC network only, and a Cloud Run instance is in none by default. Each connection runs into its timeout. The AlloyDB Auth Proxy uses the private address unless \`--public-ip\` says otherwise; the Cloud SQL Auth Proxy with \`--private-ip\` or \`--psc\`.`,
  remedy: `Add Direct VPC egress to the template, \`run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'\`, or a connector by \`run.googleapis.com/vpc-access-connector\`. Or use the public address.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
    'https://cloud.google.com/sql/docs/postgres/connect-run',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/issues/909',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--private-ip", "acme-prod:europe-west1:orders"]
      #                           ^^^^^^^^^^^^^^ "proxy" connects to the database's private address, but the instance has no way into a VPC network.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alloydb" connects to the database's private address, but the instance has no way into a VPC network.
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
              - name: CSQL_PROXY_PSC
                value: "true"
      #                ^^^^^^ "proxy" connects to a Private Service Connect endpoint, but the instance has no way into a VPC network.
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders?psc=true"]
      #                                                          ^^^^^^^^ "proxy" connects to a Private Service Connect endpoint, but the instance has no way into a VPC network.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
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
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--port=5433", "--public-ip", "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # What stands behind an instance's name wins over the flag.
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--private-ip", "acme-prod:europe-west1:orders?private-ip=False"]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["--port=5433", "projects/acme-prod/locations/europe-west1/clusters/shop/instances/main?public-ip=true"]
    `,
  ],
  *check(workload) {
    if (workload.vpcAccess.exists !== false) return;
    for (const member of instanceOf(workload).members) {
      const address = member.isCertain ? networkAddressOf(member) : undefined;
      if (!address) continue;
      const what = address.kind === 'psc' ? 'a Private Service Connect endpoint' : "the database's private address";
      yield {
        on: address.on,
        message: `"${member.label}" connects to ${what}, but the instance has no way into a VPC network.`,
        help: say`Set ${annotationName('run.googleapis.com/network-interfaces')} on the template to join a network.${address.kind === 'psc' ? '' : ' Or use the public address.'}`,
      };
    }
  },
});
