import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, say } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cloudsql-instances';

export default defineRule({
  id: 'redundant-cloudsql-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/cloudsql-instances'] },
  summary: "Cloud Run's own Cloud SQL connection and a proxy sidecar serve the same instance.",
  why: `The annotation \`${key}\` makes Cloud Run itself open a socket below \`/cloudsql\` to the instance. A proxy sidecar for the same instance does the work a second time: it is paid for, holds connections of its own, and leaves the next reader guessing which of the two the application uses.`,
  remedy:
    'Keep one. The annotation needs no sidecar; the sidecar has what the annotation lacks: a port, the private address, automatic IAM login, its own limits.',
  references: [
    'https://cloud.google.com/sql/docs/postgres/connect-run',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "acme-prod:europe-west1:orders" is connected twice: by Cloud Run itself and by "proxy".
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
      #                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "proxy" connects to it too.
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:stock, acme-prod:europe-west1:orders
      #                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "acme-prod:europe-west1:orders" is connected twice: by Cloud Run itself and by "proxy".
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
            command: ["/cloud_sql_proxy", "-instances=acme-prod:europe-west1:orders=tcp:5432"]
      #                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ "proxy" connects to it too.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:stock
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `,
  ],
  *check(workload) {
    const annotation = workload.templateAnnotation(key);
    const text = annotation.text;
    if (!text) return;
    const proxied = instanceOf(workload).members.flatMap((member) =>
      member.connections.map((connection) => ({ ...connection, label: member.label })),
    );
    for (const { 0: name, index } of text.matchAll(/[^\s,]+/g)) {
      // Two equal placeholders are one instance too.
      const twice = proxied.find((connection) => connection.text === name);
      if (!twice) continue;
      yield {
        on: annotation.part(index, index + name.length),
        message: `"${name}" is connected twice: by Cloud Run itself and by "${twice.label}".`,
        help: say`Keep one: remove "${name}" here, or remove it from "${twice.label}".`,
        related: [{ on: twice.on, message: `"${twice.label}" connects to it too.` }],
      };
    }
  },
});
