import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unpublished-proxy-image',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['image'] },
  summary: 'The image of a database proxy is from a place where its makers publish no such image.',
  why: 'The AlloyDB Auth Proxy is published in the project `alloydb-connectors`, the Cloud SQL Auth Proxy in `cloud-sql-connectors`. Under the other project there is no such image, and Cloud Run refuses a revision whose image it does not find.',
  remedy: 'Write `gcr.io/alloydb-connectors/alloydb-auth-proxy`.',
  help: false,
  references: [
    'https://cloud.google.com/alloydb/docs/auth-proxy/connect',
    'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: acme-vpc
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/alloydb-auth-proxy:1.14.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The image of "proxy" is not published there. Write "gcr.io/alloydb-connectors/alloydb-auth-proxy".
            args: [--port=5432, projects/acme-prod/locations/us-central1/clusters/orders/instances/main]
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: acme-vpc
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.14.0
            args: [--port=5432, projects/acme-prod/locations/us-central1/clusters/orders/instances/main]
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      if (container.imageReference?.path.join('/') !== 'cloud-sql-connectors/alloydb-auth-proxy') continue;
      yield {
        on: container.field.get('image'),
        message: `The image${container.after('of')} is not published there. Write "gcr.io/alloydb-connectors/alloydb-auth-proxy".`,
      };
    }
  },
});
