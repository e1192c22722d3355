import { manifest } from '../../src/examples.ts';
import { defineRule, fieldName, hasPlaceholder, quoteNames, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'service-only-labels',
  severity: 'info',
  appliesTo: 'service',
  needs: { mentions: ['labels'] },
  summary: 'Labels stand on the service, but not on its template.',
  why: 'Billing reports and logs see only the labels of revisions. A label that stands on the service alone does not show up there.',
  remedy: 'Repeat the labels in `spec.template.metadata.labels`.',
  help: say`Repeat the labels in ${fieldName('spec.template.metadata.labels')}.`,
  references: ['https://cloud.google.com/run/docs/configuring/services/labels'],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
      # ^^^^^^ The labels "team" and "env" are not on the template, so billing and logs do not see them.
          team: web
          env: prod
          cloud.googleapis.com/location: europe-west1
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
          team: web
          cloud.googleapis.com/location: europe-west1
          goog-terraform-provisioned: "true"
      spec:
        template:
          metadata:
            labels:
              team: web
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ metadata, templateMetadata }) {
    const labels = metadata.get('labels');
    const onTemplate = new Set(templateMetadata.get('labels').keys);
    const missing = labels.keys.filter((key) => !isOfATool(key) && !hasPlaceholder(key) && !onTemplate.has(key));
    const [one, ...more] = missing;
    if (one === undefined) return;
    const [label, them] =
      more.length === 0 ? [`label "${one}" is`, 'it'] : [`labels ${quoteNames(missing)} are`, 'them'];
    yield { on: labels, message: `The ${label} not on the template, so billing and logs do not see ${them}.` };
  },
});

/** Labels of Cloud Run and gcloud, and those that Google's tools write themselves (`goog-terraform-provisioned`). */
function isOfATool(key: string): boolean {
  return key.includes('/') || key.startsWith('goog-');
}
