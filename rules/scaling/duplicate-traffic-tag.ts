import { manifest } from '../../src/examples.ts';
import { defineRule, type Field } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'duplicate-traffic-tag',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['traffic'], wholeText: true },
  summary: 'Two traffic targets have the same tag.',
  why: 'A tag is an address, and an address can lead to one revision only.',
  remedy: 'Keep the tag on one of them.',
  help: false,
  references: ['https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration'],
  predicts: '… may not contain a duplicate tag',
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
            percent: 100
            tag: preview
      #          ~~~~~~~ The first is here.
          - revisionName: shop-00041-abc
            tag: preview
      #          ^^^^^^^ The tag "preview" belongs to another target already. Keep it on one of them.
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
          - revisionName: shop-00039-xyz
            percent: 100
          - revisionName: shop-00040-pqr
            tag: blue
      #          ~~~~ The first is here.
          - revisionName: shop-00041-abc
            tag: "blue"
      #          ^^^^^^ The tag "blue" belongs to another target already. Keep it on one of them.
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
          - latestRevision: true
            percent: 100
            tag: preview
          - revisionName: shop-00041-abc
            tag: preview-before
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
            tag: "%TAG%"
          - revisionName: shop-00041-abc
            tag: "%TAG%"
    `,
  ],
  *check(service) {
    const byTag = new Map<string, Field<string>>();
    for (const { field, tag } of service.traffic) {
      if (tag === undefined) continue;
      const first = byTag.get(tag);
      if (!first) byTag.set(tag, field.get('tag'));
      else {
        yield {
          on: field.get('tag'),
          message: `The tag "${tag}" belongs to another target already. Keep it on one of them.`,
          related: [{ on: first, message: 'The first is here.' }],
        };
      }
    }
  },
});
