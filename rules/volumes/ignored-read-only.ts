import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, fieldName, safeFix, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'ignored-read-only',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['readOnly'] },
  summary: 'A mount says `readOnly`, which does nothing there.',
  why: 'Cloud Run does not use `readOnly` of a mount: the container can write. Whether a bucket or a share is read-only is said on the volume.',
  remedy: 'Remove it, and write `readOnly: true` under `csi` or `nfs` of the volume where it matters.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#VolumeMount',
    'https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts',
  ],
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: catalogue
                mountPath: /catalogue
                readOnly: true
      #         ^^^^^^^^ Cloud Run ignores "readOnly" of the mount of "catalogue". Write it under "csi" of the volume.
        volumes:
          - name: catalogue
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-catalogue
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: logs
                mountPath: /logs
          - name: shipper
            image: docker.io/fluent/fluent-bit:4.0.5
            volumeMounts:
              - name: logs
                mountPath: /logs
                readOnly: true
      #         ^^^^^^^^ Cloud Run ignores "readOnly" of the mount of "logs" in "shipper". The container can write.
        volumes:
          - name: logs
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: catalogue
                mountPath: /catalogue
                readOnly: true
      #         ^^^^^^^^ Cloud Run ignores "readOnly" of the mount of "catalogue". Remove it: "nfs" of the volume says it.
        volumes:
          - name: catalogue
            nfs: { server: 10.20.0.4, path: /catalogue, readOnly: true }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: catalogue
                mountPath: /catalogue
        volumes:
          - name: catalogue
            csi:
              driver: gcsfuse.run.googleapis.com
              readOnly: true
              volumeAttributes:
                bucketName: acme-catalogue
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
                readOnly: false
              - name: shop
                mountPath: /secrets
                readOnly: true
        volumes:
          - name: shop
            secret:
              secretName: shop
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                volumeMounts:
                  - name: cache
                    mountPath: /cache
        <           readOnly: true
            volumes:
              - name: cache
                emptyDir: { medium: Memory, sizeLimit: 64Mi }
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       volumeMounts: [{ name: cache, mountPath: /cache, readOnly: true }]
        >       volumeMounts: [{ name: cache, mountPath: /cache }]
            volumes: [{ name: cache, emptyDir: { medium: Memory, sizeLimit: 64Mi } }]
      `,
  },
  *check(workload) {
    for (const mount of workload.containers.flatMap(({ mounts }) => mounts)) {
      const its = `the mount of "${mount.volumeName}"${mount.container.after('in')}`;
      const readOnly = mount.field.get('readOnly');
      if (readOnly.value !== true) continue;
      const source = mount.volume?.sources[0];
      // A secret is read-only anyway, so that nobody is misled.
      if (source === undefined || source === 'secret') continue;
      const isIdle = source === 'emptyDir' || mount.volume!.field.get(source).get('readOnly').exists;
      const help = source === 'emptyDir' ? 'Remove it.' : undefined;
      // Safe: nothing reads it. Where the volume could say it instead, a person has to decide whether it should.
      const fix = isIdle ? safeFix(say`Remove ${fieldName('readOnly')}`, deleteEntry(readOnly, 'remove')) : undefined;
      const rest =
        source === 'emptyDir'
          ? 'The container can write.'
          : mount.volume?.field.get(source).get('readOnly').exists
            ? say`Remove it: ${fieldName(source)} of the volume says it.`
            : say`Write it under ${fieldName(source)} of the volume.`;
      yield {
        on: readOnly.key,
        message: say`Cloud Run ignores ${fieldName('readOnly')} of ${its}. ${rest}`,
        help,
        fix,
      };
    }
  },
});
