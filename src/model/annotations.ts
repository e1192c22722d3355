/**
 * What Cloud Run can be told by annotation, as data. Levels come from the allow-list in the public description of the
 * v1 API's ObjectMeta; keys that are only seen in gcloud's own code are marked `undocumented`, and nothing certain
 * may be said of them.
 */
import type { ResourceKind } from './schema/index.ts';

/** What an annotation's text must hold. */
export type AnnotationValue =
  | { readonly kind: 'text'; readonly maxLength?: number }
  /** "true" or "false" in any case: gcloud itself writes both `true` and Python's `True`. */
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly minimum: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** JSON, or the looser YAML flow form that the API takes as well. */
  | { readonly kind: 'json'; readonly shape: 'map' | 'list' }
  /** `form` says in words and placeholders what `pattern` says. */
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly form: string };

/** One annotation that Cloud Run or its tools know. */
export interface Annotation {
  /** The whole key. */
  readonly key: string;
  /** The kinds of resource whose metadata it belongs in; Revision and Execution are the templates. */
  readonly on: readonly ResourceKind[];
  /** What its text must hold; of kind `text` where that is left open, or for a rule of its own to check. */
  readonly value: AnnotationValue;
  /** What Cloud Run does without it. */
  readonly default?: string;
  /** Launch stage that the resource must declare to use it; GA if missing. */
  readonly stage?: 'ALPHA' | 'BETA';
  /** The gcloud release that brought it to GA, as a number. */
  readonly since?: number;
  /** Only gcloud's code shows it: neither its level nor its values are certain. */
  readonly undocumented?: true;
  /** Written by Cloud Run, never read from a manifest. */
  readonly outputOnly?: true;
  /** Written by a tool about itself: of no use in a committed file. */
  readonly toolNote?: true;
  /**
   * The annotation for the same on a template. Services with the object's own name there are known to deploy, so it is
   * not certain that Cloud Run refuses it; nothing documents an effect.
   */
  readonly templateTwin?: string;
  /**
   * The kind whose exported objects are known to have it, though it is not documented there: not certain to be refused,
   * nor to have an effect.
   */
  readonly seenOn?: ResourceKind;
  /**
   * On a worker pool it belongs in the pool's own metadata, although templates of services have it: not certain to be
   * refused on the template of a pool, nor to have an effect.
   */
  readonly ownOfPool?: true;
  /** The spelling to use instead. */
  readonly replacedBy?: string;
  /** What it sets, as a sentence; editors show it. */
  readonly description: string;
  /** The page that documents it. */
  readonly source: string;
}

const docs = (page: string) => `https://cloud.google.com/run/docs/${page}`;
const objectMeta = docs('reference/rest/v1/ObjectMeta');
const releaseNotes = 'https://cloud.google.com/sdk/docs/release-notes';

const text: AnnotationValue = { kind: 'text' };
const boolean: AnnotationValue = { kind: 'boolean' };
const count: AnnotationValue = { kind: 'integer', minimum: 0 };
const jsonMap: AnnotationValue = { kind: 'json', shape: 'map' };
const jsonList: AnnotationValue = { kind: 'json', shape: 'list' };
const choice = (...values: string[]): AnnotationValue => ({ kind: 'choice', values });
const pattern = (form: string, expression: RegExp): AnnotationValue => ({ kind: 'pattern', form, pattern: expression });

const everywhere = ['Service', 'Revision', 'Job', 'Execution', 'WorkerPool', 'Instance'] as const;
/** What makes instances: two templates, and an Instance itself where `instances` says so. */
const templates = ['Revision', 'Execution'] as const;
const instances = [...templates, 'Instance'] as const;
const resource = ['Service', 'Job', 'WorkerPool', 'Instance'] as const;

type Row = Omit<Annotation, 'key' | 'on' | 'description' | 'value'>;
const row = (
  key: string,
  on: readonly ResourceKind[],
  value: AnnotationValue,
  description: string,
  more: Partial<Row> = {},
): Annotation => ({
  key: key.includes('/') ? key : `run.googleapis.com/${key}`,
  on,
  value,
  description,
  source: objectMeta,
  ...more,
});
const fromGcloud = { undocumented: true, source: releaseNotes } as const;

/** Every annotation that Cloud Run or gcloud is known to read or write. */
export const annotations: readonly Annotation[] = [
  row('autoscaling.knative.dev/minScale', ['Revision'], count, 'Instances that this revision keeps running.', {
    default: '0',
    source: docs('configuring/min-instances'),
  }),
  row('autoscaling.knative.dev/maxScale', ['Revision'], count, 'Instances that this revision may have at most.', {
    source: docs('configuring/max-instances'),
  }),
  row(
    'minScale',
    ['Service', 'WorkerPool'],
    count,
    'Instances that the whole service keeps running, shared among revisions by traffic.',
    {
      default: '0',
      since: 495,
      templateTwin: 'autoscaling.knative.dev/minScale',
      source: docs('configuring/min-instances'),
    },
  ),
  row('maxScale', ['Service', 'WorkerPool'], count, 'Instances that the whole service may have at most.', {
    since: 540,
    templateTwin: 'autoscaling.knative.dev/maxScale',
    source: docs('configuring/max-instances'),
  }),
  row(
    'scalingMode',
    ['Service', 'WorkerPool'],
    choice('automatic', 'manual'),
    'Whether the number of instances follows the load or is fixed.',
    // The default of services; a worker pool is scaled by hand unless this says otherwise.
    { default: 'automatic', since: 533, source: docs('configuring/services/manual-scaling') },
  ),
  row(
    'manualInstanceCount',
    ['Service', 'WorkerPool'],
    count,
    'The fixed number of instances; needs the scaling mode manual.',
    { since: 533, source: docs('configuring/services/manual-scaling') },
  ),
  row(
    'scaling-cpu-target',
    ['Revision', 'WorkerPool'],
    // 0.95 was the most until September 2026.
    pattern(
      'of a number from 0.1 to 0.9 with at most two decimal places, or disabled',
      /^(?:0?\.[1-8]\d?|0?\.90?|disabled)$/,
    ),
    'CPU utilisation that the autoscaler aims at, 0.1 to 0.9, or "disabled". On a worker pool it stands in its own metadata.',
    { default: '0.6', since: 587, ownOfPool: true, source: releaseNotes },
  ),
  row(
    'scaling-concurrency-target',
    ['Revision'],
    pattern(
      'of a number from 0.1 to 0.95 with at most two decimal places, or disabled',
      /^(?:0?\.[1-8]\d?|0?\.9[0-5]?|disabled)$/,
    ),
    'Concurrency utilisation that the autoscaler aims at, 0.1 to 0.95, or "disabled".',
    { since: 587, source: releaseNotes },
  ),
  row(
    'cpu-throttling',
    ['Revision'],
    boolean,
    'Whether the containers have CPU only while requests are processed; "false" keeps it for the whole life of the instance.',
    { default: 'true', source: docs('configuring/billing-settings') },
  ),
  row('startup-cpu-boost', ['Revision'], boolean, 'Whether every container gets more CPU while it starts.', {
    default: 'false',
    source: docs('configuring/services/cpu#startup-boost'),
  }),
  row(
    'container-dependencies',
    instances,
    text,
    'Start order: a JSON object from the name of a container to the list of those it waits for.',
    { since: 463, source: docs('deploying#sidecars') },
  ),
  row(
    'execution-environment',
    templates,
    choice('gen1', 'gen2'),
    'Generation of the sandbox that the containers run in.',
    { seenOn: 'Service', source: docs('about-execution-environments') },
  ),
  row('sessionAffinity', ['Revision'], boolean, 'Whether requests of one client go to the same instance.', {
    default: 'false',
    source: docs('configuring/session-affinity'),
  }),
  row(
    'cloudsql-instances',
    instances,
    pattern(
      'PROJECT:REGION:INSTANCE, several separated by commas',
      /^\s*[^\s,:]+(?::[^\s,:]+){2,3}\s*(?:,\s*[^\s,:]+(?::[^\s,:]+){2,3}\s*)*(?:,\s*)?$/,
    ),
    'Cloud SQL instances to connect to under /cloudsql.',
    { source: 'https://cloud.google.com/sql/docs/mysql/connect-run' },
  ),
  row(
    'vpc-access-connector',
    templates,
    pattern(
      'NAME or projects/PROJECT/locations/REGION/connectors/NAME',
      /^(?:[^/\s]+|projects\/[^/\s]+\/locations\/[^/\s]+\/connectors\/[^/\s]+)$/,
    ),
    'Serverless VPC Access connector for outgoing traffic.',
    { source: docs('configuring/vpc-connectors') },
  ),
  row(
    'network-interfaces',
    instances,
    jsonList,
    'Direct VPC egress: a JSON list with one object of network, subnetwork and tags.',
    { since: 473, source: docs('configuring/vpc-direct-vpc') },
  ),
  row(
    'vpc-access-egress',
    instances,
    choice('private-ranges-only', 'all-traffic', 'all'),
    'Which outgoing traffic goes through the VPC.',
    { default: 'private-ranges-only', source: docs('configuring/vpc-direct-vpc') },
  ),
  row(
    'secrets',
    templates,
    text,
    'Aliases for secrets of other projects: ALIAS:projects/NUMBER/secrets/NAME, several separated by commas.',
    { source: docs('configuring/services/secrets') },
  ),
  row(
    'encryption-key',
    instances,
    pattern(
      'projects/PROJECT/locations/REGION/keyRings/RING/cryptoKeys/KEY',
      // Whether a version of the key is taken is not known, so it passes.
      /^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+(?:\/cryptoKeyVersions\/\d+)?$/,
    ),
    'Key of Cloud KMS that protects the container images.',
    { source: docs('securing/using-cmek') },
  ),
  row(
    'encryption-key-shutdown-hours',
    ['Revision'],
    count,
    'Hours after which instances stop once the encryption key is revoked.',
    { source: docs('securing/using-cmek') },
  ),
  row(
    'post-key-revocation-action-type',
    ['Revision'],
    choice('prevent-new', 'shut-down'),
    'What happens once the encryption key is revoked.',
    { source: docs('securing/using-cmek') },
  ),
  // `gcloud run jobs deploy --no-gpu-zonal-redundancy` sets it on jobs too.
  row('gpu-zonal-redundancy-disabled', instances, boolean, 'Whether GPU capacity is kept in one zone only.', {
    default: 'false',
    since: 517,
    source: docs('configuring/services/gpu-zonal-redundancy'),
  }),
  row('health-check-disabled', ['Revision'], boolean, 'Whether a deploy skips the startup check of the new revision.', {
    default: 'false',
    since: 542,
    source: docs('configuring/healthchecks'),
  }),
  row('secure-session-agent', ['Revision'], text, 'Setting of the secure session agent.'),
  row(
    'base-images',
    ['Service', 'Revision'],
    jsonMap,
    'Base image of each container, for automatic base image updates.',
    {
      source: docs('configuring/services/automatic-base-image-updates'),
    },
  ),
  row('build-function-target', ['Service', 'Revision'], text, 'Function that a source deploy built.'),
  row('build-id', ['Service', 'Revision'], text, 'Build of a source deploy.'),
  row('build-source-location', ['Service', 'Revision'], text, 'Source of a source deploy.'),
  row('build-base-image', ['Service'], text, 'Base image of a source deploy.'),
  row('build-enable-automatic-updates', ['Service'], boolean, 'Whether the base image is updated automatically.'),
  row('build-environment-variables', ['Service'], text, 'Environment variables of the build.'),
  row('build-image-uri', ['Service'], text, 'Image that a source deploy built.'),
  row('build-name', ['Service'], text, 'Name of the build of a source deploy.'),
  row('build-service-account', ['Service'], text, 'Service account of the build.'),
  row('build-worker-pool', ['Service'], text, 'Cloud Build worker pool of the build.'),
  row('source-location', ['Service'], text, 'Source of a source deploy.', {
    ...fromGcloud,
    replacedBy: 'run.googleapis.com/build-source-location',
  }),
  // gcloud calls it deprecated, the reference of the YAML form does not.
  row('function-target', ['Service'], text, 'Function that a source deploy built.', {
    undocumented: true,
    source: docs('reference/yaml/v1'),
  }),
  row('image-uri', ['Service'], text, 'Image that a source deploy built.', {
    ...fromGcloud,
    replacedBy: 'run.googleapis.com/build-image-uri',
  }),
  row('enable-automatic-updates', ['Service'], text, 'Whether the base image is updated automatically.', {
    ...fromGcloud,
    replacedBy: 'run.googleapis.com/build-enable-automatic-updates',
  }),
  row(
    'ingress',
    ['Service', 'Instance'],
    choice('all', 'internal', 'internal-and-cloud-load-balancing', 'none'),
    'From where the service can be reached.',
    { default: 'all', source: docs('securing/ingress') },
  ),
  row(
    'invoker-iam-disabled',
    ['Service', 'Instance'],
    boolean,
    'Whether anyone may call the service without a check by IAM.',
    {
      default: 'false',
      source: docs('securing/managing-access'),
    },
  ),
  row('default-url-disabled', ['Service', 'Instance'], boolean, 'Whether the service has no run.app address.', {
    default: 'false',
    since: 529,
    source: docs('securing/ingress#disable-url'),
  }),
  row('iap-enabled', ['Service', 'Instance'], boolean, 'Whether Identity-Aware Proxy guards the service.', {
    ...fromGcloud,
    since: 558,
    source: docs('securing/identity-aware-proxy-cloud-run'),
  }),
  row(
    'custom-audiences',
    ['Service'],
    jsonList,
    'Audiences, besides its addresses, that the service takes in tokens.',
    {
      source: docs('configuring/custom-audiences'),
    },
  ),
  row(
    'description',
    ['Service', 'WorkerPool', 'Instance'],
    { kind: 'text', maxLength: 512 },
    'What the service is for.',
    {
      source: docs('configuring/services/description'),
    },
  ),
  row(
    'binary-authorization',
    ['Service', 'Job', 'Execution', 'WorkerPool'],
    // Whether a bare name of a policy is taken is not known, so it passes.
    pattern(
      'default or projects/PROJECT/platforms/cloudRun/policies/POLICY',
      /^(?:[^/\s]+|projects\/[^/\s]+\/platforms\/[^/\s]+\/policies\/[^/\s]+)$/,
    ),
    'Binary Authorization policy: "default" or the path of a platform policy.',
    { source: 'https://cloud.google.com/binary-authorization/docs/run/enabling-binauthz-cloud-run' },
  ),
  row(
    'binary-authorization-breakglass',
    ['Service', 'Job', 'WorkerPool'],
    text,
    'Why this deploy may pass Binary Authorization unchecked.',
    {
      source: 'https://cloud.google.com/binary-authorization/docs/run/using-breakglass-cloud-run',
    },
  ),
  row(
    'launch-stage',
    resource,
    choice('ALPHA', 'BETA', 'GA'),
    'The least mature stage of the features that the resource uses.',
    { default: 'GA', source: 'https://cloud.google.com/run/docs/troubleshooting#launch-stage-validation' },
  ),
  row('gc-traffic-tags', ['Service'], text, 'Setting for the cleaning up of traffic tags.'),
  row('client-name', everywhere, text, 'Tool that wrote the resource last.', { toolNote: true }),
  row('client-version', everywhere, text, 'Version of the tool that wrote the resource last.', { toolNote: true }),
  row(
    'mesh',
    ['Revision'],
    text,
    'Cloud Service Mesh that the instances join: projects/PROJECT/locations/global/meshes/NAME.',
    {
      undocumented: true,
      stage: 'BETA',
      source: docs('configuring/connect-cloud-service-mesh'),
    },
  ),
  row('mesh-dataplane', ['Revision'], text, 'Data plane of the service mesh.', fromGcloud),
  row('ambient-networking', ['Revision'], text, 'Setting of ambient networking.', fromGcloud),
  row('ambient-scope', ['Revision'], text, 'Setting of ambient networking.', fromGcloud),
  row('identity', templates, text, 'Workload identity of the instances.', { ...fromGcloud, stage: 'BETA' }),
  row(
    'identity-type',
    templates,
    text,
    'As whom the instances run: "service-account", or "agent-identity" for an identity of their own.',
    { ...fromGcloud, stage: 'BETA' },
  ),
  row('identity-certificate-enabled', templates, text, 'Whether the instances get a workload certificate.', {
    ...fromGcloud,
    stage: 'BETA',
  }),
  row(
    'apphub.cloud.google.com/functional-type',
    ['Service', 'Job'],
    text,
    'What the workload is for App Hub: "agent" or "mcp-server".',
    { ...fromGcloud, stage: 'BETA' },
  ),
  row('overflow-scaling', ['Revision'], text, 'Setting of scaling beyond reserved capacity.', fromGcloud),
  row('max-surge', ['Service', 'WorkerPool'], text, 'How many instances a rollout may add.', fromGcloud),
  row('max-unavailable', ['Service', 'WorkerPool'], text, 'How many instances a rollout may take away.', fromGcloud),
  row('ssh-enabled', ['Service', 'Instance'], boolean, 'Whether people may open a shell in the containers, by SSH.', {
    stage: 'BETA',
    source: releaseNotes,
  }),
  row('pubsubScalings', ['WorkerPool'], text, 'Pub/Sub subscriptions by which the pool is scaled.', {
    ...fromGcloud,
    stage: 'ALPHA',
  }),
  row('regions', ['Service'], text, 'Regions of a multi-region service.', {
    ...fromGcloud,
    since: 538,
    source: docs('multiple-regions'),
  }),
  row('presets', ['Service', 'Revision'], text, 'Presets that the service was made from.', fromGcloud),
  row('threat-detection', ['Service', 'Revision'], text, 'Setting of threat detection.', fromGcloud),
  row('sources', ['Service', 'Revision'], text, 'Sources of a deploy without a build.', fromGcloud),
  row('build-config', ['Service', 'Revision'], text, 'Build settings of a source deploy.', fromGcloud),
  row('ingress-status', ['Service'], text, 'The ingress setting in force.', { outputOnly: true }),
  row('operation-id', resource, text, 'The operation that wrote the resource last.', { outputOnly: true }),
  row('urls', ['Service'], text, 'Addresses of the service.', { outputOnly: true }),
  row('creatorEmail', resource, text, 'Who made the resource.', fromGcloud),
  row('lastModifierEmail', resource, text, 'Who changed the resource last.', fromGcloud),
  row('creator', ['Job', 'Execution'], text, 'Who made the resource.', { outputOnly: true }),
  row('lastModifier', ['Job', 'Execution'], text, 'Who changed the resource last.', { outputOnly: true }),
  row('serving.knative.dev/creator', ['Service', 'Revision'], text, 'Who made the resource.', { outputOnly: true }),
  row('serving.knative.dev/lastModifier', ['Service', 'Revision'], text, 'Who changed the resource last.', {
    outputOnly: true,
  }),
];

/** Where a resource declares the least mature stage of what it uses. */
export const launchStageKey = 'run.googleapis.com/launch-stage';

const byKey = new Map(annotations.map((annotation) => [annotation.key, annotation]));

/** What is known of an annotation, or undefined for a key that Cloud Run gives no meaning. */
export const annotationOf = (key: string): Annotation | undefined => byKey.get(key);
