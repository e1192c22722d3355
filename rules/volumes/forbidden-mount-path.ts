import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'forbidden-mount-path',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'] },
  summary: 'A volume is mounted where Cloud Run does not allow it.',
  why: 'A mount path is absolute, holds no colon, and does not lie in `/dev`, `/proc` or `/sys`, which belong to the system. A volume at `/` would hide everything that the image brings, the program included.',
  remedy: 'Mount it in a folder that nothing else needs, such as `/mnt/data`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts',
    'https://cloud.google.com/run/docs/configuring/services/nfs-volume-mounts',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#VolumeMount',
  ],
  predicts: ['… must be a valid unix absolute path', '… are in one of disallowed mount points'],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/model:2.0
            volumeMounts:
              - name: weights
                mountPath: /dev/weights
      #                    ^^^^^^^^^^^^ The mount path "/dev/weights" is in "/dev", where nothing can be mounted. Choose another folder.
              - name: config
                mountPath: etc/model
      #                    ^^^^^^^^^ The mount path "etc/model" is not absolute. Write "/etc/model".
              - name: cache
                mountPath: /cache:rw
      #                    ^^^^^^^^^ The mount path "/cache:rw" contains a colon, which Cloud Run does not allow. Remove it.
        volumes:
          - name: weights
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-weights
          - name: config
            secret:
              secretName: model-config
          - name: cache
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/vpc-access-connector: acme-vpc
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: share
                mountPath: /
      #                    ^ The mount path "/" hides everything that the image holds. Mount the volume in a folder.
        volumes:
          - name: share
            nfs:
              server: 10.0.0.5
              path: /export
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: cache
                mountPath: ./cache
      #                    ^^^^^^^ The mount path "./cache" is not absolute. Write "/cache".
        volumes:
          - name: cache
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/model:2.0
            volumeMounts:
              - name: weights
                mountPath: /development/weights
              - name: config
                mountPath: /etc/model
              - name: cache
                mountPath: "%CACHE%:rw"
        volumes:
          - name: weights
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-weights
          - name: config
            secret:
              secretName: model-config
          - name: cache
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/browser:1.0
            volumeMounts:
              - name: shm
                mountPath: /dev/shm
        volumes:
          - name: shm
            emptyDir:
              medium: Memory
              sizeLimit: 128Mi
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const mount of container.mounts) {
        const { path, volume } = mount;
        // The rule for system folders is documented for buckets and shares; for /dev/shm in memory it is open.
        const isOpen = path === '/dev/shm' && (!volume || volume.isMemory);
        const wrong = path === undefined || path === '' || isOpen ? undefined : complaint(path);
        if (wrong !== undefined) {
          const its = `The mount path "${path}"${container.after('of')}`;
          yield { on: mount.field.get('mountPath'), message: `${its} ${wrong}` };
        }
      }
    }
  },
});

/** The rest of a sentence about a mount path. */
function complaint(path: string): string | undefined {
  if (!path.startsWith('/')) {
    const folder = path.replace(/^(?:\.\.?\/)+/, '');
    return `is not absolute. ${/^[\w-]/.test(folder) && !folder.includes(':') ? `Write "/${folder}".` : 'Begin it with a slash.'}`;
  }
  if (path.includes(':')) return 'contains a colon, which Cloud Run does not allow. Remove it.';
  if (path === '/') return 'hides everything that the image holds. Mount the volume in a folder.';
  const [, folder] = systemFolder.exec(path) ?? [];
  return folder && `is in "/${folder}", where nothing can be mounted. Choose another folder.`;
}

/** Where the system has its own files, with the name of the folder. */
const systemFolder = /^\/(dev|proc|sys)(?:\/|$)/;
