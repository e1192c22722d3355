import { manifest, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'min-above-max',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/minScale', 'autoscaling.knative.dev/minScale'] },
  summary: 'The minimum number of instances is above the maximum.',
  why: 'Cloud Run refuses bounds that leave no number of instances between them.',
  remedy: 'Raise `maxScale` or lower `minScale`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/min-instances',
    'https://cloud.google.com/run/docs/configuring/max-instances',
    'https://github.com/goblet/goblet/issues/287',
  ],
  predicts: 'max_instance_count: must be greater or equal than min_instance_count.',
  bad: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "5"
      #                                     ^^^ The minimum is 5 instances, but the maximum is 3. Lower the minimum or raise the maximum.
          autoscaling.knative.dev/maxScale: "3"
      #                                     ~~~ The maximum is here.
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
          run.googleapis.com/maxScale: "1"
      #                                ~~~ The maximum is here.
          run.googleapis.com/minScale: "2"
      #                                ^^^ The minimum is 2 instances, but the maximum is 1. Lower the minimum or raise the maximum.
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
          autoscaling.knative.dev/minScale: "3"
          autoscaling.knative.dev/maxScale: "3"
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
          run.googleapis.com/minScale: "5"
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/maxScale: "3"
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/minScale: "5"
          autoscaling.knative.dev/maxScale: "\${MAX_SCALE}"
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
          run.googleapis.com/maxScale: "3"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ scaling }) {
    // In manual mode no bounds hold, and another rule asks for those of the service to be removed.
    for (const { min, max } of scaling.isManual ? [] : [scaling.service, scaling.revision]) {
      // What a maximum of 0 means is open.
      if (min.value === undefined || !max.value || min.value <= max.value) continue;
      yield {
        on: min.field,
        message: `The minimum is ${min.value} instances, but the maximum is ${max.value}. Lower the minimum or raise the maximum.`,
        related: [{ on: max.field, message: 'The maximum is here.' }],
      };
    }
  },
});
