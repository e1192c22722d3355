import { manifest } from '../../src/examples.ts';
import { defineRule, fieldName, quoteNames, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'pinned-traffic',
  severity: 'info',
  appliesTo: 'service',
  needs: { mentions: ['traffic'] },
  summary: 'All traffic goes to named revisions, so the revision of this deploy gets no requests.',
  why: 'The revision that a deploy of this file makes gets no requests: the deploy succeeds, and nothing changes for anyone. That may be wanted for a staged rollout, and is easily forgotten after a rollback.',
  remedy:
    'Write `latestRevision: true` with a `percent`, or remove `traffic` to send everything to the latest revision.',
  help: say`Write ${setting('latestRevision', true)} with a ${fieldName('percent')}. Or remove ${fieldName('traffic')}: then all requests go to the latest revision.`,
  references: [
    'https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration',
    'https://github.com/google-github-actions/deploy-cloudrun/issues/202',
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
      # ^^^^^^^ All requests go to "shop-00041-abc", and none to the revision that this file makes.
          - revisionName: shop-00041-abc
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
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
      # ^^^^^^^ All requests go to "shop-00039-xyz" and "shop-00041-abc", and none to the revision that this file makes.
          - revisionName: shop-00039-xyz
            percent: 50
          - revisionName: shop-00041-abc
            percent: 50
          - latestRevision: true
            percent: 0
            tag: next
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
            percent: 90
          - latestRevision: true
            percent: 10
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          metadata:
            name: shop-v42
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - revisionName: shop-v42
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
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - revisionName: "%REVISION%"
            percent: 100
    `,
  ],
  *check(service) {
    if (service.service.get('spec').get('traffic').mayHoldMore) return;
    const own = service.templateMetadata.get('name').value;
    const names: string[] = [];
    for (const target of service.traffic) {
      const { percent, isLatest } = target;
      if (percent === 0) continue;
      const name = target.field.get('revisionName').value;
      // Unknown shares and names, and the revision of this very file, may be what the deploy makes.
      if (percent === undefined || isLatest !== false || name === undefined || name === own) return;
      names.push(name);
    }
    if (names.length === 0) return;
    yield {
      on: service.service.get('spec').get('traffic'),
      message: `All requests go to ${quoteNames(names)}, and none to the revision that this file makes.`,
    };
  },
});
