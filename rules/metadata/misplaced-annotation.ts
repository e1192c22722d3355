import { changedManifest, changedTerraform, manifest } from '../../src/examples.ts';
import {
  defineRule,
  deleteEntry,
  fieldName,
  isTemplateKind,
  moveEntry,
  type ResourceKind,
  safeFix,
  say,
  writtenAnnotations,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'misplaced-annotation',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'An annotation is on the service but belongs on the template, or the reverse.',
  why: 'Settings of an instance belong to the revision, in `spec.template.metadata`; settings of the service as a whole to its own `metadata`. Cloud Run refuses an annotation on the wrong level, and older API versions ignored it.',
  remedy: 'Move the annotation to the other level.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
    'https://github.com/hashicorp/terraform-provider-google/issues/10589',
    'https://github.com/garbetjie/terraform-google-cloud-run/issues/16',
  ],
  predicts: "Annotation 'NAME' is not supported on resources of kind 'KIND'. Supported kinds are: KINDS",
  fixable: 'safe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: internal
          run.googleapis.com/vpc-access-egress: all-traffic
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/vpc-access-egress" belongs on the template, in "spec.template.metadata.annotations".
          run.googleapis.com/scaling-cpu-target: "0.7"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/scaling-cpu-target" belongs on the template, in "spec.template.metadata.annotations".
          run.googleapis.com/cpu-throttling: "false"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/cpu-throttling" belongs on the template, in "spec.template.metadata.annotations", where it already is.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/cpu-throttling: "false"
              run.googleapis.com/ssh-enabled: "true"
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/ssh-enabled" belongs on the service, in "metadata.annotations".
              run.googleapis.com/launch-stage: BETA
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/launch-stage" belongs on the service, in "metadata.annotations".
              autoscaling.knative.dev/maxScale: "5"
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/cloudsql-instances" belongs on the template, in "spec.template.metadata.annotations".
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/client-name: gcloud
          run.googleapis.com/execution-environment: gen2
          run.googleapis.com/ingress: internal
          run.googleapis.com/maxScale: "5"
          acme.example/owner: web
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/client-name: gcloud
              run.googleapis.com/execution-environment: gen2
              run.googleapis.com/base-images: '{"shop":"docker.io/acme/base:3"}'
              run.googleapis.com/minScale: "1"
              acme.example/owner: web
          spec:
            runtimeClassName: run.googleapis.com/linux-base-image-update
            containers:
              - name: shop
                image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/launch-stage: ALPHA
          run.googleapis.com/scalingMode: automatic
          run.googleapis.com/scaling-cpu-target: "0.7"
          run.googleapis.com/pubsubScalings: '[{"subscription":"orders","targetValue":100}]'
          run.googleapis.com/creatorEmail: web@acme.example
          runapps.googleapis.com/gclb-domain-name: shop.acme.example
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          run.googleapis.com/binary-authorization: default
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/binary-authorization: default
              run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
  ],
  fixes: {
    block: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
          metadata:
            name: shop
            annotations:
              run.googleapis.com/ingress: internal
        <     # of each instance
        <     run.googleapis.com/cpu-throttling: "false" # agents
        >     # of each instance
          spec:
            template:
        >     metadata:
        >       annotations:
        >         run.googleapis.com/cpu-throttling: "false" # agents
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { name: shop, annotations: { run.googleapis.com/cpu-throttling: "false" } }
        > metadata: { name: shop }
          spec:
            template:
        <     metadata: { annotations: { run.googleapis.com/startup-cpu-boost: "true" } }
        >     metadata: { annotations: { run.googleapis.com/startup-cpu-boost: "true", run.googleapis.com/cpu-throttling: "false" } }
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            metadata {
              annotations = {
        <       "autoscaling.knative.dev/maxScale" = "10" # as measured
        <       "run.googleapis.com/ingress"       = "internal"
        >       "run.googleapis.com/ingress" = "internal"
              }
            }

            template {
              spec {
                containers {
                  image = "docker.io/acme/web:1.2.3"
                }
              }
        >
        >     metadata {
        >       annotations = {
        >         "autoscaling.knative.dev/maxScale" = "10" # as measured
        >       }
        >     }
            }
          }
      `,
  },
  *check(workload) {
    for (const { key, field, kind, known, other } of writtenAnnotations(workload)) {
      if (!known || known.undocumented || known.outputOnly || field.isNull) continue;
      if (known.on.includes(kind) || !known.on.includes(other.kind)) continue;
      // Not certain to be refused: a finding of "ineffective-annotation".
      if (known.templateTwin !== undefined || known.seenOn === kind) continue;
      const place = isTemplateKind(other.kind) ? 'spec.template.metadata.annotations' : 'metadata.annotations';
      const target = other.metadata.get('annotations');
      const twin = target.get(key);
      const isRepeated = twin.exists && twin.text === field.text;
      yield {
        on: field.key,
        message: say`"${key}" belongs on ${names[other.kind]}, in ${fieldName(place)}${isRepeated ? ', where it already is' : ''}.`,
        help: isRepeated ? 'Remove it here.' : 'Move it there.',
        fix: isRepeated
          ? safeFix('Remove the annotation from the wrong level', deleteEntry(field, 'remove'))
          : lowersAGuard.has(key)
            ? undefined
            : safeFix(say`Move the annotation to ${fieldName(place)}`, moveEntry(field, target)),
      };
    }
  },
});

/** Where they work, everybody may call the service, or any image is let in: nothing that a fix does unasked. */
const lowersAGuard: ReadonlySet<string> = new Set([
  'run.googleapis.com/invoker-iam-disabled',
  'run.googleapis.com/binary-authorization-breakglass',
]);

const names: Readonly<Record<ResourceKind, string>> = {
  Service: 'the service',
  Job: 'the job',
  WorkerPool: 'the worker pool',
  Instance: 'the instance',
  Revision: 'the template',
  Execution: 'the template',
};
