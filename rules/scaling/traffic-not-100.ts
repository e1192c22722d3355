import { manifest } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'traffic-not-100',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['traffic'] },
  summary: 'The shares of the traffic do not add up to 100.',
  why: 'Each request has to go to some revision. Cloud Run refuses a split whose percentages add up to more or less than 100; a target without a percentage counts as 0.',
  remedy: 'Change the percentages so that they add up to 100.',
  help: 'Change the percentages so that they add up to 100.',
  references: [
    'https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration',
    'https://github.com/knative/specs/pull/70',
  ],
  predicts: '… should be 100',
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
              - image: docker.io/acme/shop:1.4.2
        traffic:
      # ^^^^^^^ The shares of the traffic add up to 90, not 100.
          - revisionName: shop-00041-abc
            percent: 80
      #              ~~ This target has 80.
          - latestRevision: true
            percent: 10
      #              ~~ This target has 10.
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
        traffic:
      # ^^^^^^^ The shares of the traffic add up to 110, not 100.
          - latestRevision: true
            percent: 100
      #              ~~~ This target has 100.
          - revisionName: shop-00041-abc
            percent: 10
      #              ~~ This target has 10.
            tag: before
    `,
  ],
  good: [
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
        traffic:
          - revisionName: shop-00041-abc
            percent: 80
          - latestRevision: true
            percent: 20
          - revisionName: shop-00039-xyz
            tag: old
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
        traffic:
          - revisionName: shop-00041-abc
            percent: 80
          - latestRevision: true
            percent: "%CANARY%"
    `,
  ],
  *check(service) {
    const { traffic } = service;
    const targets = service.service.get('spec').get('traffic');
    if (targets.mayHoldMore) return;
    // Whether a single target without a percentage gets everything is open.
    if (traffic.length === 0 || (traffic.length === 1 && !traffic[0]!.hasPercent)) return;
    let sum = 0;
    for (const { percent } of traffic) {
      if (percent === undefined) return;
      sum += percent;
    }
    if (sum === 100) return;
    const shares = traffic.filter((target) => target.hasPercent);
    yield {
      on: targets,
      message: `The shares of the traffic add up to ${sum}, not 100.`,
      related: shares.map(({ field, percent }) => ({
        on: field.get('percent'),
        message: `This target has ${percent}.`,
      })),
    };
  },
});
