import { template } from '../../src/examples.ts';
import { defineRule, instanceOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'implicit-database-port',
  severity: 'info',
  appliesTo: 'workload',
  summary: 'The Cloud SQL Auth Proxy has no port to open.',
  why: "Without a port the proxy asks the Cloud SQL Admin API at each start which database the instance runs, and takes that database's usual port. Every instance of the service spends a call of the API's quota on it, and none starts while the API does not answer. The README recommends to set the port in production.",
  remedy: 'Add `--port` with the port that the application uses, `--port=5432` for instance.',
  references: ['https://github.com/GoogleCloudPlatform/cloud-sql-proxy#usage'],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--structured-logs", "acme-prod:europe-west1:orders"]
      #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" has to ask the Cloud SQL Admin API at each start which port to open.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: us-docker.pkg.dev/acme/sidecars/cloud-sql-proxy:2.14.1
            args: ["acme-prod:europe-west1:orders?port=5432", "acme-prod:europe-west1:stock"]
      #                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" has to ask the Cloud SQL Admin API at each start which port to open.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sockets, mountPath: /sockets }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            env: [{ name: CSQL_PROXY_PORT, value: "5432" }]
            args: ["acme-prod:europe-west1:orders"]
          - name: sockets
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["acme-prod:europe-west1:stock?unix-socket=/sockets"]
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
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # What is reached this way is always Postgres.
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.23.0
            args: ["--sql-data", "acme-prod:europe-west1:orders"]
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const { config, connections, connector, label, listeners, settings } = member;
      if (!connector) continue;
      if (settings.mayHideSome || config === 'own') continue;
      for (const { on, port, purpose, source } of listeners) {
        if (purpose !== 'data' || source !== 'default' || port !== undefined || connections.length === 0) continue;
        yield {
          on,
          message: `"${label}" has to ask the Cloud SQL Admin API at each start which port to open.`,
          help: `Add "--port" to "${label}", with the port that the application uses.`,
        };
      }
    }
  },
});
