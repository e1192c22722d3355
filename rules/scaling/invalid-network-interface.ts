import { template } from '../../src/examples.ts';
import { annotationName, defineRule, fieldName, say } from '../../src/rule-kit.ts';

/** The refusals as they are published. */
const refusals = {
  several: 'only 1 network interface is allowed',
  none: 'at least one of network or subnetwork should not be empty',
};

export default defineRule({
  id: 'invalid-network-interface',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/network-interfaces'] },
  summary: 'Direct VPC egress has more than one network interface, or one without a network.',
  why: 'An instance has one interface, and it needs a network, a subnetwork or both. Cloud Run refuses a second interface, and of one without either it says: `at least one of network or subnetwork should not be empty`.',
  remedy: 'Write a list with one object, such as `[{"network":"default","subnetwork":"default"}]`.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/vpc-direct-vpc'],
  predicts: Object.values(refusals),
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"acme"},{"network":"other"}]'
      #                                                                ^^^^^^^^^ "run.googleapis.com/network-interfaces" has more than one interface, but an instance can have only one.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"tags":"egress"}]'
      #                                             ^^^^^^ The network interface has no network. Write "network", "subnetwork" or both.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"subnetwork":"run","tags":"egress"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"acme"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"tags":"\${TAG}"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ vpcAccess: { interfaces } }) {
    // What a template fills in may bring more than its own value.
    if (interfaces.unknown) return;
    const [first, second] = interfaces.embedded<{ network?: string; subnetwork?: string }[]>().items;
    if (second) {
      yield {
        on: second,
        message: say`${annotationName('run.googleapis.com/network-interfaces')} has more than one interface, but an instance can have only one.`,
        help: 'Keep the first and remove the others.',
        predicts: refusals.several,
      };
    }
    if (!first?.isMap || first.get('network').text || first.get('subnetwork').text) return;
    yield {
      on: first,
      message: say`The network interface has no network. Write ${fieldName('network')}, ${fieldName('subnetwork')} or both.`,
      predicts: refusals.none,
    };
  },
});
