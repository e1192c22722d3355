import { template } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'empty-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  needs: {
    mentions: [
      'run.googleapis.com/cloudsql-instances',
      'run.googleapis.com/vpc-access-connector',
      'run.googleapis.com/network-interfaces',
    ],
  },
  summary: 'An annotation that connects the instance to something is empty.',
  why: 'An empty `cloudsql-instances` connects to no database, and an empty way into a VPC network beside the other one makes the reader think that there are two. A value was forgotten, or the line is left over.',
  remedy: 'Write the value, or remove the annotation.',
  help: false,
  references: [
    'https://cloud.google.com/sql/docs/mysql/connect-run',
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: ""
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/cloudsql-instances" is empty and has no effect. Write its value, or remove it.
          run.googleapis.com/vpc-access-connector: ""
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/vpc-access-connector" is empty and has no effect. Write its value, or remove it.
          run.googleapis.com/network-interfaces: '[{"network":"default"}]'
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/network-interfaces: ""
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "run.googleapis.com/network-interfaces" is empty and has no effect. Write its value, or remove it.
          run.googleapis.com/vpc-access-connector: acme-vpc
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
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          # Takes back what was set before.
          run.googleapis.com/vpc-access-connector: ""
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(workload) {
    const { connector, interfaces, exists } = workload.vpcAccess;
    const database = workload.templateAnnotation('run.googleapis.com/cloudsql-instances');
    for (const annotation of exists === true ? [database, connector, interfaces] : [database]) {
      if (annotation.text !== '') continue;
      yield {
        on: annotation.key,
        message: say`${annotationName(String(annotation.path.at(-1)))} is empty and has no effect. Write its value, or remove it.`,
      };
    }
  },
});
