import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'connector-on-worker-pool',
  severity: 'warning',
  appliesTo: 'workerPool',
  only: 'yaml',
  needs: { mentions: ['run.googleapis.com/vpc-access-connector'] },
  summary: 'A worker pool uses a connector to reach a VPC network, which is not supported.',
  why: 'A known issue of Cloud Run: connectors are not supported for worker pools that are deployed from YAML. In Terraform, through the v2 API, they are in preview and have no metrics.',
  remedy: 'Set `run.googleapis.com/network-interfaces` instead, which is Direct VPC egress.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/known-issues',
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
  ],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: orders
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/vpc-access-connector: acme-vpc
      #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A worker pool cannot use "run.googleapis.com/vpc-access-connector". Set "run.googleapis.com/network-interfaces" instead.
          spec:
            containers:
              - image: docker.io/acme/orders:3.1
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: orders
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/vpc-access-connector: ""
              run.googleapis.com/network-interfaces: '[{"network":"acme"}]'
          spec:
            containers:
              - image: docker.io/acme/orders:3.1
    `,
  ],
  *check({ vpcAccess: { connector, hasConnector } }) {
    if (!hasConnector) return;
    yield {
      on: connector.key,
      message: say`A worker pool cannot use ${annotationName('run.googleapis.com/vpc-access-connector')}. Set ${annotationName('run.googleapis.com/network-interfaces')} instead.`,
    };
  },
});
