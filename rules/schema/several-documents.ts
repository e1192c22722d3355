import { manifest } from '../../src/examples.ts';
import { defineRule, dialectOf, Field, isOfV2 } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'several-documents',
  severity: 'error',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'The file holds more than one YAML document, but gcloud takes one.',
  why: '`gcloud run services replace` takes a file with one document and refuses any other, even if the second document is empty. Skaffold and Cloud Deploy split the file first, so that nothing is said where they deploy it.',
  remedy: 'Put each document into a file of its own. Remove the `---` before an empty one.',
  help: 'Put each document into a file of its own.',
  references: ['https://cloud.google.com/sdk/gcloud/reference/run/services/replace'],
  predicts: 'Failed to parse YAML: expected a single document in the stream',
  predictsAlike: true,
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.4.2
      ---
      apiVersion: serving.knative.dev/v1
      kind: Service
      #     ^^^^^^^ gcloud accepts one document in a file, and this is the second of 2.
      metadata:
        name: shop-stage
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.5.0
    `,
  ],
  good: [
    manifest`
      ---
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/description: |
            Text with a line of dashes
            ---
            is still one document.
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.4.2
      ...
    `,
    manifest`
      # kubectl takes any number of them
      apiVersion: run.cnrm.cloud.google.com/v1beta1
      kind: RunService
      metadata:
        name: shop
      spec:
        location: europe-west1
        template:
          containers:
            - image: docker.io/acme/shop:1.4.2
      ---
      apiVersion: iam.cnrm.cloud.google.com/v1beta1
      kind: IAMServiceAccount
      metadata:
        name: shop
    `,
  ],
  *check({ source, workloads, options }) {
    // The mark that ends a document (`...`) begins no other by itself.
    const documents = source.documents.filter((one) => !isEmpty(one) || source.text.startsWith('---', one.start));
    const second = documents[1];
    // Others than gcloud take objects of the v2 API.
    const forGcloud = workloads.filter((workload) => !isOfV2(workload));
    const isOurs = forGcloud.some((workload) => workload.kind !== 'Service' || dialectOf(workload) === 'cloud-run');
    if (!second || !(isOurs || (options.target === 'cloud-run' && forGcloud.length > 0))) return;
    // Skaffold, and Cloud Deploy with it, splits the file first.
    if (workloads.some(({ surroundings }) => surroundings.deployer() === 'skaffold')) return;
    const dashes = { source, span: { start: second.start, end: second.start + 3 }, path: [], stablePath: [] };
    yield {
      on: isEmpty(second) ? dashes : Field.root(second),
      message: `gcloud accepts one document in a file, and this ${isEmpty(second) ? 'line begins another, which is empty' : `is the second of ${documents.length}`}.`,
    };
  },
});

function isEmpty(document: Parameters<typeof Field.root>[0]): boolean {
  return document.root === null || Field.root(document).isNull;
}
