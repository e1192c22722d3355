import { changedManifest, changedTerraform, manifest, template } from '../../src/examples.ts';
import {
  adviceForForeignAnnotation,
  annotationName,
  annotationOf,
  aWorkload,
  defineRule,
  deleteEntry,
  type Finding,
  fieldName,
  safeFix,
  say,
  type WrittenAnnotation,
  writtenAnnotations,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ineffective-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'An annotation has no effect: something reads it on a cluster, but nothing on Cloud Run.',
  why: 'Annotations of other systems are kept as notes: no controller on Cloud Run reads them, so nothing is scraped, injected or scaled. The same holds for an annotation of Cloud Run on a kind of resource or a level that it is not documented for, and for one among the labels.',
  remedy: 'Leave it out, and set what the finding names.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
    'https://cloud.google.com/run/docs/configuring/max-instances',
  ],
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/target: "80"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nothing on Cloud Run reads "autoscaling.knative.dev/target". Cloud Run scales by "containerConcurrency" and CPU, between "autoscaling.knative.dev/minScale" and "autoscaling.knative.dev/maxScale".
          prometheus.io/scrape: "true"
      #   ^^^^^^^^^^^^^^^^^^^^ Nothing on Cloud Run reads "prometheus.io/scrape". Add the sidecar of Managed Service for Prometheus to have metrics scraped.
        labels:
          run.googleapis.com/cpu-throttling: "false"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/cpu-throttling" is an annotation, and has no effect among the labels.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/minScale: "1"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/minScale" is documented for a service as a whole, not for its template, where "autoscaling.knative.dev/minScale" is read.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/execution-environment: gen2
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/execution-environment" is documented for the template, not for a service as a whole. Set it on the template.
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/execution-environment: gen2
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/execution-environment" is documented for the template, not for a service as a whole. Remove it here: it stands on the template already.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/execution-environment: gen2
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
          run.googleapis.com/ingress: internal
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/ingress" is not documented for a job.
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/sessionAffinity: "true"
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/sessionAffinity" is not documented for a job.
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/scalingMode: automatic
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/scaling-cpu-target: "0.7"
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/scaling-cpu-target" is documented for a worker pool as a whole, not for its template.
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
        annotations:
          run.googleapis.com/maxScale: "5"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/maxScale" is not documented for an instance.
          run.googleapis.com/ingress: internal
        labels:
          run.googleapis.com/ingress: internal
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/ingress" is an annotation, and has no effect among the labels.
      spec:
        containers:
          - image: docker.io/acme/shell:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        labels:
          team: web
        annotations:
          autoscaling.knative.dev/maxScale: "5"
          acme.example/prometheus.io: a note of our own
          run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: training
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/gpu-zonal-redundancy-disabled: "true"
          spec:
            template:
              spec:
                nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
                containers:
                  - image: docker.io/acme/training:1.4.2
                    resources: { limits: { cpu: "4", memory: 16Gi, nvidia.com/gpu: "1" } }
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
        <     run.googleapis.com/execution-environment: gen2
          spec:
            template:
              metadata:
                annotations:
                  run.googleapis.com/execution-environment: gen2
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { name: shop, annotations: { run.googleapis.com/ingress: internal, run.googleapis.com/execution-environment: gen2 } }
        > metadata: { name: shop, annotations: { run.googleapis.com/ingress: internal } }
          spec:
            template:
              metadata: { annotations: { run.googleapis.com/execution-environment: gen2 } }
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
        <       "run.googleapis.com/ingress"               = "internal"
        <       "run.googleapis.com/execution-environment" = "gen2"
        >       "run.googleapis.com/ingress" = "internal"
              }
            }

            template {
              metadata {
                annotations = {
                  "run.googleapis.com/execution-environment" = "gen2"
                }
              }

              spec {
                containers {
                  image = "docker.io/acme/web:1.2.3"
                }
              }
            }
          }
      `,
  },
  *check(workload) {
    for (const annotation of writtenAnnotations(workload)) {
      const { key, field, kind, known, other } = annotation;
      const advice = adviceForForeignAnnotation(key);
      if (advice !== undefined) {
        yield {
          on: field.key,
          message: say`Nothing on Cloud Run reads "${key}". ${advice}`,
          help: 'Remove it.',
          // Safe: nothing reads it, so nothing is lost.
          fix: safeFix('Remove what nothing reads', deleteEntry(field, 'remove')),
        };
      }
      if (!known || known.undocumented || known.outputOnly || field.isNull) continue;
      const owner = aWorkload(workload.kind);
      if (known.ownOfPool && workload.kind === 'WorkerPool' && kind !== 'WorkerPool') {
        const message = `"${key}" is documented for ${owner} as a whole, not for its template.`;
        yield { on: field.key, message, help: say`Move it to ${fieldName('metadata.annotations')}.` };
      }
      if (known.on.includes(kind)) continue;
      if (known.templateTwin !== undefined && known.on.includes(other.kind)) {
        const twin = other.kind === 'Service' ? say`, where ${annotationName(known.templateTwin)} is read` : '';
        const message = say`"${key}" is documented for ${owner} as a whole, not for its template${twin}.`;
        yield { on: field.key, message, help: say`Move it to ${fieldName('metadata.annotations')}.` };
      }
      if (known.seenOn === kind) yield lookAtLevel(annotation, owner);
      if (known.on.includes(other.kind)) continue;
      yield { on: field.key, message: `"${key}" is not documented for ${owner}.`, help: 'Remove it.' };
    }
    for (const metadata of workload.allMetadata) {
      const labels = metadata.get('labels');
      for (const key of labels.keys) {
        if (!annotationOf(key)) continue;
        yield {
          on: labels.get(key).key,
          message: `"${key}" is an annotation, and has no effect among the labels.`,
          help: say`Move it to ${fieldName('annotations')}.`,
        };
      }
    }
  },
});

/** An annotation of the template that Cloud Run has kept on the object as a whole, see `seenOn`. */
function lookAtLevel({ key, field, other }: WrittenAnnotation, owner: string): Finding {
  const twin = other.metadata.get('annotations').get(key);
  const isRepeated = twin.exists && twin.text === field.text;
  const advice = twin.exists ? 'Remove it here: it stands on the template already.' : 'Set it on the template.';
  return {
    on: field.key,
    message: `"${key}" is documented for the template, not for ${owner} as a whole. ${advice}`,
    fix: isRepeated ? safeFix('Remove the annotation from the wrong level', deleteEntry(field, 'remove')) : undefined,
  };
}
