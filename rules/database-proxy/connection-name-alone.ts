import { template } from '../../src/examples.ts';
import { annotationName, defineRule, instanceOf, isDatabaseProxy, parseInstance, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'connection-name-alone',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['env'] },
  summary: 'A variable names a Cloud SQL instance, but nothing connects to it.',
  why: 'An application that opens the socket `/cloudsql/PROJECT:REGION:INSTANCE` needs the annotation `cloudsql-instances` or a proxy beside it. A program that connects by a language connector of Cloud SQL needs neither.',
  remedy: 'Add `run.googleapis.com/cloudsql-instances` to the template, unless the program uses a language connector.',
  help: say`Add ${annotationName('run.googleapis.com/cloudsql-instances')} to the template, unless the program uses a language connector.`,
  references: ['https://cloud.google.com/sql/docs/mysql/connect-run'],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env: [{ name: CLOUD_SQL_CONNECTION_NAME, value: "acme-prod:us-central1:orders" }]
      #                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "CLOUD_SQL_CONNECTION_NAME" names a Cloud SQL instance, but neither "run.googleapis.com/cloudsql-instances" nor a proxy connects to it.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:us-central1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env: [{ name: CLOUD_SQL_CONNECTION_NAME, value: "acme-prod:us-central1:orders" }]
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: INSTANCE_CONNECTION_NAME, value: "acme-prod:us-central1:orders" }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["acme-prod:us-central1:orders"]
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - { name: INSTANCE_CONNECTION_NAME, value: orders }
              - { name: ORDERS, value: "acme-prod:us-central1:orders" }
    `,
  ],
  *check(workload) {
    const key = 'run.googleapis.com/cloudsql-instances';
    const isConnected = workload.templateAnnotation(key).exists || workload.annotation(key).exists;
    if (isConnected || instanceOf(workload).members.some(({ role }) => isDatabaseProxy(role))) return;
    for (const container of workload.containers) {
      for (const { name = '', value = '', place } of container.env) {
        if (!/CONNECTION_NAME$/.test(name) || parseInstance(value)?.kind !== 'connection-name') continue;
        yield {
          on: place,
          message: say`"${name}"${container.after('of')} names a Cloud SQL instance, but neither ${annotationName(key)} nor a proxy connects to it.`,
        };
      }
    }
  },
});
