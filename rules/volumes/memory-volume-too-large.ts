import { manifest, template } from '../../src/examples.ts';
import { defineRule, formatBytes } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'memory-volume-too-large',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['sizeLimit'] },
  summary: 'An in-memory volume may grow larger than any container that could fill it.',
  why: 'A `sizeLimit` sets no memory aside. Every write counts as memory of the container that writes, so a container that fills the volume runs out of memory first, and the instance ends.',
  remedy:
    'Lower `sizeLimit`, or raise the memory limit of the container that writes. For more than memory allows, mount a bucket or an ephemeral disk.',
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
    for (const volume of workload.volumes) {
      const { isMemory, name, sizeLimit } = volume;
      if (!isMemory || sizeLimit === undefined || name === undefined) continue;
      const writers = workload.mountsOf(volume).map(({ container }) => container);
      const memory = writers.map((container) => container.memory ?? Number.POSITIVE_INFINITY);
      const most = memory.reduce((a, b) => Math.max(a, b), 0);
      if (writers.length === 0 || sizeLimit <= most) continue;
      const largest = writers[memory.indexOf(most)]!;
      yield {
        on: volume.field.get('emptyDir').get('sizeLimit'),
        message: `The in-memory volume "${name}" may grow to ${formatBytes(sizeLimit)}, but no container that mounts it has more than ${formatBytes(most)} of memory.`,
        related: [{ on: largest.limits.get('memory'), message: `"${largest.label}" has ${formatBytes(most)}.` }],
      };
    }
  },
});
