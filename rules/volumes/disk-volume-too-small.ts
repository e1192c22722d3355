import { template } from '../../src/examples.ts';
import { defineRule, formatBytes, parseBytes, say, setting } from '../../src/rule-kit.ts';

/** The least size of an ephemeral disk, in bytes. */
const least = 10 * 2 ** 30;

export default defineRule({
  id: 'disk-volume-too-small',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['Disk'] },
  summary: 'A volume on disk is smaller than an ephemeral disk can be.',
  why: 'An ephemeral disk has at least 10 GiB. Cloud Run takes no smaller one.',
  remedy: 'Write `sizeLimit: 10Gi` or more; for less, use `medium: Memory`.',
  help: say`Write ${setting('sizeLimit', '10Gi')} or more. For less, write ${setting('medium', 'Memory')}.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/ephemeral-disk',
    'https://cloud.google.com/run/docs/configuring/jobs/ephemeral-disk',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - { name: scratch, mountPath: /scratch }
        volumes:
          - name: scratch
            emptyDir:
              medium: Disk
              sizeLimit: 5Gi
      #                  ^^^ The disk of the volume "scratch" has 5 GiB, but an ephemeral disk has at least 10 GiB.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
        volumes:
          - emptyDir: { medium: Disk, sizeLimit: 512Mi }
      #                                          ^^^^^ The disk of a volume has 512 MiB, but an ephemeral disk has at least 10 GiB.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - { name: scratch, mountPath: /scratch }
              - { name: cache, mountPath: /cache }
              - { name: spool, mountPath: /spool }
        volumes:
          - name: scratch
            emptyDir: { medium: Disk, sizeLimit: 10Gi }
          - name: cache
            emptyDir: { medium: Disk, sizeLimit: "\${DISK_SIZE}" }
          - name: spool
            emptyDir: { medium: Memory, sizeLimit: 64Mi }
    `,
  ],
  *check(workload) {
    for (const { field, name } of workload.volumes) {
      const folder = field.get('emptyDir');
      const size = folder.get('sizeLimit');
      const bytes = parseBytes(size.value ?? '') ?? least;
      if (folder.get('medium').value !== 'Disk' || bytes >= least) continue;
      yield {
        on: size,
        message: `The disk of ${name ? `the volume "${name}"` : 'a volume'} has ${formatBytes(bytes)}, but an ephemeral disk has at least ${formatBytes(least)}.`,
      };
    }
  },
});
