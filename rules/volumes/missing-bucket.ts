import { template } from '../../src/examples.ts';
import { byApi, defineRule, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'missing-bucket',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['gcsfuse.run.googleapis.com'], wholeText: true },
  summary: 'A volume of Cloud Storage names no bucket.',
  why: 'The driver mounts the bucket that `bucketName` of `volumeAttributes` names. Cloud Run refuses a volume without one.',
  remedy: 'Write the name of the bucket as `bucketName` under `volumeAttributes`.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts'],
  predicts: 'Bucket name must be specified',
  predictsAlike: true,
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: uploads, mountPath: /uploads }, { name: models, mountPath: /models }]
        volumes:
          - name: uploads
            csi:
      #     ^^^ The volume "uploads" names no bucket. Write "bucketName" under "volumeAttributes".
              driver: gcsfuse.run.googleapis.com
          - name: models
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: ""
      #                     ^^ The volume "models" names no bucket. Write "bucketName" under "volumeAttributes".
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: uploads, mountPath: /uploads }]
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes: { bucketName: acme-uploads }
    `,
  ],
  *check(workload) {
    for (const { field, name } of workload.volumes) {
      const attributes = field.get('csi').get('volumeAttributes');
      const bucket = attributes.get('bucketName');
      if (field.get('csi').get('driver').value !== 'gcsfuse.run.googleapis.com' || attributes.unknown) continue;
      if (bucket.text) continue;
      const instead = say`Write ${fieldName('bucketName')} under ${byApi({ v1: fieldName('volumeAttributes'), v2: fieldName('csi') })}.`;
      yield {
        on: bucket.exists ? bucket : field.get('csi').key,
        message: say`The volume "${name ?? ''}" names no bucket. ${instead}`,
      };
    }
  },
});
