import { template } from '../../src/examples.ts';
import {
  defineRule,
  type Finding,
  fieldName,
  insteadOfKubernetes,
  isStandIn,
  meantByV2,
  refusalOfUnknown,
  say,
  type Volume,
  valueName,
  type Workload,
} from '../../src/rule-kit.ts';

const driver = 'gcsfuse.run.googleapis.com';
const media = ['Memory', 'Disk'];

export default defineRule({
  id: 'unsupported-volume',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['volumes'] },
  summary: 'A volume is of a kind that Cloud Run does not have.',
  why: 'A volume has exactly one of `secret`, `emptyDir`, `csi` (Cloud Storage) and `nfs`. gcloud refuses most other kinds of Kubernetes as unknown fields, Cloud Run the rest.',
  remedy:
    'Use what is nearest: Secret Manager for a ConfigMap, a bucket or an NFS share for a persistent volume, `emptyDir` for scratch files.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec#Volume',
    'https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts',
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
  ],
  predicts:
    'Failed to parse value(s) in protobuf [Service]: Service.spec.template.spec.volumes[0].persistentVolumeClaim',
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
              - name: config
                mountPath: /config
        volumes:
          - name: uploads
            persistentVolumeClaim:
      #     ^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no "persistentVolumeClaim" for the volume "uploads". Use "csi" with the driver gcsfuse.run.googleapis.com for a Cloud Storage bucket, or "nfs".
              claimName: uploads
          - name: config
            configMap:
      #     ^^^^^^^^^ Cloud Run has no "configMap" for the volume "config". Keep the files in Secret Manager and use "secret".
              name: shop-config
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
              - name: scratch
                mountPath: /scratch
              - name: cache
                mountPath: /cache
              - name: both
                mountPath: /both
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.csi.storage.gke.io
      #               ^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run has no driver "gcsfuse.csi.storage.gke.io" for the volume "uploads". Write "gcsfuse.run.googleapis.com".
              volumeAttributes:
                bucketName: gs://acme-uploads
      #                     ^^^^^^^^^^^^^^^^^ The "bucketName" of the volume "uploads" is an address, not a name. Write "acme-uploads".
          - name: scratch
            emptyDir:
              medium: memory
      #               ^^^^^^ Cloud Run has no medium "memory" for the volume "scratch". Write "Memory" or "Disk".
              sizeLimit: 64Mi
          - name: frames
            emptyDir:
              medium: MEMORY
      #               ^^^^^^ Cloud Run has no medium "MEMORY" for the volume "frames". Write "Memory".
              sizeLimit: 64Mi
          - name: cache
      #           ^^^^^ The volume "cache" has no source. Write "secret", "emptyDir", "csi" or "nfs".
          - name: both
            secret:
      #     ~~~~~~ The first source is here.
              secretName: shop
            emptyDir:
      #     ^^^^^^^^ The volume "both" is "secret" already, and cannot be "emptyDir" too. Keep one.
              medium: Memory
              sizeLimit: 64Mi
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/execution-environment: gen2
          run.googleapis.com/vpc-access-connector: acme-vpc
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
              - name: share
                mountPath: /share
              - name: scratch
                mountPath: /scratch
              - name: shop
                mountPath: /secrets
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
                mountOptions: implicit-dirs
          - name: share
            nfs:
              server: 10.0.0.5
              path: /export
          - name: scratch
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
          - name: shop
            secret:
              secretName: shop
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
              - name: scratch
                mountPath: /scratch
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: "\${BUCKET}"
          - name: scratch
            emptyDir:
              medium: "%MEDIUM%"
              sizeLimit: 64Mi
    `,
  ],
  *check(workload) {
    for (const volume of workload.volumes) {
      yield* complainOfKind(volume, workload);
      yield* complainOfSource(volume);
    }
  },
});

function* complainOfKind(volume: Volume, workload: Workload): Generator<Finding> {
  const { field, sources } = volume;
  const name = field.get('name').text ?? '';
  let hasSource = false;
  for (const [key, source] of field.entries) {
    const advice =
      key === 'configMap'
        ? say`Keep the files in Secret Manager and use ${fieldName('secret')}.`
        : insteadOfKubernetes('Volume', key);
    if (advice === undefined) {
      // An unknown or misspelt key is the schema's to explain.
      hasSource ||= key !== 'name' && !source.isNull;
      continue;
    }
    hasSource = true;
    yield {
      on: source.key,
      message: say`Cloud Run has no ${fieldName(key)} for ${called(name)}. ${advice}`,
      predicts: refusalOfUnknown(workload, source),
    };
  }
  if (field.mayHoldMore) return;
  const [first, ...others] = sources;
  if (!hasSource && field.isMap) {
    yield {
      on: field,
      message: say`The volume "${name}" has no source. Write ${fieldName('secret')}, ${fieldName('emptyDir')}, ${fieldName('csi')} or ${fieldName('nfs')}.`,
    };
  }
  for (const other of others) {
    // A block that may or may not be there is no second source for certain.
    if ([first!, other].some((key) => field.get(key).unknown)) continue;
    yield {
      on: field.get(other).key,
      message: say`The volume "${name}" is ${fieldName(first!)} already, and cannot be ${fieldName(other)} too. Keep one.`,
      related: [{ on: field.get(first!).key, message: 'The first source is here.' }],
    };
  }
}

function* complainOfSource({ field }: Volume): Generator<Finding> {
  const which = called(field.get('name').text);
  const medium = field.get('emptyDir').get('medium');
  const meant = meantByV2(media, medium.text);
  if (medium.text && !media.includes(medium.text) && (meant !== undefined || !isStandIn(medium.text))) {
    const advice =
      meant === undefined
        ? say`${valueName('Memory', 'medium')} or ${valueName('Disk', 'medium')}`
        : say`${valueName(meant, 'medium')}`;
    yield { on: medium, message: say`Cloud Run has no medium "${medium.text}" for ${which}. Write ${advice}.` };
  }
  const csi = field.get('csi');
  const named = csi.get('driver');
  if (named.value !== undefined && named.value !== driver) {
    yield { on: named, message: `Cloud Run has no driver "${named.value}" for ${which}. Write "${driver}".` };
  }
  const bucketName = csi.get('volumeAttributes').get('bucketName');
  const { value } = bucketName;
  if (value?.startsWith('gs://')) {
    const [bare = ''] = value.slice(5).split('/');
    yield {
      on: bucketName,
      message: say`The ${fieldName('bucketName')} of ${which} is an address, not a name. Write "${bare}".`,
    };
  }
}

function called(name: string | undefined): string {
  return name ? `the volume "${name}"` : 'a volume';
}
