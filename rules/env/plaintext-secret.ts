import { template } from '../../src/examples.ts';
import { credentialIn, defineRule } from '../../src/rule.ts';

export default defineRule({
  id: 'plaintext-secret',
  severity: 'warning',
  securitySeverity: '7.5',
  appliesTo: 'workload',
  needs: { words: ['env'] },
  summary: 'A variable holds a secret in plain text.',
  why: 'Whoever may read this file, or may view the service in the console, reads the secret too, and it stays in the history of both.',
  remedy:
    'Put it into Secret Manager and write `valueFrom.secretKeyRef` with its name and a version. What has been committed should be replaced.',
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
      #               ^^^^^^^^^^^^^ "AGENT_API_KEY" holds a secret in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".
                value: 5f2b8c1d90e34a76
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
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
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
  ],
  *check(workload) {
    for (const { field, name, value } of workload.containers.flatMap(({ env }) => env)) {
      const what = name === undefined || value === undefined ? undefined : credentialIn(name, value);
      if (what === undefined) continue;
      yield {
        on: field.get('name'),
        message: `"${name}" holds ${what} in plain text. Keep it in Secret Manager and write "valueFrom.secretKeyRef".`,
      };
    }
  },
});
