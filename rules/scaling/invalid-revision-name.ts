import { changedTemplate, manifest, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, holdsStandIn, isOfV2, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-revision-name',
  severity: 'error',
  appliesTo: 'service',
  summary: 'The name of the revision is not one that Cloud Run takes.',
  why: 'A revision is named after its service: the name of the service, a hyphen, and an ending of lowercase letters, digits and hyphens that does not end with a hyphen; 63 characters at most.',
  remedy: 'Leave the name out. If you need one, begin it with the name of the service and a hyphen.',
  help: 'Remove the name, and Cloud Run makes one for each revision.',
  references: [
    'https://cloud.google.com/run/docs/managing/revisions',
    'https://github.com/hashicorp/terraform-provider-google/issues/6491',
  ],
  predicts:
    'The revision name must be prefixed by the name of the enclosing Service or Configuration with a trailing -',
  fixable: 'safe',
  bad: [
    template`
      metadata:
        name: v2
      #       ^^ The revision name "v2" does not begin with "shop-". Remove it.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: shop-Release_2
      #       ^^^^^^^^^^^^^^ The revision name "shop-Release_2" may hold only lowercase letters, digits and hyphens, and not end with a hyphen.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        name: shop-v2
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: "%SERVICE%"
      spec:
        template:
          metadata:
            name: shop-v2
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: SHOP-REVISION
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        name: shop-COMMIT_SHA
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedTemplate`
        metadata:
      <   name: v2
          annotations:
            autoscaling.knative.dev/maxScale: "10"
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    `,
    flow: changedTemplate`
      < metadata: { name: v2, annotations: { autoscaling.knative.dev/maxScale: "10" } }
      > metadata: { annotations: { autoscaling.knative.dev/maxScale: "10" } }
        spec:
          containers:
            - image: docker.io/acme/shop:1.4.2
    `,
  },
  *check(service) {
    const on = service.templateMetadata.get('name');
    const name = on.value;
    if (!name || holdsStandIn(name)) return;
    // Safe: with the name nothing is deployed at all, so nothing can refer to the revision.
    const fix = safeFix('Remove the name of the revision', deleteEntry(on));
    // Whether the v2 API asks for it is not documented, and Google's own samples go without.
    const prefix = service.name === undefined || isOfV2(service) ? undefined : `${service.name}-`;
    if (prefix !== undefined && !name.startsWith(prefix)) {
      yield { on, message: `The revision name "${name}" does not begin with "${prefix}". Remove it.`, fix };
    } else if (!/^[a-z0-9-]*[a-z0-9]$/.test(name)) {
      yield {
        on,
        message: `The revision name "${name}" may hold only lowercase letters, digits and hyphens, and not end with a hyphen.`,
        fix,
      };
    } else if (name.length > 63) {
      yield {
        on,
        message: `The revision name "${name}" has ${name.length} characters, but at most 63 are allowed.`,
        fix,
      };
    }
  },
});
