import { manifest, template } from '../../src/examples.ts';
import { defineRule, hasPlaceholder, isStandIn } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-label',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['labels'] },
  summary: 'The key or value of a label is not one that Google Cloud allows.',
  why: 'Cloud Run hands labels to billing and logging, and so takes only those that Google Cloud takes: lowercase letters, digits, underscores and hyphens, at most 63 characters, the key beginning with a letter. Kubernetes is more generous: there a label may hold capitals, dots and slashes.',
  remedy: 'Write the label in lower case, with hyphens or underscores in place of other characters.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/labels',
    'https://cloud.google.com/resource-manager/docs/labels-overview#requirements',
    'https://github.com/DataDog/datadog-ci/issues/1955',
    'https://github.com/pulumi/pulumi-gcp/issues/1387',
  ],
  predicts:
    "At least one label does not conform to GCP naming style. Label value 'v4.1.2' violates format constraints.",
  bad: [
    template`
      metadata:
        labels:
          version: v1.0.2
      #            ^^^^^^ The label value "v1.0.2" may hold only lowercase letters, digits, underscores and hyphens.
          Team: web
      #   ^^^^ The label key "Team" may hold only lowercase letters, digits, underscores and hyphens, and begins with a letter.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
          app.kubernetes.io/name: shop
      #   ^^^^^^^^^^^^^^^^^^^^^^ The label key "app.kubernetes.io/name" may hold only lowercase letters, digits, underscores and hyphens, and begins with a letter.
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        labels:
          team: shop
          version: v1-0-2
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
          cloud.googleapis.com/location: europe-west1
          run.googleapis.com/satisfiesPzs: "true"
          straße: münchen_1
          cost-center: ""
          commit: COMMIT_SHA
          version: v\${VERSION}
      spec:
        template:
          metadata:
            labels:
              client.knative.dev/nonce: e9078855-cf95-4086-a4cd-6075fce5487b
              run.googleapis.com/startupProbeType: Custom
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ allMetadata }) {
    for (const labels of allMetadata.map((metadata) => metadata.get('labels'))) {
      for (const key of labels.keys) {
        if (hasPlaceholder(key) || ofTheSystem.test(key)) continue;
        const field = labels.get(key);
        if (!/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u.test(key)) {
          const rule = key.length > 63 ? 'has more than 63 characters' : `${characters}, and begins with a letter`;
          yield {
            on: field.key,
            message: `The label key "${key}" ${rule}.`,
            help: write(near(key), 'key'),
            predicts: refusal,
          };
        }
        const value = field.value;
        if (value === undefined || isStandIn(value) || /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u.test(value)) continue;
        const rule = value.length > 63 ? 'has more than 63 characters' : characters;
        const whole = `${refusal} Label value '${value}' violates format constraints.`;
        yield {
          on: field,
          message: `The label value "${value}" ${rule}.`,
          help: write(near(value), 'value'),
          predicts: whole,
        };
      }
    }
  },
});

const refusal = 'At least one label does not conform to GCP naming style.';

const characters = 'may hold only lowercase letters, digits, underscores and hyphens';

/** Labels that Cloud Run and gcloud write or read themselves. */
const ofTheSystem = /^(?:cloud|run)\.googleapis\.com\/|^(?:serving|client|autoscaling|networking)\.knative\.dev\//;

/** The nearest text that a label takes. */
function near(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}_-]+/gu, '-')
    .slice(0, 63);
}

function write(text: string, what: 'key' | 'value'): string {
  const isRight = what === 'value' || /^[\p{Ll}\p{Lo}]/u.test(text);
  return isRight ? `Write "${text}".` : `Write a ${what} of that form.`;
}
