import { manifest, template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  type Field,
  type Finding,
  fieldName,
  formatBytes,
  quoteNames,
  say,
  type Volume,
  type Workload,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'memory-volume-too-large',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['sizeLimit'] },
  summary: 'In-memory volumes may grow larger than the memory of the containers that could fill them.',
  why: 'A `sizeLimit` sets no memory aside. Every write counts as memory of the container that writes, so a container that fills the volume runs out of memory first, and the instance ends. What several volumes hold adds up.',
  remedy:
    'Lower `sizeLimit`, or raise the memory limit of the container that writes. For more than memory allows, mount a bucket or an ephemeral disk.',
  help: say`Lower ${fieldName('sizeLimit')}, or raise the memory limit of the container that writes.`,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
    'https://cloud.google.com/run/docs/configuring/services/ephemeral-disk',
  ],
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
          - name: search
            image: docker.io/acme/search:1.4.2
            resources:
              limits:
                cpu: "1"
                memory: 4Gi
      #                 ~~~ "search" has 4 GiB.
            volumeMounts:
              - name: index
                mountPath: /index
        volumes:
          - name: index
            emptyDir:
              medium: Memory
              sizeLimit: 20Gi
      #                  ^^^^ The in-memory volume "index" may grow to 20 GiB, but no container that mounts it has more than 4 GiB of memory.
    `,
    template`
      spec:
        containers:
          - name: shop
      #           ~~~~ "shop" has 512 MiB.
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: logs
                mountPath: /logs
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
              sizeLimit: 600Mi
      #                  ^^^^^ The in-memory volume "logs" may grow to 600 MiB, but no container that mounts it has more than 512 MiB of memory.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            resources: { limits: { cpu: "2", memory: 2Gi } }
            volumeMounts: [{ name: uploads, mountPath: /uploads }, { name: cache, mountPath: /cache }]
        volumes:
          - { name: uploads, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
      #                                                             ~~~ "uploads" may grow to 1 GiB.
          - { name: cache, emptyDir: { medium: Memory, sizeLimit: 2Gi } }
      #                                                           ^^^ The in-memory volumes "uploads" and "cache" may grow to 3 GiB together, but the container has 2 GiB of memory.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 1Gi } }
            volumeMounts: [{ name: logs, mountPath: /logs }, { name: index, mountPath: /index }]
          - name: search
            image: docker.io/acme/search:1.4.2
            resources: { limits: { cpu: "1", memory: 1Gi } }
            volumeMounts: [{ name: logs, mountPath: /logs }, { name: index, mountPath: /index }, { name: words, mountPath: /words }]
        volumes:
          - { name: logs, emptyDir: { medium: Memory, sizeLimit: 512Mi } }
          - { name: index, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
          - { name: words, emptyDir: { medium: Memory, sizeLimit: 768Mi } }
      #                                                           ^^^^^ The in-memory volumes "logs", "index" and "words" may grow to 2.3 GiB together, but the containers that mount them have 2 GiB of memory.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 1Gi } }
            volumeMounts: [{ name: logs, mountPath: /logs }, { name: index, mountPath: /index }]
          - name: search
            image: docker.io/acme/search:1.4.2
            resources: { limits: { cpu: "1", memory: 1Gi } }
            volumeMounts: [{ name: logs, mountPath: /logs }, { name: index, mountPath: /index }]
        volumes:
          - { name: logs, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
          - { name: index, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
          - { name: unused, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
    `,
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
                mountPath: /logs
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
              sizeLimit: 512Mi
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
              - image: docker.io/acme/search:1.4.2
                volumeMounts:
                  - name: index
                    mountPath: /index
            volumes:
              - name: index
                emptyDir:
                  medium: Disk
                  sizeLimit: 10Gi
    `,
  ],
  *check(workload) {
    const sized = workload.volumes.flatMap((volume) => sizedOf(volume, workload));
    const alone = sized.filter(({ size, writers }) => size > mostOf(writers));
    for (const { at, name, size, writers } of alone) {
      const most = mostOf(writers);
      const largest = writers.find(({ memory }) => memory === most)!;
      yield {
        on: at,
        message: `The in-memory volume "${name}" may grow to ${formatBytes(size)}, but no container that mounts it has more than ${formatBytes(most)} of memory.`,
        related: [{ on: largest.limits.get('memory'), message: `"${largest.label}" has ${formatBytes(most)}.` }],
      };
    }
    if (alone.length === 0) yield* together(sized, workload.containers);
  },
});

/** An in-memory volume with a size. */
interface Sized {
  readonly name: string;
  readonly at: Field<unknown>;
  /** In bytes. */
  readonly size: number;
  readonly writers: readonly Container[];
}

/** [] for what is not in memory, has no size or is mounted by nobody. */
function sizedOf(volume: Volume, workload: Workload): Sized[] {
  const { isMemory, name, sizeLimit: size } = volume;
  if (!isMemory || size === undefined || name === undefined) return [];
  const writers = [...new Set(workload.mountsOf(volume).map(({ container }) => container))];
  return writers.length === 0 ? [] : [{ name, at: volume.field.get('emptyDir').get('sizeLimit'), size, writers }];
}

/** Volumes that nobody but one container can fill, or else all volumes, and the memory of those who can. */
function* together(sized: readonly Sized[], containers: readonly Container[]): Generator<Finding> {
  const groups = [...containers.map((container) => [container]), containers];
  for (const group of groups) {
    const theirs = sized.filter(({ writers }) => writers.every((writer) => group.includes(writer)));
    const writers = group.filter((container) => theirs.some((volume) => volume.writers.includes(container)));
    const memory = writers.reduce((sum, container) => sum + memoryOf(container), 0);
    const size = theirs.reduce((sum, volume) => sum + volume.size, 0);
    if (size <= memory) continue;
    const others = theirs.slice(0, -1);
    const owners =
      writers.length === 1
        ? `${writers[0]!.name ? `"${writers[0]!.name}"` : 'the container'} has`
        : 'the containers that mount them have';
    yield {
      on: theirs.at(-1)!.at,
      message: `The in-memory volumes ${quoteNames(theirs.map(({ name }) => name))} may grow to ${formatBytes(size)} together, but ${owners} ${formatBytes(memory)} of memory.`,
      related: others.map(({ name, at, size: its }) => ({
        on: at,
        message: `"${name}" may grow to ${formatBytes(its)}.`,
      })),
    };
    return;
  }
}

function mostOf(writers: readonly Container[]): number {
  return writers.reduce((most, writer) => Math.max(most, memoryOf(writer)), Number.NEGATIVE_INFINITY);
}

/** In bytes; unlimited where it is unknown, so that nothing is said. */
function memoryOf({ memory }: Container): number {
  return memory ?? Number.POSITIVE_INFINITY;
}
