import { changedTemplate, changedTerraform, manifest, template } from '../../src/examples.ts';
import {
  annotationMeantBy,
  annotationName,
  defineRule,
  type Finding,
  renameKey,
  say,
  settingMeantBy,
  unsafeFix,
  type WrittenAnnotation,
  writtenAnnotations,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unknown-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'An annotation looks like one of Cloud Run, but Cloud Run has none of that name.',
  why: 'Cloud Run keeps the namespaces `run.googleapis.com/` and `autoscaling.knative.dev/` for itself: a name that it does not know there is refused or ignored. The v2 API says of any name there: `system annotations are not supported`. The setting that was meant stays at its default.',
  remedy:
    'Write the name as Cloud Run does; the case of every letter counts. Some settings are fields, not annotations.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta'],
  predicts: "'NAME' is not a supported annotation.",
  fixable: 'unsafe',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throtling: "false"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/cpu-throtling". Did you mean "run.googleapis.com/cpu-throttling"?
          run.googleapis.com/session-affinity: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/session-affinity". Did you mean "run.googleapis.com/sessionAffinity"?
          run.googleapis.com/timeout: "600"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/timeout". Set the field "timeoutSeconds" in the spec of the template.
          run.googleapis.com/cpu-startup-boost: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/cpu-startup-boost". Did you mean "run.googleapis.com/startup-cpu-boost"?
          run.googleapis.com/gpu-zonal-redundancy: "false"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/gpu-zonal-redundancy". Set "run.googleapis.com/gpu-zonal-redundancy-disabled" on the template, which means the reverse.
          run.googleapis.com/vpc-connector: main
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/vpc-connector". Did you mean "run.googleapis.com/vpc-access-connector"?
          run.googleapis.com/sandbox: gvisor
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/sandbox". It is the former name of "run.googleapis.com/execution-environment", which takes "gen1" or "gen2".
          run.googleapis.com/depends-on: "shop=stock"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/depends-on". Write the start order in "run.googleapis.com/container-dependencies" on the template, as '{"app":["sidecar"]}'.
          autoscaling.knative.dev/max-scale: "5"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "autoscaling.knative.dev/max-scale". Did you mean "autoscaling.knative.dev/maxScale"?
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
          run.googleapis.com/allow-unauthenticated: "true"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "run.googleapis.com/allow-unauthenticated". Grant the role "roles/run.invoker" to "allUsers" instead.
          execution-environment: gen2
      #   ^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no annotation "execution-environment". Did you mean "run.googleapis.com/execution-environment"?
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
          run.googleapis.com/identity-type: agent-identity
          acme.example/timeout: "600"
          description: of our own
          build-id: build-20260711-3
          client-name: Acme
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
        <     run.googleapis.com/cpu-throtling: "false" # agents
        >     run.googleapis.com/cpu-throttling: "false" # agents
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    flow: changedTemplate`
        < metadata: {annotations: {"autoscaling.knative.dev/max-scale": "5"}}
        > metadata: {annotations: {"autoscaling.knative.dev/maxScale": "5"}}
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              metadata {
                annotations = {
        <         "run.googleapis.com/cpu-throtling" = "false" # agents
        >         "run.googleapis.com/cpu-throttling" = "false" # agents
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
      if (annotation.known) continue;
      const finding = look(annotation);
      if (finding) yield finding;
    }
  },
});

function look({ key, field }: WrittenAnnotation): Finding | undefined {
  const instead = settingMeantBy(key);
  // Of others than its own, Cloud Run says nothing.
  const refusal = key.includes('/') ? `'${key}' is not a supported annotation.` : undefined;
  if (instead !== undefined) {
    const help = /\b(?:Set|Write|Grant|Did)\b/.test(String(instead)) ? undefined : 'Write that instead.';
    return { on: field.key, message: say`Cloud Run has no annotation "${key}". ${instead}`, help, predicts: refusal };
  }
  const meant = annotationMeantBy(key);
  if (meant === undefined && !key.startsWith('run.googleapis.com/')) return undefined;
  return {
    on: field.key,
    message: say`Cloud Run has no annotation "${key}".${meant === undefined ? '' : say` Did you mean ${annotationName(meant)}?`}`,
    help: meant === undefined ? 'Correct the name, or remove it.' : undefined,
    predicts: refusal,
    fix: meant === undefined ? undefined : unsafeFix(say`Write ${annotationName(meant)}`, renameKey(field, meant)),
  };
}
