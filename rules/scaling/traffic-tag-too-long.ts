import { manifest } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

/** https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration#tags: both are one label of a host name. */
const longest = 46;

export default defineRule({
  id: 'traffic-tag-too-long',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['traffic'] },
  summary: 'A traffic tag and the name of the service are too long together.',
  why: 'A tagged revision has the address `TAG---SERVICE-…`, whose first part has a limited length. Tag and service name together may have 46 characters.',
  remedy: 'Shorten the tag; a pull request number does in place of a branch name.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration',
    'https://github.com/PolicyEngine/policyengine-api/issues/3729',
    'https://github.com/solana-foundation/tokens/issues/89',
  ],
  predicts:
    "traffic tag 'T' and service name 'S' together are too long. Combined traffic tag and service name cannot exceed 46 characters.",
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: recommendations-engine
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - latestRevision: true
            percent: 100
          - revisionName: recommendations-00012-abc
            tag: feature-faster-product-pages
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The tag "feature-faster-product-pages" and the service name "recommendations-engine" have 50 characters together, but at most 46 are allowed. Shorten the tag by 4.
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
          - latestRevision: true
            percent: 100
            tag: pull-request-1204-faster-product-pages-again
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The tag "pull-request-1204-faster-product-pages-again" and the service name "shop" have 48 characters together, but at most 46 are allowed. Shorten the tag by 2.
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: recommendations-engine
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic:
          - latestRevision: true
            percent: 100
          - revisionName: recommendations-00012-abc
            tag: feature-faster-pages-two
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
          - latestRevision: true
            percent: 100
            tag: pull-request-%NUMBER%-faster-product-pages-again
    `,
  ],
  *check(service) {
    if (service.name === undefined) return;
    for (const { field, tag } of service.traffic) {
      const length = service.name.length + (tag?.length ?? 0);
      if (tag === undefined || length <= longest) continue;
      yield {
        on: field.get('tag'),
        message: `The tag "${tag}" and the service name "${service.name}" have ${length} characters together, but at most ${longest} are allowed. Shorten the tag by ${length - longest}.`,
      };
    }
  },
});
