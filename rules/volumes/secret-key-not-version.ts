import { template } from '../../src/examples.ts';
import { defineRule, type Finding, fieldName, isDataKey, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'secret-key-not-version',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['secretKeyRef', 'secret'] },
  summary: 'A secret is asked for an entry of a Kubernetes secret instead of a version.',
  why: 'In Kubernetes `key` names an entry of a secret. In Cloud Run it is the version of a secret in Secret Manager: `latest`, a number, or an alias that you gave to a version. A version of that name hardly exists, and then the revision does not start.',
  remedy:
    'Make one secret of each entry, and write `latest` or a version number, in quotes, as `secretKeyRef.key`, or as `items.key` of a volume. For an alias of that name, ignore this with a comment.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://cloud.google.com/secret-manager/docs/assign-alias-to-secret-version',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_USER
                valueFrom:
                  secretKeyRef:
                    name: shop-database
                    key: username
      #                  ^^^^^^^^ "username" as the "key" of "DB_USER" looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
              - name: SEARCH_URL
                valueFrom:
                  secretKeyRef:
                    name: search
                    key: cluster-endpoint
      #                  ^^^^^^^^^^^^^^^^ "cluster-endpoint" as the "key" of "SEARCH_URL" looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
              - name: STRIPE_KEY
                valueFrom:
                  secretKeyRef:
                    name: shop
                    key: stripe-key
      #                  ^^^^^^^^^^ "stripe-key" as the "key" of "STRIPE_KEY" looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: tls
                mountPath: /tls
        volumes:
          - name: tls
            secret:
              secretName: shop-tls
              items:
                - key: tls.crt
      #                ^^^^^^^ "tls.crt" as the "key" of an item of the volume "tls" looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
                  path: tls.crt
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_PASSWORD
                valueFrom: { secretKeyRef: { name: shop-database, key: DB_PASSWORD } }
      #                                                                ^^^^^^^^^^^ "DB_PASSWORD" as the "key" of "DB_PASSWORD" looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.
              - name: API_TOKEN
                valueFrom: { secretKeyRef: { name: api-token, key: TOKEN_VERSION } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: DB_USER
                valueFrom:
                  secretKeyRef:
                    name: shop-database-user
                    key: latest
              - name: STRIPE_KEY
                valueFrom:
                  secretKeyRef:
                    name: stripe-key
                    key: "7"
              - name: SIGNING_KEY
                valueFrom:
                  secretKeyRef:
                    name: signing-key
                    key: production
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: tls
                mountPath: /tls
        volumes:
          - name: tls
            secret:
              secretName: shop-tls
              items:
                - key: "\${TLS_VERSION}"
                  path: tls.crt
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const variable of container.env) {
        const { secret } = variable;
        const name = variable.field.get('name').text;
        if (!secret) continue;
        const key = secret.get('key');
        // In capitals it reads as a stand-in, but not one for a version where the variable is called so, too.
        const version = key.value ?? (key.text === variable.name ? key.text : undefined);
        if (version !== undefined && isDataKey(version, [secret.get('name').value, variable.name]))
          yield finding(key, version, `${name ? `"${name}"` : 'a variable'}${container.after('in')}`);
      }
    }
    for (const { field, name } of workload.volumes) {
      const secret = field.get('secret');
      for (const item of secret.get('items').items) {
        const key = item.get('key');
        if (key.value !== undefined && isDataKey(key.value, [secret.get('secretName').value])) {
          yield finding(key, key.value, `an item of ${name === undefined ? 'a volume' : `the volume "${name}"`}`);
        }
      }
    }
  },
});

function finding(on: Finding['on'], key: string, owner: string): Finding {
  return {
    on,
    message: say`"${key}" as the ${fieldName('key')} of ${owner} looks like an entry of a Kubernetes secret, but Cloud Run wants a version. Write "latest" or a number in quotes.`,
  };
}
