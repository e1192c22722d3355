import { manifest } from '../../src/examples.ts';
import { defineRule, Field } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'kubernetes-kind',
  severity: 'error',
  appliesTo: 'file',
  summary: 'A file given by name holds a Kubernetes object, which Cloud Run cannot deploy.',
  why: 'Cloud Run deploys services, jobs and worker pools. In a folder, other files are passed over in silence; a file that someone names is meant to be deployed.',
  remedy: 'Write the Cloud Run object that the finding names, and lint again.',
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
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: of-the-cluster-that-runs-the-service
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
    const main = found.find(({ advice }) => advice.startsWith('Write a ')) ?? found[0];
    if (!main) return;
    const { kind, advice } = main;
    yield { on: kind, message: `Cloud Run does not deploy a Kubernetes "${kind.text}". ${advice}` };
  },
});

const service =
  'Write a Service of apiVersion "serving.knative.dev/v1", with the template of the pods under "spec.template"; for work without requests, a WorkerPool of apiVersion "run.googleapis.com/v1".';
const reach =
  'Leave it out: a service has an address of its own, and the annotation "run.googleapis.com/ingress" says from where it can be reached.';
const config = 'Put the values into "env", into secrets of Secret Manager, or into a Cloud Storage bucket.';
const scale =
  'Set the annotations "autoscaling.knative.dev/minScale" and "autoscaling.knative.dev/maxScale" on the template of the service.';
const none = 'Cloud Run has nothing like it in a manifest.';

/** By group and kind; the core group is empty. */
const instead: Readonly<Record<string, string>> = {
  'apps/Deployment': service,
  'apps/StatefulSet': service,
  'apps/DaemonSet': service,
  'apps/ReplicaSet': service,
  'extensions/Deployment': service,
  '/Pod': service,
  '/ReplicationController': service,
  'batch/Job': 'Write a Job of apiVersion "run.googleapis.com/v1".',
  'batch/CronJob': 'Write a Job of apiVersion "run.googleapis.com/v1", and let Cloud Scheduler run it.',
  '/Service': reach,
  'networking.k8s.io/Ingress': reach,
  'gateway.networking.k8s.io/Gateway': reach,
  'gateway.networking.k8s.io/HTTPRoute': reach,
  '/ConfigMap': config,
  '/Secret': 'Put the secret into Secret Manager, and refer to it with "secretKeyRef" or a "secret" volume.',
  '/PersistentVolumeClaim': 'Mount a Cloud Storage bucket or an NFS share with "volumes".',
  '/ServiceAccount': 'Make a service account of IAM, and name it in "serviceAccountName".',
  'autoscaling/HorizontalPodAutoscaler': scale,
  'autoscaling.k8s.io/VerticalPodAutoscaler': none,
  'networking.k8s.io/NetworkPolicy': none,
  'policy/PodDisruptionBudget': none,
  'monitoring.coreos.com/ServiceMonitor': 'Add a collector as a sidecar.',
};
