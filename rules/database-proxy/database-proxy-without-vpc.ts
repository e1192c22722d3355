import { template } from '../../src/examples.ts';
import { connectorOf, defineRule, type Given, instanceOf, type Member } from '../../src/rule.ts';

export default defineRule({
  id: 'database-proxy-without-vpc',
  severity: 'error',
  appliesTo: 'workload',
  summary: "A database proxy is to use the database's private address, but the instance has no way into a VPC network.",
  why: `Private addresses and Private Service Connect endpoints exist in a VPC network only, and a Cloud Run instance is in none unless it is told so. Each connection runs into its timeout. The AlloyDB Auth Proxy uses the private address unless \`--public-ip\` says otherwise; the Cloud SQL Auth Proxy with \`--private-ip\` or \`--psc\`.`,
  remedy: `Add Direct VPC egress to the template's annotations, \`run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'\`, or a connector by \`run.googleapis.com/vpc-access-connector\`. Or use the public address.`,
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
  ],
  *check(workload) {
    if (workload.vpcAccess.exists !== false) return;
    for (const member of instanceOf(workload).members) {
      if (!connectorOf(member.product?.id) || !member.isCertain || member.config === 'own') continue;
      const found = usesVpc(member);
      if (!found) continue;
      yield {
        on: found.on,
        message: `"${member.label}" connects to ${found.what}, but the instance has no way into a VPC network.`,
      };
    }
  },
});

/** What in the file makes the proxy use an address in a VPC network. */
function usesVpc(member: Member): (Pick<Given, 'on'> & { readonly what: string }) | undefined {
  const { connections, place, product, settings } = member;
  const prefix = connectorOf(product?.id)?.variablePrefix;
  if (prefix === undefined) return undefined;
  const psc = settings.switchPlace(['--psc', `${prefix}PSC`]);
  if (psc) return { on: psc.on, what: 'a Private Service Connect endpoint' };
  const privately = settings.switchPlace(['--private-ip', `${prefix}PRIVATE_IP`]);
  const what = "the database's private address";
  if (product?.id === 'cloud-sql-proxy') {
    const option = connections.find(
      ({ options }) => options.has('private-ip') && options.get('private-ip') !== 'false',
    );
    return privately ? { on: privately.on, what } : option && { on: option.on, what };
  }
  // AlloyDB's proxy does so unless told otherwise.
  if (settings.isOn(['--public-ip', `${prefix}PUBLIC_IP`]) !== false) return undefined;
  const [first] = connections;
  if (connections.some(({ options }) => options.has('public-ip') || options.has('psc'))) return undefined;
  return { on: first?.on ?? place, what };
}
