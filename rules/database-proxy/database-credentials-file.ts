import { template } from '../../src/examples.ts';
import { defineRule, isDatabaseProxy, type Member } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'database-credentials-file',
  severity: 'warning',
  securitySeverity: '5.0',
  appliesTo: 'workload',
  needs: { role: isDatabaseProxy },
  summary: "A database proxy logs in with a key file instead of the service's own identity.",
  why: 'On Cloud Run every container gets short-lived credentials of the service account without any file. A key file lives until somebody deletes it, can be copied, and has to be stored, mounted and rotated. Proxies are the usual place where one comes along from a manifest that ran elsewhere.',
  remedy:
    "Leave the flag out, and give the service's own account the role Cloud SQL Client (or AlloyDB Client with Service Usage Consumer, or Spanner Database User).",
  references: [
    'https://cloud.google.com/run/docs/securing/service-identity',
    'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy#credentials',
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
            args: ["--port=5432", "--credentials-file=/secrets/key.json", "acme-prod:europe-west1:orders"]
      #                                               ^^^^^^^^^^^^^^^^^ "proxy" logs in with a key given by "--credentials-file" instead of the service's own identity.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter:v0.41.0
            args: ["-p acme-prod", "-i orders", "-c /secrets/key.json", "-x"]
      #                                             ^^^^^^^^^^^^^^^^^ "pgadapter" logs in with a key given by "-c" instead of the service's own identity.
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
              - name: GOOGLE_APPLICATION_CREDENTIALS
                value: /secrets/key.json
      #                ^^^^^^^^^^^^^^^^^ "proxy" logs in with a key given by "GOOGLE_APPLICATION_CREDENTIALS" instead of the service's own identity.
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
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
            args: ["--port=5432", "--auto-iam-authn", "acme-prod:europe-west1:orders"]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--impersonate-service-account=db@acme-prod.iam.gserviceaccount.com", "acme-prod:europe-west1:orders"]
    `,
  ],
  *check(_, { matching }) {
    for (const member of matching) {
      const settings = member.product?.credentials;
      const given = settings && member.settings.first([...settings, 'GOOGLE_APPLICATION_CREDENTIALS']);
      if (!given) continue;
      yield {
        on: given.on,
        message: `"${member.label}" logs in with a key given by "${given.name}" instead of the service's own identity.`,
        help: `Remove "${given.name}", and give the service account of the workload access to the database${roleOf(member)}.`,
      };
    }
  },
});

/** The role that Google's documentation names for the connector; "" for other proxies. */
function roleOf({ connector }: Member): string {
  if (!connector) return '';
  return connector.instanceKind === 'connection-name' ? ': "roles/cloudsql.client"' : ': "roles/alloydb.client"';
}
