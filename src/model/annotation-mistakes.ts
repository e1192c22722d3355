/**
 * Names that people write under `run.googleapis.com/` for settings that are no annotation there, as public manifests
 * show them, and annotations of other systems that expect to be heard.
 */

import { onceEach } from '../once.ts';
import { annotationName, byLanguage, fieldName, say, setting, type Text, valueName } from '../text/say.ts';
import { suggest } from '../text/suggest.ts';
import { type Annotation, annotationOf, annotations } from './annotations.ts';

const timeout = say`Set the field ${fieldName('timeoutSeconds')} in the spec of the template.`;
const minimum = say`Did you mean ${annotationName('autoscaling.knative.dev/minScale')} on the template?`;
const maximum = say`Did you mean ${annotationName('autoscaling.knative.dev/maxScale')} on the template?`;
const concurrency = say`Set the field ${fieldName('containerConcurrency')} in the spec of the template.`;
const limits = 'Set "resources.limits" of the container.';
const gpu = say`Set "nvidia.com/gpu" in the limits of the container, and the type under ${fieldName('nodeSelector')}.`;
const invoker = 'Grant the role "roles/run.invoker" to "allUsers" instead.';
const order = say`Write the start order in ${annotationName('run.googleapis.com/container-dependencies')} on the template, as ${byLanguage({ yaml: `'{"app":["sidecar"]}'`, hcl: 'jsonencode({ app = ["sidecar"] })' })}.`;
const http2 = say`Write ${setting('name', 'h2c')} under ${fieldName('ports')} of the container.`;
const account = say`Set the field ${fieldName('serviceAccountName')} in the spec of the template.`;

const throttling = say`Set ${annotationName('run.googleapis.com/cpu-throttling')} on the template.`;
const interfaces = say`Set ${annotationName('run.googleapis.com/network-interfaces')} on the template.`;

const meant: Readonly<Record<string, Text>> = {
  timeout,
  requesttimeout: timeout,
  timeoutseconds: timeout,
  request: timeout,
  mininstances: minimum,
  maxinstances: maximum,
  mininstancecount: minimum,
  maxinstancecount: maximum,
  concurrency,
  containerconcurrency: concurrency,
  maxconcurrentrequests: concurrency,
  cpu: limits,
  memory: limits,
  gpu,
  gputype: gpu,
  accelerator: say`Set it under ${fieldName('nodeSelector')} in the spec of the template.`,
  cpuboost: say`Did you mean ${annotationName('run.googleapis.com/startup-cpu-boost')}?`,
  cpustartupboost: say`Did you mean ${annotationName('run.googleapis.com/startup-cpu-boost')}?`,
  gpuzonalredundancy: say`Set ${annotationName('run.googleapis.com/gpu-zonal-redundancy-disabled')} on the template, which means the reverse.`,
  cpuidle: throttling,
  sandbox: say`It is the former name of ${annotationName('run.googleapis.com/execution-environment')}, which takes "gen1" or "gen2".`,
  vpcconnector: say`Did you mean ${annotationName('run.googleapis.com/vpc-access-connector')}?`,
  vpcegress: say`Did you mean ${annotationName('run.googleapis.com/vpc-access-egress')}?`,
  network: interfaces,
  subnet: interfaces,
  subnetwork: interfaces,
  networktags: interfaces,
  iap: say`Did you mean ${annotationName('run.googleapis.com/iap-enabled')}?`,
  cpualwaysallocated: say`Set ${annotationName('run.googleapis.com/cpu-throttling')} to ${valueName('false', 'run.googleapis.com/cpu-throttling')}.`,
  allowunauthenticated: invoker,
  unauthenticated: invoker,
  serviceaccount: account,
  serviceaccountname: account,
  volumemountingmethod: 'Set "nfs" or "csi" in "volumes".',
  region: 'Set the label "cloud.googleapis.com/location".',
  location: 'Set the label "cloud.googleapis.com/location".',
  port: 'Set "ports" of the container.',
  dependson: order,
  dependencies: order,
  usehttp2: http2,
  http2,
  startupprobe: say`Write ${fieldName('startupProbe')} in the container.`,
  livenessprobe: say`Write ${fieldName('livenessProbe')} in the container.`,
};

const ours = 'run.googleapis.com/';

/** What to set instead of a key `run.googleapis.com/NAME` that is no annotation; undefined for other keys. */
export function settingMeantBy(key: string): Text | undefined {
  const name = key.startsWith(ours) ? bare(key.slice(ours.length)) : '';
  return Object.hasOwn(meant, name) ? meant[name] : undefined;
}

/** The annotation that a key was meant to be: the same but for case, separators or prefix, or else spelt much alike. */
export function annotationMeantBy(key: string): string | undefined {
  const slash = key.indexOf('/');
  const [prefix, name] = [key.slice(0, Math.max(slash, 0)), key.slice(slash + 1)];
  const { byBareName, ofOurs } = namesFor(annotations);
  const same = byBareName.get(bare(name));
  if (/knative/.test(prefix)) {
    const twin = `autoscaling.knative.dev/${same?.slice(same.indexOf('/') + 1) ?? suggest(name, knativeNames, 2)}`;
    return annotationOf(twin) && twin;
  }
  if (same !== undefined && isNear(prefix, name) && !(prefix === '' && isNote(same))) return same;
  const guess = key.startsWith(ours) ? suggest(name, ofOurs) : undefined;
  return guess && ours + guess;
}

const knativeNames = ['minScale', 'maxScale'];

/** What most runs never ask for: the names that follow `run.googleapis.com/`, and the first key of each bare name. */
const namesFor = onceEach((known: readonly Annotation[]) => {
  const byBareName = new Map<string, string>();
  for (const { key } of known) {
    const name = bare(key.slice(key.indexOf('/') + 1));
    if (!byBareName.has(name)) byBareName.set(name, key);
  }
  const ofOurs = known.filter(({ key }) => key.startsWith(ours)).map(({ key }) => key.slice(ours.length));
  return { byBareName, ofOurs };
});

/** Whether the prefix is one of Google's, misspelt perhaps, or forgotten before a name that is no common word. */
function isNear(prefix: string, name: string): boolean {
  return prefix === '' ? /-|[a-z][A-Z]/.test(name) : prefix.includes('google');
}

/** Whether it says how an image was built or who wrote it, as notes of one's own may be called too: `build-id`. */
function isNote(key: string): boolean {
  const known = annotationOf(key);
  return known?.outputOnly || known?.toolNote || known?.replacedBy !== undefined || key.startsWith(`${ours}build-`);
}

function bare(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

const scaling = say`Cloud Run scales by ${fieldName('containerConcurrency')} and CPU, between ${annotationName('autoscaling.knative.dev/minScale')} and ${annotationName('autoscaling.knative.dev/maxScale')}.`;
const knative = 'Only Knative on a cluster reads it.';
const identity = say`Set ${fieldName('serviceAccountName')} to an IAM service account.`;

const byPrefix: readonly (readonly [prefix: RegExp, advice: Text])[] = [
  [/^autoscaling\.knative\.dev\//i, scaling],
  [/^(?:networking|queue\.sidecar\.serving|features|rollout)(?:\.serving)?\.knative\.dev\//, knative],
  [/^serving\.knative\.dev\/(?:rollout|visibility|forceUpgrade|enable)/i, knative],
  [/^prometheus\.io\//, 'Add the sidecar of Managed Service for Prometheus to have metrics scraped.'],
  [/^dapr\.io\//, 'Add Dapr as a sidecar.'],
  [/^vault\.hashicorp\.com\//, 'Mount secrets of Secret Manager, or add the Vault agent as a sidecar.'],
  [/^instrumentation\.opentelemetry\.io\//, 'Instrument the image, or add a collector as a sidecar.'],
  [/^sidecar\.opentelemetry\.io\//, 'Add the collector as a sidecar.'],
  [/^(?:ad|admission)\.datadoghq\.com\//, 'Add Datadog as a sidecar, and set DD_… in its environment.'],
  [/^fluentbit\.io\//, 'Add Fluent Bit as a sidecar.'],
  [/^iam\.gke\.io\//, identity],
  [/^eks\.amazonaws\.com\//, identity],
  [/^cloud\.google\.com\//, 'It is a setting of Google Kubernetes Engine.'],
  [/^networking\.gke\.io\//, 'It is a setting of Google Kubernetes Engine.'],
  [/^cluster-autoscaler\.kubernetes\.io\//, scaling],
  [/^container\.apparmor\.security\.beta\.kubernetes\.io\//, 'Cloud Run isolates containers itself.'],
  [/^seccomp\.security\.alpha\.kubernetes\.io\//, 'Cloud Run isolates containers itself.'],
  [/^cert-manager\.io\//, 'Cloud Run brings certificates for its domains itself.'],
  [/^nginx\.ingress\.kubernetes\.io\//, 'Put a load balancer or a proxy container in front.'],
  [/^reloader\.stakater\.com\//, 'Deploy a new revision when a secret changes.'],
];

/** What to do instead of an annotation that another system would read; undefined where no system is known to. */
export function adviceForForeignAnnotation(key: string): Text | undefined {
  if (annotationOf(key) || annotationMeantBy(key) !== undefined) return undefined;
  return byPrefix.find(([prefix]) => prefix.test(key))?.[1];
}
