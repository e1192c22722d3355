/**
 * Services for Cloud Run and Knative services for a cluster share their kind and apiVersion. What only the one or the
 * other knows tells them apart; where a file has neither, it may be for both.
 */

import { onceEach } from '../once.ts';
import { Field, type Placed } from '../tree/field.ts';
import type { Source } from '../tree/source.ts';
import { unknownFields, writtenFields } from './conformity/index.ts';
import { recognise } from './recognise.ts';
import { marksOf } from './schema/index.ts';
import type { Service } from './service.ts';

/** Where a service is meant to run, as far as the file tells. */
export type Dialect = 'cloud-run' | 'knative' | 'either';

/** Something that Knative on a cluster knows and Cloud Run does not. */
export interface KnativeSignal {
  /** The key or the value that gives it away. */
  readonly on: Placed;
  /** What it is, as the object of a sentence in double quotes. */
  readonly what: string;
}

/**
 * Decides by signals: anything of Google's wins, since no cluster knows it; else anything that only Knative takes; else
 * the registries of the images; else what lies around the file.
 */
export const dialectOf = onceEach((service: Service): Dialect => {
  if (isOfCloudRun(service)) return 'cloud-run';
  if (settingOfKnative(service)) return 'knative';
  if (service.containers.some((container) => registryOf(container)?.endsWith('-registry'))) return 'cloud-run';
  if (imageFromElsewhere(service)) return 'knative';
  const { target, deployer } = service.surroundings;
  return target === 'cloud-run' || deployer() === 'skaffold' ? 'cloud-run' : 'either';
});

/** The first thing in a service that Knative on a cluster takes and Cloud Run does not. */
export function knativeSignal(service: Service): KnativeSignal | undefined {
  return settingOfKnative(service) ?? imageFromElsewhere(service);
}

function settingOfKnative(service: Service): KnativeSignal | undefined {
  const root = service.open;
  const version = service.field.get('apiVersion');
  if (/^serving\.knative\.dev\/v1(?:alpha|beta)\d/.test(version.value ?? '')) return signal(version, version.value);
  for (const metadata of [service.metadata, service.templateMetadata]) {
    for (const map of [metadata.get('annotations'), metadata.get('labels')]) {
      const key = map.keys.find(isClusterKey);
      if (key !== undefined) return signal(map.get(key).key, key);
    }
  }
  const namespace = service.metadata.get('namespace');
  if (/^(?:default|kube-.*|knative-.*|\D.{0,4})$/.test(namespace.value ?? ''))
    return signal(namespace, namespace.value);
  const selector = service.templateSpec.get('nodeSelector');
  const node = selector.keys.find((key) => /^(?:cloud\.google\.com|kubernetes\.io|node\.kubernetes\.io)\//.test(key));
  if (node !== undefined) return signal(selector.get(node).key, node);
  for (const { key, field } of unknownFields(root)) {
    if (knativeFields.has(key)) return signal(field.key, key);
  }
  for (const field of writtenFields(root)) {
    const key = String(field.path.at(-1));
    if (decodedFields.has(key) && marksOf(field.shape).isUnsupported) return signal(field.key, key);
    const text = field.text ?? '';
    if (text.includes('.svc.cluster.local') || /^(?:ko:\/\/|gcr\.io\/knative-)/.test(text)) return signal(field, text);
  }
  return foreignDocument(service.field.source);
}

function imageFromElsewhere({ containers }: Service): KnativeSignal | undefined {
  const container = containers.find((candidate) => registryOf(candidate) === 'other');
  return container && signal(container.field.get('image'), container.image);
}

function signal(on: Placed, what: string | undefined): KnativeSignal {
  return { on, what: what ?? '' };
}

function registryOf({ imageReference }: Service['containers'][number]): string | undefined {
  return imageReference?.registryKind;
}

/** Fields that Knative takes on a cluster and gcloud refuses. What Knative refuses too tells nothing. */
const knativeFields: ReadonlySet<string> = new Set([
  'initContainers',
  'affinity',
  'tolerations',
  'topologySpreadConstraints',
  'schedulerName',
  'priorityClassName',
  'automountServiceAccountToken',
  'dnsPolicy',
  'dnsConfig',
  'hostAliases',
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'shareProcessNamespace',
  'securityContext',
  'idleTimeoutSeconds',
  'responseStartTimeoutSeconds',
  'exec',
  'fieldRef',
  'resourceFieldRef',
  'persistentVolumeClaim',
  'projected',
  'hostPath',
  'managedFields',
]);

/** Fields that gcloud decodes, Cloud Run does not support, and people set for a cluster on purpose. */
const decodedFields: ReadonlySet<string> = new Set([
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

/** Whether the name of the file or its folder, or a command in a comment, speaks of Cloud Run. Found once a file. */
const namesCloudRun = onceEach(({ path, text }: Source): boolean => {
  const place = path.split(/[/\\]/).slice(-2);
  return (
    place.some((name) => /cloud[-_]?run/i.test(name)) ||
    (text.includes('gcloud') && /gcloud (?:alpha |beta )?run\b/.test(text))
  );
});

/** A document of a cluster in the same file: people apply both together. Found once a file. */
const foreignDocument = onceEach((source: Source): KnativeSignal | undefined => {
  for (const document of source.documents) {
    const version = Field.root<{ apiVersion?: string }>(document).get('apiVersion');
    const text = version.text;
    if (text !== undefined && !/^(?:serving\.knative\.dev|run\.googleapis\.com)\//.test(text) && !recognise(document)) {
      return signal(version, text);
    }
  }
  return undefined;
});

function isOfCloudRun(service: Service): boolean {
  const { node } = service.field;
  if (node?.kind === 'map' && node.isTranslated) return true;
  if (service.field.get('apiVersion').text?.startsWith('run.googleapis.com/')) return true;
  const { metadata, templateMetadata, templateSpec } = service;
  if (
    hasGoogleKey(metadata.get('annotations')) ||
    hasGoogleKey(templateMetadata.get('annotations')) ||
    hasGoogleKey(metadata.get('labels')) ||
    hasGoogleKey(templateMetadata.get('labels')) ||
    hasGoogleKey(templateSpec.get('nodeSelector')) ||
    namesCloudRun(service.field.source)
  ) {
    return true;
  }
  if (/^\d+$/.test(metadata.get('namespace').text ?? '')) return true;
  if (templateSpec.get('serviceAccountName').text?.includes('@')) return true;
  return (
    service.volumes.some(({ field }) => field.get('csi').get('driver').text === 'gcsfuse.run.googleapis.com') ||
    service.containers.some(({ env }) => env.some(({ secret }) => isSecretVersion(secret?.get('key').text)))
  );
}

function hasGoogleKey({ keys }: { readonly keys: readonly string[] }): boolean {
  return keys.some((key) => /^(?:run|cloud)\.googleapis\.com\//.test(key));
}

/** A version of Secret Manager; keys of Kubernetes secrets are names. */
function isSecretVersion(key: string | undefined): boolean {
  return key !== undefined && /^(?:latest|\d+)$/.test(key);
}
