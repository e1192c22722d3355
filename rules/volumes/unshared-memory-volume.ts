import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unshared-memory-volume',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['emptyDir'] },
  summary: 'Only one container mounts an in-memory volume.',
  why: 'The file system of a container is in memory anyway and ends with the instance, so a volume that nobody shares keeps nothing and adds nothing but its size limit. It also hides what the image holds at that path.',
  remedy:
    'Mount it in the other container too, if that was meant. To keep files, mount a bucket or an NFS share. Otherwise leave the volume out, or keep it for its `sizeLimit`.',
  help: 'Mount it in the other container too, if you meant that. Otherwise remove it.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
    'https://cloud.google.com/run/docs/container-contract#filesystem',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: logs
                mountPath: /logs
      #                    ~~~~~ The mount is here.
          - name: shipper
            image: docker.io/fluent/fluent-bit:4.0.5
        volumes:
          - name: logs
      #           ^^^^ Only "shop" mounts the in-memory volume "logs". It shares and keeps nothing, and hides what the image has at "/logs".
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: database
            image: docker.io/library/postgres:17
            volumeMounts:
              - name: data
                mountPath: /var/lib/postgresql/data
      #                    ~~~~~~~~~~~~~~~~~~~~~~~~ The mount is here.
        volumes:
          - name: data
      #           ^^^^ Only "database" mounts the in-memory volume "data". It shares and keeps nothing, and hides what the image has at "/var/lib/postgresql/data".
            emptyDir:
              sizeLimit: 256Mi
    `,
  ],
  good: [
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
        volumes:
          - name: logs
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: scratch
                mountPath: /scratch
          - name: shipper
            image: docker.io/fluent/fluent-bit:4.0.5
            volumeMounts:
              - name: "%VOLUME%"
                mountPath: /scratch
        volumes:
          - name: scratch
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/browser:1.0
            # More shared memory than there is by itself.
            volumeMounts: [{ name: shm, mountPath: /dev/shm }]
        volumes:
          - name: shm
            emptyDir: { medium: Memory, sizeLimit: 128Mi }
    `,
  ],
  *check(workload) {
    if (!workload.hasKnownMounts) return;
    for (const volume of workload.volumes) {
      if (!volume.isMemory || volume.name === undefined) continue;
      const [first, ...others] = workload.mountsOf(volume);
      if (!first || others.some(({ container }) => container !== first.container)) continue;
      // Browsers and others want more shared memory than there is by itself.
      if (first.path === '/dev/shm') continue;
      const path = first.path === undefined ? '' : `, and hides what the image has at "${first.path}"`;
      yield {
        on: volume.field.get('name'),
        message: `Only "${first.container.label}" mounts the in-memory volume "${volume.name}". It shares and keeps nothing${path}.`,
        related: [{ on: first.field.get('mountPath'), message: 'The mount is here.' }],
      };
    }
  },
});
