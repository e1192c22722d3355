import { manifest, template } from '../../src/examples.ts';
import {
  byLanguage,
  defineRule,
  fieldName,
  isSampleName,
  marksOf,
  mayGainKeys,
  type OpenField,
  otherHalfOf,
  placesOf,
  say,
  subjectOf,
  suggest,
  type Text,
  unknownFields,
  writtenFields,
} from '../../src/rule-kit.ts';

const withoutTemplate = 'spec.template is required but missing. Please check the content in your yaml file.';

/** What gcloud says of a missing field, by its path, where that is published. */
const refusals: ReadonlyMap<string, string> = new Map([['spec.template', withoutTemplate]]);

export default defineRule({
  id: 'missing-field',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A field that Cloud Run cannot do without is missing or empty.',
  why: 'gcloud or Cloud Run refuses the manifest. gcloud stops already where the name, or the template of a job, is missing; Cloud Run checks the rest.',
  remedy: 'Add the field, or give it a value.',
  help: 'Add the field, or give it a value.',
  references: [
    'https://cloud.google.com/run/docs/reference/yaml/v1',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
  ],
  predicts: withoutTemplate,
  bad: [
    template`
      spec:
        containers:
          - name: shop
      #           ^^^^ "shop" needs "image".
            env:
              - value: debug
      #         ^^^^^ An environment variable in "shop" needs "name".
              - name: API_KEY
                valueFrom:
                  secretKeyRef:
      #           ^^^^^^^^^^^^ "secretKeyRef" of "API_KEY" in "shop" needs "key".
                    name: api-key
            volumeMounts:
              - name: cache
      #               ^^^^^ The volume mount "cache" in "shop" needs "mountPath".
        volumes:
          - name: cache
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
          - env:
      #     ^^^ The second container needs "image". The dash before "env" begins another container. Remove the dash if both belong to one container.
              - { name: LOG_LEVEL, value: debug }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      #     ^^^ A job needs "metadata".
      spec:
        template:
          spec:
      #   ^^^^ "spec.template" needs a value for "spec".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env:
              - name: LOG_LEVEL
                value: debug
              - name: API_KEY
                valueFrom:
                  secretKeyRef:
                    name: api-key
                    key: "3"
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            volumes:
              - name: cache
                emptyDir: {}
            containers:
              - image: docker.io/acme/shop:1.4.2
                ports: [{}]
                env: []
                resources: {}
                startupProbe:
                  httpGet: {}
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: "" # from-param: \${serviceName}
      spec:
        template:
          spec:
            serviceAccountName: "" # from-param: \${account}
            containers:
              - image: "" # from-param: \${image}
    `,
    template`
      spec:
        containers:
          - image: \${IMAGE}
            {{- include "shop.env" . }}
            env:
              - name: KEY
                valueFrom: \${KEY_SOURCE}
              - "\${MORE_OF_THEM}": from elsewhere
    `,
  ],
  *check(workload) {
    const root = workload.open;
    let unknown: ReadonlyMap<OpenField, readonly string[]> | undefined;
    for (const owner of writtenFields(root)) {
      if (!owner.isMap) continue;
      for (const key of marksOf(owner.shape).required) {
        const wanted = owner.get(key) as OpenField;
        if (isGiven(wanted) || isBlankOnPurpose(wanted) || mayGainKeys(owner)) continue;
        unknown ??= unknownByOwner(root);
        if (isMisplaced(owner, key, unknown)) continue;
        const state = wanted.exists ? say`needs a value for ${fieldName(key)}` : say`needs ${fieldName(key)}`;
        yield {
          on: wanted,
          predicts: refusals.get(wanted.path.join('.')),
          message: say`${subjectOf(workload, owner)} ${state}.${dashTooMany(owner)}`,
        };
      }
    }
  },
});

/** A dash in front of a key begins another container, which then has the rest of the first one's lines. */
function dashTooMany(owner: OpenField): Text {
  const other = otherHalfOf(owner);
  if (!other) return '';
  const later = Number(other.path.at(-1)) < Number(owner.path.at(-1)) ? owner : other;
  return byLanguage({
    yaml: ` The dash before "${later.keys[0]}" begins another container. Remove the dash if both belong to one container.`,
    hcl: ' If both belong to one container, write one block.',
  });
}

function unknownByOwner(root: OpenField): ReadonlyMap<OpenField, readonly string[]> {
  const byOwner = new Map<OpenField, string[]>();
  for (const { owner, key } of unknownFields(root)) {
    const keys = byOwner.get(owner);
    if (keys) keys.push(key);
    else byOwner.set(owner, [key]);
  }
  return byOwner;
}

function isGiven(field: OpenField): boolean {
  if (!field.exists || field.isNull) return false;
  return !(field.isList && field.items.length === 0) && field.text !== '';
}

/** Whether a person is to fill it in: it stands there, in a file that is called a sample. */
function isBlankOnPurpose({ exists, source }: OpenField): boolean {
  return exists && isSampleName(source.path);
}

/**
 * Whether an unknown field was meant to be the missing one; for an object, also whether one belongs inside it. An item
 * of a list that holds nothing known, such as `LOG_LEVEL: debug` under `env`, is no such item at all.
 */
function isMisplaced(owner: OpenField, key: string, unknown: ReadonlyMap<OpenField, readonly string[]>): boolean {
  const isItem = owner.parent?.isList || owner.parent?.isUnlisted;
  const known = owner.shape?.properties ?? {};
  if (isItem && owner.keys.length > 0 && !owner.keys.some((name) => Object.hasOwn(known, name))) return true;
  if (unknown.get(owner)?.some((other) => suggest(other, [key]) === key)) return true;
  const shape = owner.shape?.properties?.[key];
  if (shape?.type !== 'object') return false;
  return [...unknown.values()].flat().some((other) => other === key || placesOf(shape, other).length > 0);
}
