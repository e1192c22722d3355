import { changedManifest, changedTemplate, changedTerraform, manifest, template } from '../../src/examples.ts';
import {
  annotationName,
  defineRule,
  type Finding,
  renameKey,
  replaceScalar,
  safeFix,
  say,
  valueName,
  type WrittenAnnotation,
  writtenAnnotations,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'deprecated-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'An annotation, or its value, has a newer spelling.',
  why: 'The old spelling still works, but the documentation or gcloud itself has moved on to the new one, and tools that read the manifest may know only that.',
  remedy: 'Write the new spelling.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/RevisionTemplate',
    'https://cloud.google.com/sdk/docs/release-notes',
  ],
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
          run.googleapis.com/vpc-access-egress: all
      #                                         ^^^ The value "all" of "run.googleapis.com/vpc-access-egress" is deprecated. Write "all-traffic".
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/source-location: gs://acme-sources/shop.zip
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The annotation "run.googleapis.com/source-location" is deprecated. Write "run.googleapis.com/build-source-location".
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/build-function-target: handle
          run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
          run.googleapis.com/vpc-access-egress: all-traffic
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          # as the reference of the YAML form has it
          run.googleapis.com/function-target: handle
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
              run.googleapis.com/network-interfaces: '[{"network":"default","subnetwork":"default"}]'
        <     run.googleapis.com/vpc-access-egress: "all" # and nothing else
        >     run.googleapis.com/vpc-access-egress: "all-traffic" # and nothing else
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { name: shop, annotations: { run.googleapis.com/source-location: gs://acme/shop.zip } }
        > metadata: { name: shop, annotations: { run.googleapis.com/build-source-location: gs://acme/shop.zip } }
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              metadata {
                annotations = {
        <         "run.googleapis.com/vpc-access-egress"    = "all" # audited
        >         "run.googleapis.com/vpc-access-egress"    = "all-traffic" # audited
                  "run.googleapis.com/vpc-access-connector" = "web"
                }
              }

              spec {
                containers {
                  image = "docker.io/acme/web:1.2.3"
                }
              }
            }
          }
      `,
  },
  *check(workload) {
    for (const annotation of writtenAnnotations(workload)) {
      const finding = look(annotation);
      if (finding) yield finding;
    }
  },
});

function look({ key, field, known }: WrittenAnnotation): Finding | undefined {
  const spelling = known?.replacedBy;
  if (spelling !== undefined) {
    const edits = renameKey(field, spelling);
    return {
      on: field.key,
      message: say`The annotation "${key}" is deprecated. Write ${annotationName(spelling)}.`,
      fix: safeFix(say`Write ${annotationName(spelling)}`, edits),
    };
  }
  if (key !== 'run.googleapis.com/vpc-access-egress' || field.value !== 'all') return undefined;
  const edits = replaceScalar(field, 'all-traffic');
  return {
    on: field,
    message: say`The value "all" of ${annotationName(key)} is deprecated. Write ${valueName('all-traffic', key)}.`,
    fix: safeFix(say`Write ${valueName('all-traffic', key)}`, edits),
  };
}
