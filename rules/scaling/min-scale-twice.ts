import { changedManifest, manifest } from '../../src/examples.ts';
import { annotationName, defineRule, deleteEntry, say, unsafeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'min-scale-twice',
  severity: 'info',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/minScale'] },
  summary: 'Minimum instances are set for the service and for the revision.',
  why: 'The number of the service is divided among the revisions that get traffic, and that of the revision holds for each of them: together they keep more instances than either says. Google advises against using both.',
  remedy: 'Keep `run.googleapis.com/minScale` on the service, which also changes without a new revision.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/min-instances'],
  fixable: 'unsafe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/minScale: "2"
      #                                ~~~ The number for the service is here.
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/minScale: "1"
      #                                         ^^^ Minimum instances are set for the service as well. Keep the number of the service and remove "autoscaling.knative.dev/minScale" of the template.
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
          run.googleapis.com/minScale: "1"
      #                                ~~~ The number for the service is here.
          run.googleapis.com/maxScale: "20"
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/minScale: "%MIN_SCALE%"
      #                                         ^^^^^^^^^^^^^ Minimum instances are set for the service as well. Keep the number of the service and remove "autoscaling.knative.dev/minScale" of the template.
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
          run.googleapis.com/minScale: "2"
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/maxScale: "10"
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
          run.googleapis.com/minScale: "2"
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/minScale: "0"
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
          run.googleapis.com/scalingMode: manual
          run.googleapis.com/manualInstanceCount: "3"
          run.googleapis.com/minScale: "5"
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/minScale: "1"
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
              run.googleapis.com/minScale: "2"
          spec:
            template:
              metadata:
                annotations:
        <         autoscaling.knative.dev/minScale: "1"
                  autoscaling.knative.dev/maxScale: "10"
              spec:
                containers:
                  - image: docker.io/acme/shop:1.4.2
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
          metadata:
            name: shop
            annotations:
              run.googleapis.com/minScale: "2"
          spec:
            template:
        <     metadata: { labels: { team: shop }, annotations: { autoscaling.knative.dev/minScale: "1" } }
        >     metadata: { labels: { team: shop } }
              spec:
                containers:
                  - image: docker.io/acme/shop:1.4.2
      `,
  },
  *check({ scaling }) {
    const { min } = scaling.revision;
    const other = scaling.service.min;
    // In manual mode neither holds, and another rule asks for that of the service to be removed.
    if (scaling.isManual || !min.exists || !other.exists || min.value === 0 || other.value === 0) return;
    yield {
      on: min.field,
      message: say`Minimum instances are set for the service as well. Keep the number of the service and remove ${annotationName(String(min.field.path.at(-1)))} of the template.`,
      related: [{ on: other.field, message: 'The number for the service is here.' }],
      // Unsafe: fewer instances are kept, which changes cost and how soon the first request is answered.
      fix: unsafeFix('Remove the number of the template', deleteEntry(min.field, 'remove')),
    };
  },
});
