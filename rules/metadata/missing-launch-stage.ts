import { changedManifest, changedTerraform, manifest } from '../../src/examples.ts';
import {
  byApi,
  defineRule,
  launchStageKey,
  nameOf,
  previewFeatures,
  say,
  setEntry,
  setting,
  unsafeFix,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'missing-launch-stage',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['sandboxLauncher'] },
  summary: 'A preview feature is used, but the resource does not declare the launch stage BETA.',
  why: 'Cloud Run refuses features in preview unless the resource itself allows them with the annotation `run.googleapis.com/launch-stage`. `gcloud beta run services replace` sets it, `gcloud run services replace` does not.',
  remedy: 'Set `run.googleapis.com/launch-stage: BETA` on the resource itself, not on its template.',
  help: say`Set ${setting('run.googleapis.com/launch-stage', 'BETA')} ${byApi({ v1: 'in the metadata of the resource, not of the template', v2: 'on the resource, not in the template' })}.`,
  references: [
    'https://cloud.google.com/run/docs/troubleshooting#launch-stage-validation',
    'https://github.com/google-github-actions/deploy-cloudrun/issues/35',
  ],
  predicts:
    "The feature '<f>' is not supported in the declared launch stage on resource <r>. The launch stage annotation should be specified at least as BETA.",
  fixable: 'unsafe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - name: agent
                image: docker.io/acme/agent:1.4.2
                sandboxLauncher: true
      #         ^^^^^^^^^^^^^^^ The field "sandboxLauncher" of "agent" is in preview, and the service does not declare the launch stage BETA.
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          run.googleapis.com/launch-stage: GA
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
                    sandboxLauncher: true
      #             ^^^^^^^^^^^^^^^ The field "sandboxLauncher" is in preview, and the job does not declare the launch stage BETA.
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          spec:
            containers:
              - name: agent
                image: docker.io/acme/agent:1.4.2
                sandboxLauncher: true
            sandboxes:
              templates:
                - name: python
                  image: docker.io/acme/python:3.13
                  args: [-i]
                  env:
                    - { name: LANG, value: C.UTF-8 }
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        annotations:
          run.googleapis.com/launch-stage: \${STAGE}
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
                    sandboxLauncher: true
                    volumeMounts:
                      - { name: scratch, mountPath: /scratch }
                volumes:
                  - name: scratch
                    emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
  ],
  fixes: {
    block: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
          metadata:
            name: shop # the shop
        >   annotations:
        >     run.googleapis.com/launch-stage: BETA
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
                    sandboxLauncher: true
      `,
    flow: changedManifest`
          apiVersion: run.googleapis.com/v1
          kind: Job
        < metadata: { name: report, annotations: { run.googleapis.com/launch-stage: 'GA' } }
        > metadata: { name: report, annotations: { run.googleapis.com/launch-stage: 'BETA' } }
          spec:
            template:
              spec:
                template: { spec: { containers: [{ image: docker.io/acme/report:1.2.3, sandboxLauncher: true }] } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "shop" {
        <   name     = "shop"
        <   location = "europe-west1"
        >   name         = "shop"
        >   location     = "europe-west1"
        >   launch_stage = "BETA"

            template {
              containers {
                image            = "docker.io/acme/shop:1.2.3"
                sandbox_launcher = true
              }
            }
          }
      `,
  },
  *check(workload) {
    const stage = workload.annotation(launchStageKey);
    if (stage.unknown || (stage.value !== undefined && stage.value.toUpperCase() !== 'GA')) return;
    if (workload.templateAnnotation(launchStageKey).exists) return;
    for (const { on, what } of previewFeatures(workload)) {
      const edits = setEntry(workload.metadata.get('annotations'), launchStageKey, 'BETA');
      yield {
        on,
        message: say`${what} is in preview, and the ${nameOf(workload.kind)} does not declare the launch stage BETA.`,
        // It opens the resource to every other preview feature as well.
        fix: unsafeFix('Declare the launch stage BETA', edits),
      };
    }
  },
});
