/**
 * Names that people write under `run.googleapis.com/` for settings that are no annotation there, as public manifests
 * show them, and annotations of other systems that expect to be heard.
 */

const timeout = 'Set the field "timeoutSeconds" in the spec of the template.';
const minimum = 'Did you mean "autoscaling.knative.dev/minScale" on the template?';
const maximum = 'Did you mean "autoscaling.knative.dev/maxScale" on the template?';
const concurrency = 'Set the field "containerConcurrency" in the spec of the template.';
const limits = 'Set "resources.limits" of the container.';
const gpu = 'Set "nvidia.com/gpu" in the limits of the container, and the type under "nodeSelector".';
const invoker = 'Grant the role "roles/run.invoker" to "allUsers" instead.';
const account = 'Set the field "serviceAccountName" in the spec of the template.';

const meant: Readonly<Record<string, string>> = {
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
  accelerator: 'Set it under "nodeSelector" in the spec of the template.',
  cpuboost: 'Did you mean "run.googleapis.com/startup-cpu-boost"?',
  cpualwaysallocated: 'Set "run.googleapis.com/cpu-throttling" to "false".',
  allowunauthenticated: invoker,
  unauthenticated: invoker,
  serviceaccount: account,
  serviceaccountname: account,
  volumemountingmethod: 'Set "nfs" or "csi" in "volumes".',
  region: 'Set the label "cloud.googleapis.com/location".',
  location: 'Set the label "cloud.googleapis.com/location".',
  port: 'Set "ports" of the container.',
};

/** What to write instead of an annotation `run.googleapis.com/NAME` that does not exist; undefined for other names. */
export function meantByAnnotation(name: string): string | undefined {
  const bare = name.replace(/[-_]/g, '').toLowerCase();
  return Object.hasOwn(meant, bare) ? meant[bare] : undefined;
}

const scaling = 'Cloud Run scales by "containerConcurrency" and CPU, between "minScale" and "maxScale".';
const knative = 'Only Knative on a cluster reads it.';
const identity = 'Set "serviceAccountName" to an IAM service account.';

const byPrefix: readonly (readonly [prefix: RegExp, advice: string])[] = [
  [/^autoscaling\.knative\.dev\/(?!(?:min|max)-?scale$)/i, scaling],
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
export function adviceForForeignAnnotation(key: string): string | undefined {
  return byPrefix.find(([prefix]) => prefix.test(key))?.[1];
}
