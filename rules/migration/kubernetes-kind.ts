import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, Field, fieldName, say, type Text } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'kubernetes-kind',
  severity: 'error',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'A file given by name holds a Kubernetes object, which Cloud Run cannot deploy.',
  why: 'Cloud Run deploys services, jobs and worker pools. In a folder, other files are passed over in silence; a file that someone names is meant to be deployed.',
  remedy: 'Write the Cloud Run object that the finding names, and lint again.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/yaml/v1',
    'https://cloud.google.com/run/docs/deploying#yaml',
  ],
  predicts: 'Failed to parse value(s) in protobuf [Service]: Service.spec.{replicas,selector}',
  bad: [
    manifest`
      apiVersion: apps/v1
      kind: Deployment
      #     ^^^^^^^^^^ Cloud Run does not deploy a Kubernetes "Deployment". Write a Service of apiVersion "serving.knative.dev/v1", with the template of the pods under "spec.template"; for work without requests, a WorkerPool of apiVersion "run.googleapis.com/v1".
      metadata:
        name: shop
      spec:
        replicas: 2
        template:
          spec:
            containers:
              - name: shop
                image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: batch/v1
      kind: CronJob
      #     ^^^^^^^ Cloud Run does not deploy a Kubernetes "CronJob". Write a Job of apiVersion "run.googleapis.com/v1", and let Cloud Scheduler run it.
      metadata:
        name: report
      spec:
        schedule: "0 6 * * *"
        jobTemplate:
          spec:
            template:
              spec:
                containers:
                  - name: report
                    image: docker.io/acme/report:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - name: report
                    image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: acme.example/v1
      kind: Deployment
      metadata:
        name: no-kubernetes-object-that-this-rule-knows
    `,
  ],
  *check({ source, options, workloads, passedOver }) {
    // Beside a service for Knative on a cluster, the others are meant for that cluster.
    if (!options.explicit || workloads.length > 0 || passedOver.length > 0) return;
    const found = source.documents.flatMap((document) => {
      const root = Field.root<{ apiVersion?: string; kind?: string }>(document);
      const [group = '', version] = (root.get('apiVersion').text ?? '').split('/');
      const kind = root.get('kind');
      const advice = instead[`${version === undefined ? '' : group}/${kind.text}`];
      return advice === undefined ? [] : [{ kind, advice }];
    });
    const main = found.find(({ advice }) => running.has(advice)) ?? found[0];
    if (!main) return;
    const { kind, advice } = main;
    yield { on: kind, message: say`Cloud Run does not deploy a Kubernetes "${kind.text ?? ''}". ${advice}` };
  },
});

const service = say`Write a Service of apiVersion "serving.knative.dev/v1", with the template of the pods under ${fieldName('spec.template')}; for work without requests, a WorkerPool of apiVersion "run.googleapis.com/v1".`;
const job = 'Write a Job of apiVersion "run.googleapis.com/v1".';
const cronJob = 'Write a Job of apiVersion "run.googleapis.com/v1", and let Cloud Scheduler run it.';
const reach = say`Leave it out: a service has an address of its own, and the annotation ${annotationName('run.googleapis.com/ingress')} says from where it can be reached.`;
const config = say`Put the values into ${fieldName('env')}, into secrets of Secret Manager, or into a Cloud Storage bucket.`;
const scale = say`Set the annotations ${annotationName('autoscaling.knative.dev/minScale')} and ${annotationName('autoscaling.knative.dev/maxScale')} on the template of the service.`;
const none = 'Cloud Run has nothing like it in a manifest.';

/** What becomes of things that run something: the main one of several in a file. */
const running: ReadonlySet<Text> = new Set([service, job, cronJob]);

/** By group and kind; the core group is empty. */
const instead: Readonly<Record<string, Text>> = {
  'apps/Deployment': service,
  'apps/StatefulSet': service,
  'apps/DaemonSet': service,
  'apps/ReplicaSet': service,
  'extensions/Deployment': service,
  '/Pod': service,
  '/ReplicationController': service,
  'batch/Job': job,
  'batch/CronJob': cronJob,
  '/Service': reach,
  'networking.k8s.io/Ingress': reach,
  'gateway.networking.k8s.io/Gateway': reach,
  'gateway.networking.k8s.io/HTTPRoute': reach,
  '/ConfigMap': config,
  '/Secret': say`Put the secret into Secret Manager, and refer to it with ${fieldName('secretKeyRef')} or a ${fieldName('secret')} volume.`,
  '/PersistentVolumeClaim': say`Mount a Cloud Storage bucket or an NFS share with ${fieldName('volumes')}.`,
  '/ServiceAccount': say`Make a service account of IAM, and name it in ${fieldName('serviceAccountName')}.`,
  'autoscaling/HorizontalPodAutoscaler': scale,
  'autoscaling.k8s.io/VerticalPodAutoscaler': none,
  'networking.k8s.io/NetworkPolicy': none,
  'policy/PodDisruptionBudget': none,
  'monitoring.coreos.com/ServiceMonitor': 'Add a collector as a sidecar.',
};
