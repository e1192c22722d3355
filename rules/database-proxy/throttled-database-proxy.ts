import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import { appendItem, defineRule, isDatabaseProxy, isOlder, unsafeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'throttled-database-proxy',
  severity: 'warning',
  appliesTo: 'service',
  needs: { role: isDatabaseProxy },
  summary: 'A database proxy renews its certificates in the background without CPU to do so.',
  why: `The proxies fetch a fresh certificate ahead of time, in the background, about once an hour. With request-based billing, Cloud Run's default, there is CPU only while a request is handled: the renewal stalls, the certificate runs out, and the first connections after a pause fail or wait. The proxies have \`--lazy-refresh\` for this case; their help text names Cloud Run.`,
  remedy: `Add \`--lazy-refresh\` to the proxy's arguments: it then renews when a connection needs it. Or give the instance CPU at all times with \`run.googleapis.com/cpu-throttling: "false"\`.`,
  help: false,
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/cmd/root.go',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/blob/main/cmd/root.go',
    'https://cloud.google.com/run/docs/configuring/billing-settings',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
      #           ^^^^^ "proxy" renews its certificates in the background, but has CPU only while a request is handled. Add "--lazy-refresh".
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "true"
          run.googleapis.com/network-interfaces: '[{"network":"default"}]'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
      #           ^^^^^^^ "alloydb" renews its certificates in the background, but has CPU only while a request is handled. Add "--lazy-refresh".
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args:
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
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--lazy-refresh", "--port=5432", "acme-prod:europe-west1:orders"]
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
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
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.23.0
            args: ["--port=5432", "--sql-data", "acme-prod:europe-west1:orders"]
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - name: web
                image: docker.io/acme/web:1.2.3
                ports: [{ containerPort: 8080 }]
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
                args:
                - acme-prod:europe-west1:orders # the one database
        >       - --lazy-refresh
                # the end
      `,
    flow: changedTemplate`
          spec:
            containers:
              - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
        <       args: ["--port=5432", "acme-prod:europe-west1:orders"]
        >       args: ["--port=5432", "acme-prod:europe-west1:orders", "--lazy-refresh"]
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              containers {
                name  = "web"
                image = "docker.io/acme/web:1.2.3"

                ports {
                  container_port = 8080
                }
              }

              containers {
                name  = "sql"
                image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18.0"
                args = [
        <         "acme-prod:europe-west1:orders"
        >         "acme-prod:europe-west1:orders",
        >         "--lazy-refresh",
                ]
              }
            }
          }
      `,
  },
  *check(service, { matching }) {
    if (service.hasCpuAlways !== false) return;
    for (const { config, container, image, label, product, settings, words } of matching) {
      if (!product?.background || config === 'own') continue;
      if (settings.isOn(product.background.synchronousWith) !== false) continue;
      // What is meant and misspelt is a finding of "unknown-proxy-flag".
      if (words.some(({ text }) => /^--?lazy[-_]refresh/i.test(text))) continue;
      // Through the SQL Data API it needs no certificate.
      if (settings.isOn(['--sql-data', 'CSQL_PROXY_SQL_DATA']) !== false) continue;
      const since = product.background.synchronousSince;
      const isOld = since !== undefined && isOlder(image, since);
      const args = container.field.get('args');
      const isPlain = args.exists && container.command.length === 0;
      yield {
        on: container.field,
        message: `"${label}" ${product.background.work} in the background, but has CPU only while a request is handled. ${isOld ? `Move to release ${since} or later and add` : 'Add'} "--lazy-refresh".`,
        fix:
          isPlain && isOld === false
            ? unsafeFix('Add "--lazy-refresh"', appendItem(args, '--lazy-refresh'))
            : undefined,
      };
    }
  },
});
