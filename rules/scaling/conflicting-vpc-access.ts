import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'conflicting-vpc-access',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/vpc-access-connector'] },
  summary: 'The instance is connected to a network in two ways.',
  why: 'A connector and Direct VPC egress exclude each other, and Cloud Run refuses a revision with both.',
  remedy: 'Keep `network-interfaces`, which needs no machines of its own, or keep `vpc-access-connector`.',
  help: say`Keep ${annotationName('run.googleapis.com/network-interfaces')}, which needs no machines of its own, or keep ${annotationName('run.googleapis.com/vpc-access-connector')}.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
    'https://cloud.google.com/run/docs/configuring/vpc-connectors',
    'https://github.com/googleapis/google-cloud-node/issues/4731',
  ],
  predicts: 'one and only one of connector and network_interfaces must be set.',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: acme-vpc
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The instance has a connector and a network interface, but can have only one of them.
          run.googleapis.com/network-interfaces: '[{"network":"acme","subnetwork":"run"}]'
      #   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The network interface is here.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"%NETWORK%"}]'
      #   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The network interface is here.
          run.googleapis.com/vpc-access-connector: "acme-%STAGE%"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The instance has a connector and a network interface, but can have only one of them.
          run.googleapis.com/vpc-access-egress: private-ranges-only
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: acme-vpc
          run.googleapis.com/network-interfaces: ""
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: \${CONNECTOR}
          run.googleapis.com/network-interfaces: '[{"network":"acme","subnetwork":"run"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ vpcAccess }) {
    const { connector, interfaces } = vpcAccess;
    if (!vpcAccess.isTwofold) return;
    yield {
      on: connector.key,
      message: 'The instance has a connector and a network interface, but can have only one of them.',
      related: [{ on: interfaces.key, message: 'The network interface is here.' }],
    };
  },
});
