import { changedManifest, manifest } from '../../src/examples.ts';
import { defineRule, deleteEntry, launchStageKey, mayUsePreview, nameOf, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unneeded-launch-stage',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: [launchStageKey] },
  summary: 'The resource declares a preview launch stage, but uses nothing that needs one.',
  why: 'Sidecars, volumes, GPUs, probes and Direct VPC egress are generally available by now. It lets preview features slip in unnoticed, and Cloud Run may drop it, so that comparing with what is deployed always shows a difference.',
  remedy: 'Remove it.',
  help: 'Remove it.',
  references: [
    'https://cloud.google.com/run/docs/troubleshooting#launch-stage-validation',
    'https://cloud.google.com/sdk/docs/release-notes',
  ],
  fixable: 'safe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: BETA
      #                                    ^^^^ Nothing in this service needs the launch stage "BETA".
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/container-dependencies: '{"shop":["collector"]}'
          spec:
            containers:
              - name: shop
                image: docker.io/acme/shop:1.4.2
                ports: [{ containerPort: 8080 }]
              - name: collector
                image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
                startupProbe:
                  httpGet: { path: /, port: 13133 }
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Instance
      metadata:
        name: shell
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        containers:
          - image: docker.io/acme/shell:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
            volumes:
              - name: scratch
                emptyDir: { medium: Disk, sizeLimit: 10Gi }
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/mesh: projects/acme-prod/locations/global/meshes/shop
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
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          spec:
            delayExecution: true
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
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
              - image: docker.io/acme/shop:1.4.2
                {{- include "shop.volumes" . }}
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: GA
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
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
        <     run.googleapis.com/launch-stage: BETA # for the sidecar
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { name: shop, annotations: { run.googleapis.com/launch-stage: BETA } }
        > metadata: { name: shop }
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
  },
  *check(workload) {
    const stage = workload.annotation(launchStageKey);
    if (!/^(?:ALPHA|BETA)$/i.test(stage.value ?? '') || mayUsePreview(workload)) return;
    yield {
      on: stage,
      message: `Nothing in this ${nameOf(workload.kind)} needs the launch stage "${stage.value}".`,
      // Safe: it only lets previews be used. Where one was missed after all, the deploy is refused and nothing changes.
      fix: safeFix('Remove the launch stage', deleteEntry(stage, 'remove')),
    };
  },
});
