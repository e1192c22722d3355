import { changedManifest, manifest } from '../../src/examples.ts';
import { annotationName, defineRule, deleteEntry, isAllPlaceholder, say, unsafeFix } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/binary-authorization-breakglass';

export default defineRule({
  id: 'breakglass',
  severity: 'warning',
  securitySeverity: '5.5',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/binary-authorization-breakglass'] },
  summary: 'The file turns Binary Authorization off for its images.',
  why: 'It is for an emergency: it deploys an image that the policy forbids, and leaves a record. In a committed file it does so in every deploy, and the policy no longer protects anything.',
  remedy: 'Remove it. In an emergency give the justification with the deploy: `gcloud run deploy --breakglass`.',
  help: false,
  references: [
    'https://cloud.google.com/binary-authorization/docs/run/using-breakglass-cloud-run',
    'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
  ],
  fixable: 'unsafe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/binary-authorization: default
          run.googleapis.com/binary-authorization-breakglass: hotfix for the outage
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With "run.googleapis.com/binary-authorization-breakglass", every deploy of this file bypasses Binary Authorization. Remove it.
      spec:
        template:
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
          run.googleapis.com/binary-authorization-breakglass: ticket 4711
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With "run.googleapis.com/binary-authorization-breakglass", every deploy of this file bypasses Binary Authorization. Remove it.
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:2.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/binary-authorization-breakglass: see OPS-2291
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With "run.googleapis.com/binary-authorization-breakglass", every deploy of this file bypasses Binary Authorization. Remove it.
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
          run.googleapis.com/binary-authorization-breakglass: "ticket %TICKET%"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ With "run.googleapis.com/binary-authorization-breakglass", every deploy of this file bypasses Binary Authorization. Remove it.
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/binary-authorization-breakglass: ""
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
          run.googleapis.com/binary-authorization-breakglass: "%REASON%"
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
              run.googleapis.com/binary-authorization: default
        <     run.googleapis.com/binary-authorization-breakglass: hotfix for the outage
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/shop:1.4.2
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { name: shop, annotations: { run.googleapis.com/binary-authorization-breakglass: ticket 4711 } }
        > metadata: { name: shop }
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/shop:1.4.2
      `,
  },
  *check(workload) {
    const annotation = workload.annotation(key);
    // A placeholder may be filled in with nothing but in an emergency.
    if (!annotation.text || annotation.isNull || isAllPlaceholder(annotation.text)) return;
    yield {
      on: annotation.key,
      message: say`With ${annotationName(key)}, every deploy of this file bypasses Binary Authorization. Remove it.`,
      // Unsafe: an image that the policy forbids is then refused.
      fix: unsafeFix(say`Remove ${annotationName(key)}`, deleteEntry(annotation, 'remove')),
    };
  },
});
