import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import {
  annotationName,
  defineRule,
  instanceOf,
  isDatabaseProxy,
  makeWait,
  probeToWaitFor,
  say,
  unsafeFix,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/container-dependencies';

export default defineRule({
  id: 'app-starts-before-database-proxy',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, role: isDatabaseProxy, wholeText: true },
  summary: 'A container that uses a database proxy does not wait for it.',
  why: `Without a start order all containers of an instance start at the same time. An application that connects to its database at the start, or whose first request comes early, gets "connection refused" while the proxy still fetches its certificates. Applications that retry hide this; others crash, and the instance with them.`,
  remedy: `Name the proxy in \`run.googleapis.com/container-dependencies\` on the revision template, for instance \`'{"shop":["proxy"]}'\`, and give the proxy a startup probe that Cloud Run can reach: \`--health-check --http-address=0.0.0.0\` with \`httpGet: { path: /startup, port: 9090 }\` for Google's proxies.`,
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/tree/main/examples/k8s-health-check',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/pull/919',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
      #           ^^^^ "shop" may start before "proxy", which is its way to the database. Let it wait in "run.googleapis.com/container-dependencies".
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
      #           ~~~~~ "proxy" is the proxy.
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
    `,
    template`
      spec:
        containers:
          - name: edge
            image: docker.io/nginxinc/nginx-unprivileged:1.27
            ports: [{ containerPort: 8080 }]
          - name: shop
      #           ^^^^ "shop" may start before "alloydb", which is its way to the database. Let it wait in "run.googleapis.com/container-dependencies".
            image: docker.io/acme/shop:1.4.2
            env:
              - name: DATABASE_URL
                value: postgres://shop@localhost:5432/shop
          - name: alloydb
      #           ~~~~~~~ "alloydb" is the proxy.
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"]
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["proxy"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["bouncer"],"bouncer":["proxy"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }]
          - name: bouncer
            image: docker.io/edoburu/pgbouncer:v1.23.1-p2
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5433" }]
            startupProbe: { tcpSocket: { port: 5432 } }
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5433", "--address=0.0.0.0", "acme-prod:europe-west1:orders"]
            startupProbe: { tcpSocket: { port: 5433 } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
        <     run.googleapis.com/container-dependencies: '{"web":["cache"]}'
        >     run.googleapis.com/container-dependencies: '{"web":["cache","proxy"]}'
          spec:
            containers:
              - name: web
                image: docker.io/acme/web:1.2.3
                ports: [{ containerPort: 8080 }]
                env: [{ name: DB_HOST, value: "127.0.0.1:5432" }]
              - name: cache
                image: docker.io/library/redis:7.4
                startupProbe: { tcpSocket: { port: 6379 } }
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
                args: [--port=5432, --health-check, --http-address=0.0.0.0, "acme-prod:europe-west1:orders"]
                startupProbe: { httpGet: { path: /startup, port: 9090 } }
      `,
    flow: changedTemplate`
        < metadata: { annotations: { "run.googleapis.com/container-dependencies": "{\"web\":[\"cache\"]}" } }
        > metadata: { annotations: { "run.googleapis.com/container-dependencies": "{\"web\":[\"cache\",\"proxy\"]}" } }
          spec:
            containers:
              - name: web
                image: docker.io/acme/web:1.2.3
                ports: [{ containerPort: 8080 }]
                env: [{ name: DB_HOST, value: "127.0.0.1:5432" }]
              - name: cache
                image: docker.io/library/redis:7.4
                startupProbe: { tcpSocket: { port: 6379 } }
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
                args: [--port=5432, --health-check, --http-address=0.0.0.0, "acme-prod:europe-west1:orders"]
                startupProbe: { httpGet: { path: /startup, port: 9090 } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              containers {
                name       = "web"
                image      = "docker.io/acme/web:1.2.3"
        <       depends_on = ["cache"]
        >       depends_on = ["cache", "sql"]

                ports {
                  container_port = 8080
                }
              }

              containers {
                name  = "cache"
                image = "docker.io/library/redis:8.2.1"

                startup_probe {
                  tcp_socket {
                    port = 6379
                  }
                }
              }

              containers {
                name  = "sql"
                image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.18.0"
                args  = ["--health-check", "--http-address=0.0.0.0", "acme-prod:europe-west1:orders"]

                startup_probe {
                  http_get {
                    path = "/startup"
                    port = 9090
                  }
                }
              }
            }
          }
      `,
  },
  *check(workload, { matching }) {
    const { dependencies } = workload;
    if (!dependencies.isReadable || workload.isMisplaced(key)) return;
    const instance = instanceOf(workload);
    for (const proxy of matching) {
      if (proxy.container.hasPorts) continue;
      for (const { container, label } of instance.callersOf(proxy)) {
        if (dependencies.waitsFor(container, proxy.container)) continue;
        yield {
          on: container.field,
          message: say`"${label}" may start before "${proxy.label}", which is its way to the database. Let it wait in ${annotationName(key)}.`,
          help: probeToWaitFor(proxy),
          related: [{ on: proxy.container.field, message: `"${proxy.label}" is the proxy.` }],
          fix: unsafeFix(`Let "${label}" wait for "${proxy.label}"`, makeWait(container, proxy.container)),
        };
      }
    }
  },
});
