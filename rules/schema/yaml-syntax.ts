import { manifest } from '../../src/examples.ts';
import { defineRule } from '../../src/rule.ts';

export default defineRule({
  id: 'yaml-syntax',
  severity: 'error',
  appliesTo: 'file',
  summary: 'The file is not valid YAML.',
  why: 'gcloud cannot read the file, so nothing is deployed. The linter cannot read it either and says nothing else about this document.',
  remedy:
    'Mend the place that is marked. The cause often stands on the line before it: a missing colon or quote, or a wrong indentation.',
  references: ['https://yaml.org/spec/1.2.2/'],
  predicts: 'Failed to parse YAML',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop: 1.2
      #                ^^^^^^^^^^^^^^^^^^^^^^^^ A mapping begins inside another value. Quote the value, or move it to a line of its own. (Nested mappings are not allowed in compact mappings)
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: *name
      #       ^^^^^ The alias "*name" has no anchor before it.
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: &name shop
        labels:
          app: *name
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.2
    `,
  ],
  *check(file) {
    for (const { problem } of file.source.documents) {
      if (!problem) continue;
      yield { on: { source: file.source, span: problem, path: [], stablePath: [] }, message: problem.message };
    }
  },
});
