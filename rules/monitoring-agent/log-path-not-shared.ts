import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, logFilesOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'log-path-not-shared',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'The log files that an agent tails are not on a volume that the application writes to.',
  why: `A sidecar sees neither the standard output of other containers nor their files, except on a volume that both of them mount. A path outside of it is a folder of the agent's own, which stays empty: no log ever arrives.`,
  remedy: `Mount one in-memory volume in both containers and keep the path below its mount path, as Datadog's own setup does:

    env: [{ name: DD_SERVERLESS_LOG_PATH, value: /shared-volume/logs/*.log }]
    volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]   # in both containers
    volumes: [{ name: shared-volume, emptyDir: { medium: Memory, sizeLimit: 512Mi } }]`,
  references: [
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://github.com/DataDog/terraform-google-cloud-run-datadog',
    'https://docs.fluentbit.io/manual/pipeline/inputs/tail',
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - name: DD_SERVERLESS_LOG_PATH
                value: /var/log/shop/*.log
      #                ^^^^^^^^^^^^^^^^^^^ "datadog" looks for logs in "/var/log/shop/*.log", which is on no volume that it mounts.
            volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]
        volumes:
          - name: shared-volume
            emptyDir: { medium: Memory, sizeLimit: 512Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: logs
            image: docker.io/fluent/fluent-bit:3.2
            args: [-i, tail, -p, "path=/logs/*.log", -o, stackdriver]
      #                                ^^^^^^^^^^^ "logs" looks for logs in "/logs/*.log" on the volume "logs", which no other container mounts.
            volumeMounts: [{ name: logs, mountPath: /logs }]
      #                            ~~~~ Only "logs" mounts it.
        volumes:
          - name: logs
            emptyDir: { medium: Memory, sizeLimit: 256Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: logs
            image: docker.io/fluent/fluent-bit:3.2
            args: [--input, tail, --prop=path=/logs/*.log, -p, tag=shop, -o, stackdriver, -p, resource=global]
      #                                       ^^^^^^^^^^^ "logs" looks for logs in "/logs/*.log", which is on no volume that it mounts.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: shared-volume, mountPath: /var/log/shop }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - name: DD_SERVERLESS_LOG_PATH
                value: shared-volume/logs/*.log
            volumeMounts: [{ name: shared-volume, mountPath: /shared-volume }]
        volumes:
          - name: shared-volume
            emptyDir: { medium: Memory, sizeLimit: 512Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: logs, mountPath: /logs }]
          - name: logs
            image: docker.io/fluent/fluent-bit:3.2
            args: [-i, tail, -p, "path=/logs/*.log", -o, stackdriver]
            volumeMounts: [{ name: logs, mountPath: /logs }]
        volumes:
          - name: logs
            emptyDir: { medium: Memory, sizeLimit: 256Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # Where it writes to, not what it reads.
          - name: logs
            image: docker.io/fluent/fluent-bit:3.2
            args: [-i, forward, -o, file, -p, path=/tmp/out]
          # Another service fills the bucket.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_SERVERLESS_LOG_PATH, value: /archive/*.log }
            volumeMounts: [{ name: archive, mountPath: /archive }]
        volumes:
          - name: archive
            csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-logs } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    for (const member of members) {
      const given = member.isCertain ? logFilesOf(member) : undefined;
      if (!given?.value) continue;
      const { container, label } = member;
      // Datadog's documentation leaves the leading slash out.
      const path = `/${given.value.replace(/^\/+/, '').replace(/[*?[{].*$/s, '')}`.replace(/(?<=[^/])\/+$/, '');
      if (!container.hasKnownMounts) continue;
      const mount = container.mountHolding(path);
      if (!mount) {
        yield {
          on: given.on,
          message: `"${label}" looks for logs in "${given.value}", which is on no volume that it mounts.`,
          help: `Mount a volume in memory at "${path.replace(/\/[^/]+\.[a-z]+$/i, '')}" in "${label}" and in the container that writes the logs.`,
        };
        continue;
      }
      // In a bucket or on a server, the files may be those of another service.
      if (mount.volume?.sources.some((source) => source === 'csi' || source === 'nfs')) continue;
      const others = members.filter((other) => other !== member).flatMap((other) => other.container.mounts);
      if (others.some(({ volumeName }) => volumeName === undefined || volumeName === mount.volumeName)) continue;
      yield {
        on: given.on,
        message: `"${label}" looks for logs in "${given.value}" on the volume "${mount.volumeName}", which no other container mounts.`,
        help: `Mount the volume "${mount.volumeName}" in the container that writes the logs, too.`,
        related: [{ on: mount.field, message: `Only "${label}" mounts it.` }],
      };
    }
  },
});
