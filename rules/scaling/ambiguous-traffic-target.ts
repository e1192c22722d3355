import { manifest } from '../../src/examples.ts';
import { defineRule, fieldName, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ambiguous-traffic-target',
  severity: 'error',
  refused: true,
  appliesTo: 'service',
  needs: { mentions: ['traffic'] },
  summary: 'A traffic target names no revision, or two.',
  why: 'A target is either the latest revision or one by its name. `url` is what Cloud Run shows for a tagged revision, and `configurationName` has no meaning in Cloud Run; both are refused.',
  remedy: 'Write `latestRevision: true` or `revisionName`, and leave out `url` and `configurationName`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration',
    'https://cloud.google.com/run/docs/reference/rest/v1/TrafficTarget',
  ],
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
          - latestRevision: true
      #                     ^^^^ The target is the latest revision and "shop-00041-abc" at once. Keep one of them.
            revisionName: shop-00041-abc
      #                   ~~~~~~~~~~~~~~ The revision is named here.
            percent: 100
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - latestRevision: false
      #                     ^^^^^ The target names no revision. Write "latestRevision: true" or "revisionName".
            percent: 60
          - revisionName: shop-00041-abc
            percent: 40
            tag: before
            url: https://before---shop-abc.a.run.app
      #     ^^^ The "url" of a target is set by Cloud Run. Remove it.
            configurationName: shop
      #     ^^^^^^^^^^^^^^^^^ Cloud Run has no configurations to send traffic to. Write "revisionName".
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: all
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - latestRevision: true
            percent: 60
          - revisionName: shop-00041-abc
            percent: 40
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: all
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - latestRevision: true
            percent: 60
          - latestRevision: false
            revisionName: shop-00041-abc
            percent: 40
            configurationName: ""
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
          - percent: 100
            url: ""
    `,
  ],
  *check(service) {
    for (const target of service.traffic) {
      const { field, hasRevisionName, isLatest } = target;
      const name = field.get('revisionName');
      const latest = field.get('latestRevision');
      if (hasRevisionName && isLatest) {
        yield {
          on: latest,
          message: `The target is the latest revision and "${name.text ?? ''}" at once. Keep one of them.`,
          related: [{ on: name, message: 'The revision is named here.' }],
        };
      } else if (!hasRevisionName && isLatest === false && !name.mayHoldMore) {
        yield {
          on: latest,
          message: say`The target names no revision. Write ${setting('latestRevision', true)} or ${fieldName('revisionName')}.`,
        };
      }
      const url = field.get('url');
      if (url.exists && !url.isNull && url.text !== '') {
        yield { on: url.key, message: say`The ${fieldName('url')} of a target is set by Cloud Run. Remove it.` };
      }
      const configuration = field.get('configurationName');
      if (configuration.exists && !configuration.isNull && configuration.text !== '') {
        yield {
          on: configuration.key,
          message: say`Cloud Run has no configurations to send traffic to. Write ${fieldName('revisionName')}.`,
        };
      }
    }
  },
});
