import { changedTemplate, manifest, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, holdsStandIn, isOfV2, type Service, unsafeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'fixed-revision-name',
  severity: 'warning',
  appliesTo: 'service',
  summary: 'The template gives the revision a fixed name, which can be used only once.',
  why: "A revision's name can be used once. The next deploy of the same file with any change is refused: `Revision named 'X' with different configuration already exists.` Without a name Cloud Run makes up a new one each time.",
  remedy:
    'Remove `name` from `spec.template.metadata`, or let the pipeline fill in a new one for each deploy: `shop-${COMMIT}`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/managing/revisions',
    'https://cloud.google.com/run/docs/reference/rest/v1/RevisionTemplate',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      metadata:
        name: shop-v2
      #       ^^^^^^^ The revision name "shop-v2" can be deployed only once. Remove it, so that each revision gets a new one.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: shop-00042-qux
      #       ^^^^^^^^^^^^^^ The revision name "shop-00042-qux" can be deployed only once. Remove it, so that each revision gets a new one.
        annotations:
          autoscaling.knative.dev/maxScale: "10"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          metadata:
            name: shop-v2
      #           ^^^^^^^ The revision name "shop-v2" can be deployed only once. Write a new one for each deploy, here and in the traffic.
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
        traffic: [{ revisionName: shop-v2, percent: 100 }]
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          autoscaling.knative.dev/maxScale: "10"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: shop-\${COMMIT}
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: shop-#{Build.Number}#
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: shop-TAG
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
        metadata:
      <   name: shop-v2
          annotations:
            autoscaling.knative.dev/maxScale: "10"
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    `,
    flow: changedTemplate`
      < metadata: { name: shop-v2, annotations: { autoscaling.knative.dev/maxScale: "10" } }
      > metadata: { annotations: { autoscaling.knative.dev/maxScale: "10" } }
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    `,
  },
  *check(service) {
    const name = service.templateMetadata.get('name');
    if (!name.value || holdsStandIn(name.value)) return;
    // The v1 resource has another remedy: a finding of "fixed-name-without-autogenerate".
    if (service.field.source.language === 'hcl' && !isOfV2(service)) return;
    const fact = `The revision name "${name.value}" can be deployed only once.`;
    if (isNamedByTraffic(service)) {
      yield { on: name, message: `${fact} Write a new one for each deploy, here and in the traffic.` };
      return;
    }
    yield {
      on: name,
      message: `${fact} Remove it, so that each revision gets a new one.`,
      // Unsafe: what names the revision elsewhere, such as a script that moves traffic, no longer finds it.
      fix: unsafeFix('Remove the name of the revision', deleteEntry(name)),
    };
  },
});

/** Whether the traffic of this file goes to a revision by its name, which it then could not find. */
function isNamedByTraffic(service: Service): boolean {
  return service.traffic.some(({ field }) => field.get('revisionName').exists);
}
