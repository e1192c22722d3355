import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say, valueName } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'vpc-egress-without-vpc',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/vpc-access-egress'] },
  summary: 'A setting says which traffic goes through a VPC network, but no network is connected.',
  why: '`vpc-access-egress` chooses what is sent through the network that the instance is connected to. Without a connection Cloud Run refuses the revision.',
  remedy:
    'Connect the instance with `run.googleapis.com/network-interfaces` or `run.googleapis.com/vpc-access-connector` on the template, or remove this setting.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
    'https://cloud.google.com/run/docs/configuring/vpc-connectors',
  ],
  predicts:
    'The run.googleapis.com/vpc-access-egress annotation cannot be set without also setting the run.googleapis.com/vpc-access-connector annotation or the run.googleapis.com/network-interfaces annotation.',
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-egress: all-traffic
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/vpc-access-egress" is "all-traffic", but no VPC network is connected. Add "run.googleapis.com/network-interfaces", or remove this setting.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-egress: private-ranges-only
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/vpc-access-egress" is "private-ranges-only", but no VPC network is connected. Add "run.googleapis.com/network-interfaces", or remove this setting.
          run.googleapis.com/vpc-access-connector: ""
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-egress: all-traffic
          run.googleapis.com/vpc-access-connector: "%CONNECTOR%"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-egress: all-traffic
          run.googleapis.com/vpc-acces-connector: acme-vpc
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-egress: ""
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(workload) {
    const { egress, exists } = workload.vpcAccess;
    if (exists !== false || !egress.text || egress.isNull || egress.unknown) return;
    yield {
      on: egress.key,
      message: say`${annotationName(egressKey)} is ${valueName(egress.text, egressKey)}, but no VPC network is connected. Add ${annotationName('run.googleapis.com/network-interfaces')}, or remove this setting.`,
    };
  },
});

const egressKey = 'run.googleapis.com/vpc-access-egress';
