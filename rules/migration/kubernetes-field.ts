import { changedTemplate, manifest, template } from '../../src/examples.ts';
import {
  defineRule,
  deleteEntry,
  insteadOfKubernetes,
  refusalOfUnknown,
  safeFix,
  unknownFields,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'kubernetes-field',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'The manifest has a field of Kubernetes that Cloud Run does not have.',
  why: 'A Cloud Run manifest looks like one for Kubernetes, but gcloud knows only the fields that Cloud Run has, and refuses the whole file for any other.',
  remedy:
    'Write what the finding names instead. Volumes, probes and sources of environment variables have rules of their own.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/yaml/v1',
    'https://cloud.google.com/run/docs/container-contract',
  ],
  predicts: 'Failed to parse value(s) in protobuf [Service]: Service.spec.{replicas,selector}',
  fixable: 'safe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        replicas: 3
      # ^^^^^^^^ Cloud Run has no "replicas". Set the annotations "autoscaling.knative.dev/minScale" and "autoscaling.knative.dev/maxScale" on the template; for a fixed number "run.googleapis.com/scalingMode: manual" and "run.googleapis.com/manualInstanceCount" in "metadata".
        selector: { matchLabels: { app: shop } }
      # ^^^^^^^^ Cloud Run has no "selector". Leave it out: a service owns its revisions.
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            restartPolicy: Always
      #     ^^^^^^^^^^^^^ Cloud Run has no "restartPolicy". Leave it out: Cloud Run replaces a failed instance of a service, and a job has "maxRetries".
            initContainers:
      #     ^^^^^^^^^^^^^^ Cloud Run has no "initContainers". Make it an ordinary container that the others wait for, with the annotation "run.googleapis.com/container-dependencies" and a startup probe; what only runs once goes into the image or its entry point.
              - name: proxy
                image: docker.io/envoyproxy/envoy:v1.35.0
            containers:
              - image: docker.io/acme/shop:1.4.2
                ports:
                  - containerPort: 8080
                    hostPort: 80
      #             ^^^^^^^^ Cloud Run has no "hostPort". Leave it out: Cloud Run sends requests to "containerPort".
                lifecycle:
      #         ^^^^^^^^^ Cloud Run has no "lifecycle". Catch SIGTERM in the program instead: it comes ten seconds before SIGKILL. What must run first goes into the entry point.
                  preStop: { exec: { command: [sleep, "5"] } }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        backoffLimit: 2
      # ^^^^^^^^^^^^ Cloud Run has no "backoffLimit". Use "maxRetries" in the spec of the task.
        template:
          spec:
            completions: 4
      #     ^^^^^^^^^^^ Cloud Run has no "completions". Use "taskCount".
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: indexer
      spec:
        replicas: 2
      # ^^^^^^^^ Cloud Run has no "replicas". Set the annotations "run.googleapis.com/scalingMode: manual" and "run.googleapis.com/manualInstanceCount" in "metadata".
        template:
          spec:
            containers:
              - image: docker.io/acme/indexer:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "1"
          autoscaling.knative.dev/maxScale: "3"
          replicas: "the keys of annotations are free"
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        timeoutSeconds: 60
        containers:
          - image: docker.io/acme/shop:1.4.2
            workingDir: /srv
            ports: [{ name: h2c, containerPort: 8080 }]
            readinessProbe:
              grpc: { port: 8080 }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            taskCount: 4
            parallelism: 2
            template:
              spec:
                maxRetries: 2
                timeoutSeconds: 3600
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                ports:
                  - containerPort: 8080
        <           hostPort: 80
        <   restartPolicy: Always
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       ports: [{ containerPort: 8080, hostPort: 80 }]
        >       ports: [{ containerPort: 8080 }]
      `,
  },
  *check(workload) {
    for (const { key, field: foreign, owner } of unknownFields(workload.open)) {
      const object = owner.shape?.title ?? '';
      const instead = insteadOfKubernetes(object, key);
      if (instead === undefined || hasOwnRule(object, key)) continue;
      const whose = workload.containerAt(foreign.path)?.after('for') ?? '';
      yield {
        on: foreign.key,
        message: `Cloud Run has no "${key}"${whose}. ${instead}`,
        predicts: refusalOfUnknown(workload, foreign),
        // Safe: gcloud refuses the field, and there is nothing to write in its place.
        fix: instead.startsWith('Leave it out') ? safeFix(`Remove "${key}"`, deleteEntry(foreign)) : undefined,
      };
    }
  },
});

function hasOwnRule(object: string, key: string): boolean {
  return object === 'Volume' || object === 'EnvVarSource' || key === 'exec';
}
