/**
 * Fields of Kubernetes, of Cloud Run's v2 API and of Compose that gcloud refuses in a manifest, by the object of the
 * v1 schema they are found in, with what to write instead. Fields that gcloud decodes stand in the schema itself.
 */

/** What to write instead, in one or two sentences, by key. */
type Rows = Readonly<Record<string, string>>;

const scaling =
  'Set the annotations "autoscaling.knative.dev/minScale" and "autoscaling.knative.dev/maxScale" on the template; for a fixed number "run.googleapis.com/scalingMode: manual" and "run.googleapis.com/manualInstanceCount" in "metadata".';
const scalingOfPool =
  'Set the annotations "run.googleapis.com/scalingMode: manual" and "run.googleapis.com/manualInstanceCount" in "metadata".';
const rollout = 'Leave it out: Cloud Run starts each revision at once, and "traffic" decides when it takes requests.';
const placement = 'Leave it out: Cloud Run places the instances itself.';
const isolation = 'Leave it out: the containers of an instance share one network, and files by "volumes".';
const user = 'Leave it out, and set the user with USER in the image.';
const shutdown = 'Leave it out: Cloud Run sends SIGTERM, and ten seconds later SIGKILL.';
const restart = 'Leave it out: Cloud Run replaces a failed instance of a service, and a job has "maxRetries".';
const dns = 'Leave it out: Cloud Run resolves names itself.';
const lifecycle =
  'Catch SIGTERM in the program instead: it comes ten seconds before SIGKILL. What must run first goes into the entry point.';
const interactive = 'Leave it out: nobody can attach to a container on Cloud Run.';
const schedule = 'Leave it out, and let Cloud Scheduler run the job.';

const workloadSpec: Rows = {
  replicas: scaling,
  selector: 'Leave it out: a service owns its revisions.',
  strategy: rollout,
  minReadySeconds: rollout,
  revisionHistoryLimit: 'Leave it out: Cloud Run keeps up to a thousand revisions.',
  progressDeadlineSeconds: 'Leave it out, and bound the start with "startupProbe".',
  paused: 'Leave it out, and hold requests back with "traffic".',
  ports: 'Leave it out, and give the ingress container "ports".',
  type: 'Leave it out: the annotation "run.googleapis.com/ingress" says from where a service can be reached.',
  serviceName: 'Leave it out: the name of the service is its own.',
  volumeClaimTemplates: 'Mount a Cloud Storage bucket or an NFS share with "volumes".',
};

const pod: Rows = {
  initContainers:
    'Make it an ordinary container that the others wait for, with the annotation "run.googleapis.com/container-dependencies" and a startup probe; what only runs once goes into the image or its entry point.',
  ephemeralContainers: 'Leave it out.',
  restartPolicy: restart,
  terminationGracePeriodSeconds: shutdown,
  activeDeadlineSeconds: 'Use "timeoutSeconds", which bounds one request of a service or one attempt of a task.',
  serviceAccount: 'Use "serviceAccountName" with the email address of an IAM service account.',
  automountServiceAccountToken: 'Leave it out: containers get tokens from the metadata server.',
  securityContext: user,
  hostNetwork: isolation,
  hostPID: isolation,
  hostIPC: isolation,
  hostUsers: isolation,
  shareProcessNamespace: isolation,
  hostname: dns,
  subdomain: dns,
  setHostnameAsFQDN: dns,
  hostAliases: 'Leave it out: containers of an instance reach each other on localhost.',
  dnsPolicy: dns,
  dnsConfig: dns,
  affinity: placement,
  tolerations: placement,
  nodeName: placement,
  schedulerName: placement,
  schedulingGates: placement,
  topologySpreadConstraints: placement,
  priority: placement,
  priorityClassName: placement,
  preemptionPolicy: placement,
  overhead: placement,
  os: placement,
  readinessGates: 'Leave it out, and give the container a "readinessProbe".',
  resourceClaims: 'Set "nvidia.com/gpu" in the limits of a container instead.',
  idleTimeoutSeconds: 'Leave it out: an idle instance stays for up to fifteen minutes.',
  responseStartTimeoutSeconds: 'Use "timeoutSeconds", which bounds the whole response.',
};

const { restartPolicy: _, ...podOfInstance } = pod;

const batch: Rows = {
  completions: 'Use "taskCount".',
  backoffLimit: 'Use "maxRetries" in the spec of the task.',
  backoffLimitPerIndex: 'Use "maxRetries" in the spec of the task.',
  maxFailedIndexes: 'Leave it out.',
  activeDeadlineSeconds: 'Use "timeoutSeconds" in the spec of the task.',
  ttlSecondsAfterFinished: 'Leave it out: Cloud Run keeps finished executions by itself.',
  completionMode: 'Leave it out: every task knows its number from CLOUD_RUN_TASK_INDEX.',
  podFailurePolicy: 'Leave it out.',
  successPolicy: 'Leave it out.',
  suspend: 'Leave it out: a job runs only when it is told to.',
  selector: 'Leave it out: a job owns its executions.',
  manualSelector: 'Leave it out: a job owns its executions.',
  schedule,
  timeZone: schedule,
  concurrencyPolicy: schedule,
  startingDeadlineSeconds: schedule,
  successfulJobsHistoryLimit: 'Leave it out: Cloud Run keeps finished executions by itself.',
  failedJobsHistoryLimit: 'Leave it out: Cloud Run keeps finished executions by itself.',
  jobTemplate: 'Move its content one level up: in a job the template follows "spec" directly.',
};

const container: Rows = {
  lifecycle,
  restartPolicy: restart,
  stdin: interactive,
  stdinOnce: interactive,
  tty: interactive,
  volumeDevices: 'Mount a Cloud Storage bucket or an NFS share with "volumes" and "volumeMounts".',
  resizePolicy: 'Leave it out: limits change with the next revision.',
};

const securityContext: Rows = Object.fromEntries(
  [
    'runAsGroup',
    'runAsNonRoot',
    'privileged',
    'capabilities',
    'allowPrivilegeEscalation',
    'readOnlyRootFilesystem',
    'seccompProfile',
    'seLinuxOptions',
    'appArmorProfile',
    'procMount',
    'windowsOptions',
  ].map((key) => [key, user]),
);

const probe: Rows = {
  exec: 'Use "httpGet", "tcpSocket" or "grpc": Cloud Run runs no commands in a container.',
  terminationGracePeriodSeconds: shutdown,
};

const port: Rows = {
  hostPort: 'Leave it out: Cloud Run sends requests to "containerPort".',
  hostIP: 'Leave it out: Cloud Run sends requests to "containerPort".',
  appProtocol: 'Name the port "h2c" for HTTP/2 and gRPC.',
};

const disk = 'Use an "emptyDir" in memory, a Cloud Storage bucket ("csi") or an NFS share.';
const bucket = 'Use "csi" with the driver gcsfuse.run.googleapis.com for a Cloud Storage bucket, or "nfs".';
const volume: Rows = {
  hostPath: disk,
  persistentVolumeClaim: bucket,
  ephemeral: disk,
  gcePersistentDisk: bucket,
  awsElasticBlockStore: bucket,
  azureDisk: bucket,
  azureFile: bucket,
  iscsi: bucket,
  fc: bucket,
  projected: 'Use one "secret" volume for each secret.',
  downwardAPI: 'Read K_SERVICE, K_REVISION and K_CONFIGURATION, or ask the metadata server.',
  gitRepo: 'Put the files into the image.',
  image: 'Put the files into the image.',
};

const volumeMount: Rows = {
  mountPropagation: 'Leave it out.',
  subPathExpr: 'Leave it out: Cloud Run expands no variables in paths.',
  recursiveReadOnly: 'Set "readOnly" on the volume.',
};

const downward = 'Read K_SERVICE, K_REVISION and K_CONFIGURATION, or ask the metadata server.';
const envSource: Rows = {
  fieldRef: downward,
  resourceFieldRef: downward,
  fileKeyRef: 'Put the value into "value", or into a secret.',
};

const kubernetes: Readonly<Record<string, Rows>> = {
  ServiceSpec: workloadSpec,
  WorkerPoolSpec: { ...workloadSpec, replicas: scalingOfPool },
  JobSpec: { ...workloadSpec, ...batch, parallelism: 'Move it into "spec.template.spec".' },
  ExecutionSpec: { ...pod, ...batch },
  RevisionTemplate: pod,
  RevisionSpec: pod,
  ExecutionTemplate: pod,
  TaskTemplate: pod,
  InstanceSpec: podOfInstance,
  TaskSpec: { ...pod, backoffLimit: 'Use "maxRetries".' },
  Container: container,
  SecurityContext: securityContext,
  Probe: probe,
  ContainerPort: port,
  Resources: { claims: 'Set "nvidia.com/gpu" in the limits instead.' },
  Volume: volume,
  VolumeMount: volumeMount,
  EnvVarSource: envSource,
  Csi: {
    fsType: 'Leave it out.',
    nodePublishSecretRef: 'Leave it out: the service account gives access to the bucket.',
  },
  Metadata: { managedFields: 'Leave it out: it is what a Kubernetes cluster noted about itself.' },
};

const waiting = 'Set the annotation "run.googleapis.com/container-dependencies" on the template.';
const vpc =
  'Set the annotations "run.googleapis.com/network-interfaces" and "run.googleapis.com/vpc-access-egress" on the template.';
const toTemplate = (annotation: string) => `Set the annotation "${annotation}" on the template.`;
const toService = (annotation: string) => `Set the annotation "${annotation}" in "metadata".`;

const toExecution = (annotation: string) => `Set the annotation "${annotation}" in "spec.template.metadata".`;
const buildConfig = 'Leave it out: a manifest deploys an image that is built already.';

const limits = 'Set it in the limits of its "resources".';

const timeoutOfTask = 'Use "timeoutSeconds", a number of seconds, in "spec.template.spec.template.spec".';

const ofJob =
  'Only a job has it: write "apiVersion: run.googleapis.com/v1" and "kind: Job" for work that ends by itself.';

const otherDialects: Readonly<Record<string, Rows>> = {
  ServiceSpec: {
    scaling,
    ingress: toService('run.googleapis.com/ingress'),
    launchStage: toService('run.googleapis.com/launch-stage'),
    invokerIamDisabled: toService('run.googleapis.com/invoker-iam-disabled'),
    iapEnabled: toService('run.googleapis.com/iap-enabled'),
    sshEnabled: toService('run.googleapis.com/ssh-enabled'),
    defaultUriDisabled: toService('run.googleapis.com/default-url-disabled'),
    functionalType: toService('apphub.cloud.google.com/functional-type'),
    multiRegionSettings: 'Leave it out: `gcloud run multi-region-services replace` deploys to several regions.',
    buildConfig,
  },
  JobSpec: { functionalType: toService('apphub.cloud.google.com/functional-type') },
  WorkerPoolSpec: { scaling: scalingOfPool, traffic: 'Use "instanceSplits": a worker pool takes no requests.' },
  RevisionSpec: {
    scaling,
    minInstances: toTemplate('autoscaling.knative.dev/minScale'),
    maxInstances: toTemplate('autoscaling.knative.dev/maxScale'),
    minScale: toTemplate('autoscaling.knative.dev/minScale'),
    maxScale: toTemplate('autoscaling.knative.dev/maxScale'),
    template: ofJob,
    taskCount: ofJob,
    parallelism: ofJob,
    maxRetries: ofJob,
    maxInstanceRequestConcurrency: 'Use "containerConcurrency".',
    concurrency: 'Use "containerConcurrency".',
    timeout: 'Use "timeoutSeconds", a number of seconds.',
    executionEnvironment: toTemplate('run.googleapis.com/execution-environment'),
    sessionAffinity: toTemplate('run.googleapis.com/sessionAffinity'),
    encryptionKey: toTemplate('run.googleapis.com/encryption-key'),
    workloadIdentityConfig: toTemplate('run.googleapis.com/identity-type'),
    gpuZonalRedundancyDisabled: toTemplate('run.googleapis.com/gpu-zonal-redundancy-disabled'),
    vpcAccess: vpc,
  },
  InstanceSpec: {
    template: 'An instance has no template: move what its "spec" holds one level up.',
    timeoutSeconds: 'Leave it out: only requests of a service and tasks of a job have a timeout.',
    containerConcurrency: 'Leave it out: only a service has it.',
    vpcAccess:
      'Set the annotations "run.googleapis.com/network-interfaces" and "run.googleapis.com/vpc-access-egress".',
    sshEnabled: toService('run.googleapis.com/ssh-enabled'),
    ingress: toService('run.googleapis.com/ingress'),
    invokerIamDisabled: toService('run.googleapis.com/invoker-iam-disabled'),
  },
  ExecutionSpec: { taskTimeout: timeoutOfTask, taskTimeoutSeconds: timeoutOfTask },
  TaskSpec: {
    timeout: 'Use "timeoutSeconds", a number of seconds.',
    taskTimeout: 'Use "timeoutSeconds", a number of seconds.',
    executionEnvironment: toExecution('run.googleapis.com/execution-environment'),
    workloadIdentityConfig: toExecution('run.googleapis.com/identity-type'),
    gpuZonalRedundancyDisabled: toExecution('run.googleapis.com/gpu-zonal-redundancy-disabled'),
    vpcAccess: vpc,
  },
  Container: {
    dependsOn: waiting,
    depends_on: waiting,
    baseImageUri: toTemplate('run.googleapis.com/base-images'),
    buildInfo: 'Leave it out: Cloud Run writes it.',
    sourceCode: buildConfig,
    cpu: limits,
    memory: limits,
    environment: 'Use "env", a list of "name" and "value".',
    entrypoint: 'Use "command".',
  },
  Resources: {
    cpuIdle: toTemplate('run.googleapis.com/cpu-throttling'),
    startupCpuBoost: toTemplate('run.googleapis.com/startup-cpu-boost'),
    cpu: 'Write it under "limits".',
    memory: 'Write it under "limits".',
  },
  ContainerPort: { port: 'Use "containerPort".', targetPort: 'Use "containerPort".', number: 'Use "containerPort".' },
  HttpGet: { headers: 'Use "httpHeaders".' },
  EnvVar: { valueSource: 'Use "valueFrom".' },
  SecretKeyRef: { secret: 'Use "name".', version: 'Use "key".' },
  SecretVolume: { secret: 'Use "secretName".' },
  KeyToPath: { version: 'Use "key".' },
  Volume: {
    gcs: 'Use "csi" with the driver gcsfuse.run.googleapis.com and the bucket in "volumeAttributes".',
    cloudSqlInstance: toTemplate('run.googleapis.com/cloudsql-instances'),
  },
  TrafficTarget: { type: 'Use "latestRevision: true" or "revisionName".', revision: 'Use "revisionName".' },
};

/** What to write instead of a field that Kubernetes has and gcloud refuses; undefined for any other field. */
export function insteadOfKubernetes(object: string, key: string): string | undefined {
  return look(kubernetes, object, key);
}

/** What to write instead of a field of the v2 API or of Compose that gcloud refuses; undefined for any other field. */
export function insteadOfOtherDialect(object: string, key: string): string | undefined {
  return look(otherDialects, object, key);
}

/** @param object title of the object in the schema */
function look(table: Readonly<Record<string, Rows>>, object: string, key: string): string | undefined {
  const rows = table[object];
  return rows && Object.hasOwn(rows, key) ? rows[key] : undefined;
}
