import { template } from '../../src/examples.ts';
import { defineRule, type Field, type Finding, fieldName, hasPlaceholder, say, type Text } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-secret-name',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['secretKeyRef', 'secret'] },
  summary: 'A secret is named by its path, or by a name that no secret can have.',
  why: 'Cloud Run takes the bare name of a secret in the same project, or an alias that an annotation gives to a secret of another project. Both consist of letters, digits, hyphens and underscores, and anything else is refused. The v2 API, Terraform and gcloud take the whole path, a Kubernetes secret may have dots in its name, and people write the version behind the name.',
  remedy:
    'Write the name alone, and the version as `secretKeyRef.key`. For a secret of another project, give it an alias in the annotation `run.googleapis.com/secrets` on the template, `ALIAS:projects/PROJECT_NUMBER/secrets/NAME`, and write the alias.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#SecretKeySelector',
    'https://cloud.google.com/secret-manager/docs/creating-and-accessing-secrets',
    'https://github.com/hashicorp/terraform-provider-google/issues/14517',
    'https://github.com/hashicorp/terraform-provider-google/issues/13830',
  ],
  predicts:
    'spec.template.spec.containers[0].env[0].value_from.secret_key_ref.name: should have only alphanumeric characters, hyphens, or underscores',
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env:
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: projects/acme-prod/secrets/db-password
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "DB_PASSWORD" in "web" names its secret by a path. Write "db-password", or an alias for another project's.
                    key: "3"
              - name: API_KEY
                valueFrom: { secretKeyRef: { name: "api-key:latest", key: latest } }
      #                                            ^^^^^^^^^^^^^^^^ "API_KEY" in "web" names its secret "api-key:latest", but a name has letters, digits, hyphens and underscores only.
    `,
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            volumeMounts: [{ name: tls, mountPath: /etc/tls }]
        volumes:
          - name: tls
            secret: { secretName: shop.tls, items: [{ key: latest, path: tls.pem }] }
      #                           ^^^^^^^^ The volume "tls" names its secret "shop.tls", but a name has letters, digits, hyphens and underscores only.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/secrets: db-password:projects/123456789012/secrets/db_password
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env:
              - name: DB_PASSWORD
                valueFrom: { secretKeyRef: { name: db-password, key: "3" } }
              - name: API_KEY
                valueFrom: { secretKeyRef: { name: Api_Key-2, key: "1" } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env:
              - name: DB_PASSWORD
                valueFrom: { secretKeyRef: { name: "\${PREFIX}.db", key: "3" } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const variable of container.env) {
        const owner = `"${variable.field.get('name').text ?? ''}"${container.after('in')}`;
        if (variable.secret) yield* complaint(variable.secret.get('name'), owner);
      }
    }
    for (const { field, name } of workload.volumes) {
      yield* complaint(field.get('secret').get('secretName'), name === undefined ? 'A volume' : `The volume "${name}"`);
    }
  },
});

function* complaint(field: Field<string>, owner: string): Generator<Finding> {
  const { text = '' } = field;
  const [, name] = /^projects\/[^/]+\/secrets\/([^/]+)/.exec(text) ?? [];
  if (name !== undefined) {
    const wanted = hasPlaceholder(name) ? 'the last part alone' : `"${name}"`;
    yield {
      on: field,
      message: `${owner} names its secret by a path. Write ${wanted}, or an alias for another project's.`,
    };
  } else if (/[^A-Za-z0-9_-]/.test(field.value ?? '')) {
    yield {
      on: field,
      message: `${owner} names its secret "${text}", but a name has letters, digits, hyphens and underscores only.`,
      help: helpFor(text),
    };
  }
}

/** A name with a version behind a colon is how gcloud's flags write it. */
function helpFor(text: string): Text {
  const parts = /^([A-Za-z0-9_-]+):([A-Za-z0-9_-]+)$/.exec(text);
  if (!parts) return 'Write the name of the secret as Secret Manager lists it.';
  const [, name = '', version = ''] = parts;
  return say`Write "${name}", and "${version}" as the ${fieldName('key')}.`;
}
