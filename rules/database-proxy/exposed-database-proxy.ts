import { template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  fieldName,
  isDatabaseProxy,
  say,
  type Text,
  type Workload,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'exposed-database-proxy',
  severity: 'error',
  securitySeverity: '6.5',
  appliesTo: 'service',
  needs: { role: isDatabaseProxy, certain: true },
  summary: 'A database proxy takes the requests that are meant for the application.',
  why: `The container with \`ports\` is the ingress container: Cloud Run sends it HTTP requests, and a database proxy speaks a database's protocol instead. No request reaches the application. If a request did get through, anyone who may call the service would talk to the database with the service's own credentials. The other containers need no \`ports\` to reach the proxy: they share one network and call \`localhost\`.`,
  remedy:
    'Move `ports` to the container that serves the requests, and leave it out on the proxy. A proxy alone serves nobody: put it beside the application that uses it.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/container-contract',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--address=0.0.0.0", "--port=5432", "acme-prod:europe-west1:orders"]
            ports:
      #     ^^^^^ "proxy" runs Cloud SQL Auth Proxy, but its "ports" make it the container that takes the requests.
              - containerPort: 5432
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports:
              - containerPort: 8080
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args: ["-p", "acme-prod", "-i", "orders", "-d", "shop", "-x"]
            ports:
      #     ^^^^^ "pgadapter" runs PGAdapter, but its "ports" make it the container that takes the requests.
              - containerPort: 5432
    `,
    template`
      spec:
        containers:
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "proxy" runs Cloud SQL Auth Proxy, but as the only container it takes the requests.
            args: ["--address=0.0.0.0", "--port=8080", "acme-prod:europe-west1:orders"]
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `,
  ],
  *check(service, { matching }) {
    for (const { container, label, match, place, product } of matching) {
      const what = `"${label}" runs ${product?.name ?? 'a database proxy'}`;
      // The only container needs no ports to be the one.
      const isAlone = service.containers.length === 1 && match.stock;
      if (container.field.get('ports').unknown) continue;
      if (container.hasPorts) {
        yield {
          on: container.field.get('ports'),
          message: say`${what}, but its ${fieldName('ports')} make it the container that takes the requests.`,
          help: helpFor(service, container),
        };
      } else if (isAlone && !service.mayHoldMore) {
        yield { on: place, message: `${what}, but as the only container it takes the requests.`, help: alone };
      }
    }
  },
});

const alone = 'Put it beside the application that uses it.';

/** To whom the ports belong, where only one other is there. */
function helpFor({ containers }: Workload, proxy: Container): Text {
  const others = containers.filter((container) => container !== proxy);
  if (others.length === 0) return alone;
  const other = others.length === 1 ? `"${others[0]!.label}"` : 'the container that serves the requests';
  return say`Move ${fieldName('ports')} from "${proxy.label}" to ${other}.`;
}
