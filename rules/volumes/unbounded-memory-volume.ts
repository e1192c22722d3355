import { changedTemplate, changedTerraform, manifest, template } from '../../src/examples.ts';
import {
  defineRule,
  fieldName,
  formatBytes,
  insertEntry,
  say,
  unsafeFix,
  type VolumeMount,
  writeBytes,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unbounded-memory-volume',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['emptyDir'] },
  summary: 'An in-memory volume has no `sizeLimit`.',
  why: 'What is written to an in-memory volume counts as memory of the container that writes it. Without a limit the volume may grow to half of the memory of all containers together, which is often more than the writer has. Then the container runs out of memory, and with it the whole instance ends: `Memory limit of 512 MiB exceeded with 516 MiB used.` With a limit the write fails, and the program can handle that.',
  remedy:
    'Write a `sizeLimit` that is clearly smaller than the memory limit of every container that writes to the volume.',
  help: say`Write a ${fieldName('sizeLimit')} that is clearly below the memory limit of each container that mounts the volume.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
    'https://cloud.google.com/run/docs/configuring/jobs/in-memory-volume-mounts',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 1Gi
            volumeMounts:
              - name: logs
                mountPath: /var/log/shop
          - name: shipper
            image: docker.io/fluent/fluent-bit:4.0.5
            resources:
              limits:
                cpu: 250m
                memory: 256Mi
      #                 ~~~~~ "shipper" has 256 MiB.
            volumeMounts:
              - name: logs
                mountPath: /logs
        volumes:
          - name: logs
            emptyDir:
      #     ^^^^^^^^ The in-memory volume "logs" has no "sizeLimit", so it may grow to 640 MiB, more than "shipper" has. What a container writes counts as its own memory.
              medium: Memory
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/thumbnails:2.1
            resources:
              limits:
                cpu: "2"
                memory: 2Gi
            volumeMounts:
              - name: scratch
                mountPath: /scratch
        volumes:
          - name: scratch
            emptyDir: {}
      #     ^^^^^^^^ The in-memory volume "scratch" has no "sizeLimit", so it may grow to 1 GiB. What a container writes counts as its own memory.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources:
              limits:
                cpu: "1"
                memory: 1Gi
            volumeMounts:
              - name: logs
                mountPath: /var/log/shop
          - name: shipper
            image: docker.io/fluent/fluent-bit:4.0.5
            resources:
              limits:
                cpu: 250m
                memory: 256Mi
            volumeMounts:
              - name: logs
                mountPath: /logs
        volumes:
          - name: logs
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/launch-stage: BETA
      spec:
        template:
          metadata:
            annotations:
              run.googleapis.com/execution-environment: gen2
          spec:
            containers:
              - image: docker.io/acme/thumbnails:2.1
                volumeMounts:
                  - name: scratch
                    mountPath: /scratch
                  - name: cache
                    mountPath: /cache
            volumes:
              - name: scratch
                emptyDir:
                  medium: Disk
              - name: cache
                emptyDir:
                  medium: Memory
                  sizeLimit: "\${CACHE_SIZE}"
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                resources: { limits: { cpu: "1", memory: 1Gi } }
                volumeMounts: [{ name: scratch, mountPath: /scratch }]
            volumes:
              - name: scratch
                emptyDir:
                  medium: Memory # fast
        >         sizeLimit: 256Mi
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                resources: { limits: { cpu: "1", memory: 1Gi } }
                volumeMounts: [{ name: scratch, mountPath: /scratch }]
            volumes:
        <     - {name: scratch, emptyDir: {medium: Memory}}
        >     - {name: scratch, emptyDir: {medium: Memory, sizeLimit: 256Mi}}
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              containers {
                image = "docker.io/acme/web:1.2.3"

                resources {
                  limits = {
                    cpu    = "1"
                    memory = "1Gi"
                  }
                  cpu_idle = true
                }

                volume_mounts {
                  name       = "scratch"
                  mount_path = "/scratch"
                }
              }

              volumes {
                name = "scratch"
        <       empty_dir {}
        >       empty_dir {
        >         size_limit = "256Mi"
        >       }
              }
            }
          }
      `,
  },
  *check(workload) {
    const { totalMemory } = workload;
    const bound = totalMemory === undefined ? undefined : totalMemory / 2;
    for (const volume of workload.volumes) {
      const emptyDir = volume.field.get('emptyDir');
      const sizeLimit = emptyDir.get('sizeLimit');
      if (!volume.isMemory || sizeLimit.mayHoldMore || (sizeLimit.exists && !sizeLimit.isNull)) continue;
      const name = volume.field.get('name').text ?? '';
      const mounts = workload.mountsOf(volume);
      const smallest = leastMemory(mounts);
      const growth = bound === undefined ? '' : `, so it may grow to ${formatBytes(bound)}`;
      const victim =
        bound === undefined || !smallest || smallest.memory >= bound
          ? ''
          : `, more than "${smallest.mount.container.label}" has`;
      const fitting = smallest && Math.min(smallest.memory / 4, bound ?? Number.POSITIVE_INFINITY);
      yield {
        on: emptyDir,
        message: say`The in-memory volume "${name}" has no ${fieldName('sizeLimit')}${growth}${victim}. What a container writes counts as its own memory.`,
        related: victim
          ? [
              {
                on: smallest!.mount.container.limits.get('memory'),
                message: `"${smallest!.mount.container.label}" has ${formatBytes(smallest!.memory)}.`,
              },
            ]
          : [],
        fix:
          fitting === undefined || fitting < 2 ** 20
            ? undefined
            : unsafeFix(
                `Limit the volume to ${writeBytes(fitting)}`,
                insertEntry(emptyDir, 'sizeLimit', writeBytes(fitting)),
              ),
      };
    }
  },
});

/** The mount in the container with the least memory; undefined if that of any is unknown. */
function leastMemory(
  mounts: readonly VolumeMount[],
): { readonly mount: VolumeMount; readonly memory: number } | undefined {
  let least: { readonly mount: VolumeMount; readonly memory: number } | undefined;
  for (const mount of mounts) {
    const { memory } = mount.container;
    if (memory === undefined) return undefined;
    if (!least || memory < least.memory) least = { mount, memory };
  }
  return least;
}
