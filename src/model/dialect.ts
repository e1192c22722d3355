/**
 * Services for Cloud Run and Knative services for a cluster share their kind and apiVersion. What only the one or the
 * other knows tells them apart; where a file has neither, it may be for both.
 */
import { Field, type Placed } from '../yaml/field.ts';
import { insteadOfKubernetes, type OpenField, unknownFields, writtenFields } from './conformity/index.ts';
import { parseImage } from './image.ts';
import { marksOf } from './schema/index.ts';
import type { Service } from './service.ts';

/** Where a service is meant to run, as far as the file tells. */
export type Dialect = 'cloud-run' | 'knative' | 'either';

/** What a person says of where files are deployed: by the file's own signals, or all to Cloud Run. */
export type Target = 'auto' | 'cloud-run';

/** Something that Knative on a cluster knows and Cloud Run does not. */
export interface KnativeSignal {
  readonly on: Placed;
  /** What it is, as the object of a sentence in double quotes. */
  readonly what: string;
}

/**
 * Decides by signals: anything of Google's wins, since no cluster knows it; else anything of Knative's or Kubernetes'
 * own; else the place where the images lie.
 */
export function dialectOf(service: Service): Dialect {
  if (isOfCloudRun(service)) return 'cloud-run';
  if (knativeSignal(service)) return 'knative';
  const registries = service.containers.map(({ image }) => (image === undefined ? undefined : parseImage(image)));
  if (registries.some((image) => image?.registryKind === 'other')) return 'knative';
  return registries.some((image) => image?.registryKind.endsWith('-registry')) ? 'cloud-run' : 'either';
}

/** The first thing in a service that only Knative on a cluster knows. */
export function knativeSignal(service: Service): KnativeSignal | undefined {
  const root = service.field as unknown as OpenField;
  const version = service.field.get('apiVersion');
  if (/^serving\.knative\.dev\/v1(?:alpha|beta)\d/.test(version.value ?? ''))
    return { on: version, what: version.value! };
  for (const metadata of [service.metadata, service.templateMetadata]) {
    for (const map of [metadata.get('annotations'), metadata.get('labels')]) {
      const key = map.keys.find(isClusterKey);
      if (key !== undefined) return { on: map.get(key).key, what: key };
    }
  }
  const namespace = service.metadata.get('namespace');
  if (/^(?:default|kube-.*|knative-.*|.{1,5})$/.test(namespace.value ?? '') && !/^\d/.test(namespace.value!)) {
    return { on: namespace, what: `namespace: ${namespace.value}` };
  }
  for (const { key, field, owner } of unknownFields(root)) {
    if (insteadOfKubernetes(owner.shape?.title ?? '', key) !== undefined) return { on: field.key, what: key };
  }
  for (const field of writtenFields(root)) {
    const key = String(field.path.at(-1));
    if (clusterFields.has(key) && marksOf(field.shape).isUnsupported) return { on: field.key, what: key };
    const text = field.text;
    if (text?.includes('.svc.cluster.local') || text?.startsWith('ko://') || text?.startsWith('gcr.io/knative-'))
      return { on: field, what: text };
  }
  return foreignDocument(service);
}

/** A document of a cluster in the same file: people apply both together. */
function foreignDocument(service: Service): KnativeSignal | undefined {
  for (const document of service.field.source.documents) {
    const version = Field.root<{ apiVersion?: string }>(document).get('apiVersion');
    const text = version.text;
    if (text !== undefined && !/^(?:serving\.knative\.dev|run\.googleapis\.com)\//.test(text)) {
      return { on: version, what: text };
    }
  }
  return undefined;
}

/** Fields that gcloud decodes and people set for a cluster on purpose. */
const clusterFields = new Set([
  'configMap',
  'configMapKeyRef',
  'envFrom',
  'imagePullSecrets',
  'enableServiceLinks',
  'securityContext',
  'ownerReferences',
  'configurationName',
]);

const clusterKey = /(?:^|[./])(?:knative\.dev|istio\.io|linkerd\.io|kubernetes\.io|k8s\.io|helm\.sh|dapr\.io)\//;
const sharedKeys = new Set([
  'autoscaling.knative.dev/minScale',
  'autoscaling.knative.dev/maxScale',
  'serving.knative.dev/creator',
  'serving.knative.dev/lastModifier',
  'client.knative.dev/nonce',
]);

function isClusterKey(key: string): boolean {
  return clusterKey.test(key) && !sharedKeys.has(key);
}

function isOfCloudRun(service: Service): boolean {
  if (service.field.get('apiVersion').text?.startsWith('run.googleapis.com/')) return true;
  const { metadata, templateMetadata, templateSpec } = service;
  const keys = [
    ...metadata.get('annotations').keys,
    ...metadata.get('labels').keys,
    ...templateMetadata.get('annotations').keys,
    ...templateMetadata.get('labels').keys,
    ...templateSpec.get('nodeSelector').keys,
  ];
  if (keys.some((key) => /^(?:run|cloud)\.googleapis\.com\//.test(key))) return true;
  if (/^\d+$/.test(metadata.get('namespace').text ?? '')) return true;
  if (templateSpec.get('serviceAccountName').text?.includes('@')) return true;
  return (
    service.volumes.some(({ field }) => field.get('csi').get('driver').text === 'gcsfuse.run.googleapis.com') ||
    service.containers.some(({ env }) => env.some(({ field }) => isSecretVersion(secretKey(field))))
  );
}

function secretKey(env: Service['containers'][number]['env'][number]['field']): string | undefined {
  return env.get('valueFrom').get('secretKeyRef').get('key').text;
}

/** A version of Secret Manager; keys of Kubernetes secrets are names. */
function isSecretVersion(key: string | undefined): boolean {
  return key !== undefined && /^(?:latest|\d+)$/.test(key);
}
