import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'reserved-volume-name',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['cloudsql'] },
  summary: 'A volume is called "cloudsql", a name that Cloud Run keeps for itself.',
  why: 'Cloud Run keeps this name for the sockets of the annotation `run.googleapis.com/cloudsql-instances`, which it mounts at `/cloudsql` by itself.',
  remedy:
    'Give the volume another name. For the sockets of Cloud SQL remove it: `run.googleapis.com/cloudsql-instances` on the template is enough.',
  help: false,
  references: [
    'https://cloud.google.com/sql/docs/postgres/connect-run',
    'https://github.com/pulumi/pulumi-gcp/issues/1093',
  ],
  predicts: "Cloud SQL volume must be named 'cloudsql', and 'cloudsql' is reserved for Cloud SQL volumes",
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: cloudsql
                mountPath: /cloudsql
        volumes:
          - name: cloudsql
      #           ^^^^^^^^ The volume name "cloudsql" is reserved for the sockets of Cloud SQL. Choose another name.
            emptyDir:
              medium: Memory
              sizeLimit: 8Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: cloudsql
                mountPath: /secrets
        volumes:
          - name: cloudsql
      #           ^^^^^^^^ The volume name "cloudsql" is reserved for the sockets of Cloud SQL. Choose another name.
            secret:
              secretName: orders-password
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cloudsql-instances: acme-prod:europe-west1:orders
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env: [{ name: DB_NETWORK, value: cloudsql }]
            volumeMounts:
              - name: cloudsql-certificate
                mountPath: /secrets
        volumes:
          - name: cloudsql-certificate
            secret:
              secretName: orders-certificate
    `,
  ],
  *check(workload) {
    const volume = workload.volume('cloudsql');
    if (!volume) return;
    yield {
      on: volume.field.get('name'),
      message: 'The volume name "cloudsql" is reserved for the sockets of Cloud SQL. Choose another name.',
    };
  },
});
