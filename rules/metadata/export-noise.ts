import { changedManifest, changedTerraform, manifest } from '../../src/examples.ts';
import {
  annotationOf,
  defineRule,
  deleteEntries,
  marksOf,
  type OpenField,
  quoteNames,
  safeFix,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'export-noise',
  severity: 'info',
  appliesTo: 'workload',
  summary: 'The file keeps fields that Cloud Run or a tool wrote when the manifest was exported.',
  why: 'Cloud Run ignores most of it, so it only makes the file longer and differences larger. `resourceVersion` does harm: it says that the resource must not have changed since the export, so that every later deploy fails with a conflict.',
  remedy:
    'Leave these fields out of a file that is kept. `gcloud run services describe NAME --format export` leaves out most of them.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
    'https://cloud.google.com/sdk/gcloud/reference/run/services/describe',
  ],
  fixable: 'safe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        generation: 7
      # ^^^^^^^^^^ Cloud Run or a tool wrote "generation", "resourceVersion", "run.googleapis.com/client-name" and 2 more. Leave them out of a file that is kept.
        resourceVersion: AAYf3kAbcde
        annotations:
          run.googleapis.com/client-name: gcloud
          run.googleapis.com/ingress: internal
      spec:
        template:
          metadata:
            labels:
              run.googleapis.com/startupProbeType: Default
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
      status:
        observedGeneration: 7
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/client-name: gcloud
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run or a tool wrote "run.googleapis.com/client-name". Leave it out of a file that is kept.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/client-name: gcloud
      #       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Leave out "run.googleapis.com/client-name" as well.
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
        creationTimestamp: null
        labels:
          cloud.googleapis.com/location: europe-west1
        annotations:
          run.googleapis.com/ingress: internal
          run.googleapis.com/build-id: 0f7a1d3c
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
          metadata:
        <   generation: 3
            name: shop # the shop
            labels:
              cloud.googleapis.com/location: europe-west1
        <   selfLink: /apis/serving.knative.dev/v1/namespaces/123456789012/services/shop
        <   uid: 0a1b2c3d
            annotations:
              # who may call
              run.googleapis.com/ingress: internal
        <     run.googleapis.com/operation-id: 7c9e6679
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
        < status:
        <   observedGeneration: 3
        <   conditions:
        <   - type: Ready
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { generation: 3, name: shop, uid: 0a1b2c3d, annotations: { run.googleapis.com/client-name: gcloud } }
        > metadata: { name: shop }
          spec: { template: { spec: { containers: [{ image: docker.io/acme/web:1.2.3 }] } } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            metadata {
              annotations = {
        <       "run.googleapis.com/client-name" = "gcloud"
        <       "run.googleapis.com/ingress"     = "internal"
        >       "run.googleapis.com/ingress" = "internal"
              }
            }

            template {
        <     metadata {
        <       labels = {
        <         "run.googleapis.com/startupProbeType" = "Default"
        <       }
        <     }
        <
              spec {
                containers {
                  image = "docker.io/acme/web:1.2.3"
                }
              }
            }
          }
      `,
  },
  *check({ field, allMetadata }) {
    const root = field as unknown as OpenField;
    const noise = allMetadata.flatMap((metadata) => [...noiseIn(metadata as unknown as OpenField)]);
    const status = root.get('status') as OpenField;
    if (status.exists) noise.push(status);
    const [first] = noise;
    if (!first) return;
    const names = [...new Set(noise.map(({ path }) => String(path.at(-1))))];
    const said =
      names.length > 4
        ? `${names
            .slice(0, 3)
            .map((name) => `"${name}"`)
            .join(', ')} and ${names.length - 3} more`
        : quoteNames(names);
    yield {
      on: first.key,
      message: `Cloud Run or a tool wrote ${said}. Leave ${names.length === 1 ? 'it' : 'them'} out of a file that is kept.`,
      related: noise.slice(1).map((other) => ({ on: other.key, message: `Leave out "${other.path.at(-1)}" as well.` })),
      fix: safeFix('Remove what nothing reads', deleteEntries(noise, 'remove')),
    };
  },
});

function* noiseIn(metadata: OpenField): Generator<OpenField> {
  for (const [key, child] of metadata.entries as readonly (readonly [string, OpenField])[]) {
    if (marksOf(child.shape).isOutputOnly && !child.isNull) yield child;
    for (const [name, entry] of child.entries as readonly (readonly [string, OpenField])[]) {
      if ((key === 'annotations' && isNote(name)) || (key === 'labels' && systemLabels.has(name))) yield entry;
    }
  }
}

function isNote(annotation: string): boolean {
  const known = annotationOf(annotation);
  return known?.outputOnly === true || known?.toolNote === true || annotation.startsWith('client.knative.dev/');
}

/** Labels that Cloud Run and gcloud write. */
const systemLabels: ReadonlySet<string> = new Set([
  'client.knative.dev/nonce',
  'run.googleapis.com/satisfiesPzs',
  'run.googleapis.com/startupProbeType',
]);
