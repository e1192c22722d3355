import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import { defineRule, instanceOf, proxyArguments, replaceText, safeFix, suggest } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-proxy-flag',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['args', 'command'] },
  summary: 'A database proxy is started with a flag that it does not have.',
  why: `The Cloud SQL Auth Proxy, its first generation and the AlloyDB Auth Proxy look alike and differ in their flags. One that the program does not know makes it print its usage and exit. The first generation's flags have one dash and underscores (\`-instances=…=tcp:5432\`, \`-dir\`); AlloyDB's proxy uses the private address anyway and has no \`--private-ip\`.`,
  remedy: "Write the flag of this proxy. The migration guide lists what became of the first generation's flags.",
  help: false,
  references: [
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/migration-guide.md',
    'https://github.com/GoogleCloudPlatform/cloud-sql-proxy/blob/main/cmd/root.go',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy/blob/main/cmd/root.go',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args:
              - -instances=acme-prod:europe-west1:orders=tcp:5432
      #         ^^^^^^^^^^ "proxy" gets "-instances", which is not a flag of Cloud SQL Auth Proxy. Give the instance's name as an argument of its own.
              - -enable_iam_login
      #         ^^^^^^^^^^^^^^^^^ "proxy" gets "-enable_iam_login", which is not a flag of Cloud SQL Auth Proxy. Write "--auto-iam-authn".
              - --structured_logs
      #         ^^^^^^^^^^^^^^^^^ "proxy" gets "--structured_logs", which is not a flag of Cloud SQL Auth Proxy. Write "--structured-logs".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloydb
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            args:
              - --private-ip
      #         ^^^^^^^^^^^^ "alloydb" gets "--private-ip", which is not a flag of AlloyDB Auth Proxy. It uses the private address anyway.
              - --exit-zero-on-sigterm
      #         ^^^^^^^^^^^^^^^^^^^^^^ "alloydb" gets "--exit-zero-on-sigterm", which is not a flag of AlloyDB Auth Proxy. Write "--exit-zero-sigterm".
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["-port=5433", "acme-prod:europe-west1:orders"]
      #             ^^^^^ "proxy" gets "-port", which is not a flag of Cloud SQL Auth Proxy. Write "--port".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "--lazy-refesh", "acme-prod:europe-west1:orders"]
      #                            ^^^^^^^^^^^^^ "proxy" gets "--lazy-refesh", which is not a flag of Cloud SQL Auth Proxy. Did you mean "--lazy-refresh"?
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
            args: ["-p", "5432", "-i", "--lazy-refresh", "--exit-zero-on-sigterm", "acme-prod:europe-west1:orders"]
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
            args:
              - --exit-zero-sigterm
              - --brand-new-flag-of-a-later-release
              - --max-connection-age=1h
              - projects/acme-prod/locations/europe-west1/clusters/shop/instances/main
          - name: old
            image: gcr.io/cloudsql-docker/gce-proxy:1.37.0
            command: ["/cloud_sql_proxy", "-instances=acme-prod:europe-west1:orders=tcp:5433", "-enable_iam_login"]
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
        <         - "-enable_iam_login" # no password
        >         - "--auto-iam-authn" # no password
                  - acme-prod:europe-west1:orders
      `,
    flow: changedTemplate`
          spec:
            containers:
              - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
              - name: proxy
                image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
        <       args: ["--port=5432", '-enable_iam_login', "acme-prod:europe-west1:orders"]
        >       args: ["--port=5432", '--auto-iam-authn', "acme-prod:europe-west1:orders"]
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
        <         "-enable_iam_login",
        >         "--auto-iam-authn",
                  "acme-prod:europe-west1:orders",
                ]
              }
            }
          }
      `,
  },
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      for (const { flag, item, joins, offset } of proxyArguments(member)) {
        const { strangers, switches, values } = member.connector!;
        // What is no argument at all, is of "joined-proxy-arguments".
        if (!flag || joins || (flag.isKnown && flag.isLong)) continue;
        // One dash and one letter is the short form, whose value may follow at once.
        if (!flag.isLong && !flag.isKnown && !Object.hasOwn(strangers, flag.name) && !flag.name.includes('_')) continue;
        const other = meant(flag.name, strangers, [...switches, ...values]);
        const near = other === undefined ? suggest(flag.name, [...switches, ...values], mostTypos) : undefined;
        const wanted = near === undefined ? other : `--${near}`;
        if (wanted === undefined) continue;
        const isFlag = wanted.startsWith('--');
        const advice = near !== undefined ? `Did you mean "${wanted}"?` : isFlag ? `Write "${wanted}".` : wanted;
        const end = offset + flag.text.length;
        yield {
          on: item.part(offset, end),
          message: `"${member.label}" gets "${flag.text}", which is not a flag of ${member.product?.name}. ${advice}`,
          help: /^(?:Write|Give|Did)/.test(advice) ? undefined : `Remove "${flag.text}".`,
          // A guess may be wrong, and the proxy would start with it all the same.
          fix:
            isFlag && near === undefined
              ? safeFix(`Write "${wanted}"`, replaceText(item, offset, end, wanted))
              : undefined,
        };
      }
    }
  },
});

/** How many letters may differ for a typo; a name that differs in more may be a flag of a later release. */
const mostTypos = 2;

/** The flag that became of another one, or advice where there is none to write; undefined for any other name. */
function meant(name: string, strangers: Readonly<Record<string, string>>, flags: readonly string[]) {
  if (Object.hasOwn(strangers, name)) return strangers[name];
  const dashed = name.replaceAll('_', '-').toLowerCase();
  return flags.includes(dashed) ? `--${dashed}` : undefined;
}
