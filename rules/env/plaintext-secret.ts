import { template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  type EnvVar,
  type Finding,
  fieldName,
  say,
  secretFilledIn,
  secretsOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'plaintext-secret',
  severity: 'warning',
  securitySeverity: '7.5',
  appliesTo: 'workload',
  needs: { mentions: ['env', 'args', 'command'] },
  summary: 'A variable or an argument holds a secret in plain text.',
  why: 'Whoever may read this file, or may view the service in the console, reads the secret too, and it stays in the history of both.',
  remedy:
    'Put it into Secret Manager and write `valueFrom.secretKeyRef` with its name and a version. A program that takes a secret by a flag mostly takes it by a variable, too: `OAUTH2_PROXY_CLIENT_SECRET` for `--client-secret`. What has been committed should be replaced.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://cloud.google.com/run/docs/configuring/services/environment-variables',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_PASSWORD
      #               ^^^^^^^^^^^ "DB_PASSWORD" holds a secret in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: correct-horse-battery
              - name: DATABASE_URL
      #               ^^^^^^^^^^^^ "DATABASE_URL" holds a password in a URL in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: postgres://shop:horse7@10.0.0.3/orders
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: agent
            image: docker.io/acme/agent:2.0
            env:
              - name: AGENT_API_KEY
      #               ^^^^^^^^^^^^^ "AGENT_API_KEY" of "agent" holds a secret in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: 5f2b8c1d90e34a76
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: MAIL_API_KEY
      #               ^^^^^^^^^^^^ "MAIL_API_KEY" holds a secret in plain text as soon as "\${MAIL_API_KEY}" is filled in. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: "\${MAIL_API_KEY}"
    `,
    template`
      spec:
        containers:
          - name: auth
            image: us-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            ports: [{ containerPort: 8080 }]
            args:
              - --http-address=0.0.0.0:8080
              - --client-secret=GOCSPX-horse-battery-staple7
      #         ^^^^^^^^^^^^^^^ "--client-secret" of "auth" holds a secret in plain text. Keep it in Secret Manager and give it by a variable with "valueFrom.secretKeyRef".
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            command: [sh, -c, "PGPASSWORD=horse7 psql -f setup.sql; exec shop --port=8080 --token=5f2b8c1d90e34a76"]
      #                        ^^^^^^^^^^ "PGPASSWORD" holds a secret in plain text. Keep it in Secret Manager and give it by a variable with "valueFrom.secretKeyRef".
      #                                                                                   ^^^^^^^ "--token" holds a secret in plain text. Keep it in Secret Manager and give it by a variable with "valueFrom.secretKeyRef".
            args: [--db-password, correct-horse-battery, "postgres://shop:horse7@10.0.0.3/orders"]
      #                           ^^^^^^^^^^^^^^^^^^^^^ "--db-password" holds a secret in plain text. Keep it in Secret Manager and give it by a variable with "valueFrom.secretKeyRef".
      #                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ An argument holds a password in a URL in plain text. Keep it in Secret Manager and give it by a variable with "valueFrom.secretKeyRef".
            env:
              - name: ConnectionStrings__Orders
      #               ^^^^^^^^^^^^^^^^^^^^^^^^^ "ConnectionStrings__Orders" holds a password in a connection string in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: Server=10.0.0.3;User Id=shop;Password=horse7
              - name: PGPASSWORD
      #               ^^^^^^^^^^ "PGPASSWORD" holds a secret in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: correct-horse-battery
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: db-password
                    key: "4"
              - name: DATABASE_URL
                value: postgres://shop@localhost/orders
              - name: REDIS_URL
                value: "redis://:\${REDIS_PASSWORD}@10.0.0.4"
              - name: MAX_TOKENS
                value: "4096"
              # The program puts in what another variable holds.
              - name: SPRING_DATASOURCE_PASSWORD
                value: "\${DB_PASSWORD}"
              - name: SIGNING_SECRET
                value: "\${SIGNING_SECRET_NAME}"
              - name: KEY_NAME
                value: "\${SIGNING_SECRET}"
              - name: NEXT_PUBLIC_MAPS_API_KEY
                value: "\${MAPS_API_KEY}"
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            args: ["--token-file=/secrets/token", "--session-secret=\${SESSION_SECRET}", "--max-tokens=4096"]
            env:
              - name: DB_PASSWORD_FILE
                value: /secrets/db-password
              - name: SIGNING_SECRET
                value: projects/acme-prod/secrets/signing
              - name: STRIPE_API_KEY
                value: stripe-api-key
              - name: SESSION_TOKEN
                value: "%SESSION_TOKEN%"
              - name: NEXT_PUBLIC_MAPS_API_KEY
                value: 5f2b8c1d90e34a76
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            args: [--token, --max-token, "4000", --password-file, /secrets/db, --csrf-token, X-CSRF-Token]
            env:
              - name: GOOGLE_APPLICATION_CREDENTIALS
                value: service-account.json
              - name: DATABASE_URL
                value: postgres://USER:PASSWORD@HOST:5432/DB
              - name: DB_PASSWORD
                value: ENC(h5sT0aWqkP3vZr8x)
              - name: OPENAI_API_KEY
                value: ollama
              - name: PROXY_PASS
                value: 127.0.0.1:8080
    `,
  ],
  *check(workload) {
    for (const { what, name, isArgument, container, on } of secretsOf(workload)) {
      const write = isArgument ? 'give it by a variable with' : 'write';
      yield {
        on,
        message: say`${name ? `"${name}"` : 'An argument'}${container.after('of')} holds ${what} in plain text. Keep it in Secret Manager and ${write} ${fieldName('valueFrom.secretKeyRef')}.`,
      };
    }
    for (const container of workload.containers) {
      for (const variable of container.env) yield* checkFilledIn(variable, container);
    }
  },
});

/** What is filled in before the deploy is text in the revision; a program may fill in its own variables later. */
function* checkFilledIn({ field, name = '' }: EnvVar, container: Container): Iterable<Finding> {
  const filled = secretFilledIn(name, field.get('value').text ?? '');
  if (!filled || (filled.of !== name && container.env.some((other) => other.name === filled.of))) return;
  yield {
    on: field.get('name'),
    message: say`"${name}"${container.after('of')} holds a secret in plain text as soon as "${filled.mark}" is filled in. Keep it in Secret Manager and write ${fieldName('valueFrom.secretKeyRef')}.`,
  };
}
