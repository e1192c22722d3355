import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

/** Instances with Direct VPC egress that a project may have without more quota. */
const most = 100;

export default defineRule({
  id: 'max-scale-with-direct-vpc',
  severity: 'info',
  appliesTo: 'service',
  needs: { mentions: ['autoscaling.knative.dev/maxScale'] },
  summary: 'A service with Direct VPC egress may scale beyond 100 instances.',
  why: 'How many instances may use Direct VPC egress is a quota of the project, 100 for many. Without more of it the deploy is refused: `autoscaling.knative.dev/maxScale annotation must be less than or equal to 100 when run.googleapis.com/network-interfaces annotation is set`.',
  remedy: 'Lower the number to 100, or make sure that the project has the quota.',
  help: 'Write 100 or less, or make sure that the project has the quota.',
  references: ['https://cloud.google.com/run/docs/configuring/vpc-direct-vpc', 'https://cloud.google.com/run/quotas'],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"acme"}]'
          autoscaling.knative.dev/maxScale: "300"
      #                                     ^^^^^ Up to 300 instances may use "run.googleapis.com/network-interfaces", but many projects have a quota of 100.
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"acme"}]'
          autoscaling.knative.dev/maxScale: "100"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: acme-vpc
          autoscaling.knative.dev/maxScale: "300"
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: '[{"network":"acme"}]'
          autoscaling.knative.dev/maxScale: \${MAX}
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ scaling: { revision }, vpcAccess }) {
    const { field, value } = revision.max;
    if (!vpcAccess.hasInterfaces || value === undefined || value <= most) return;
    yield {
      on: field,
      message: say`Up to ${value} instances may use ${annotationName('run.googleapis.com/network-interfaces')}, but many projects have a quota of ${most}.`,
    };
  },
});
