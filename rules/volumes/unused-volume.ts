import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unused-volume',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['volumes'] },
  summary: 'No container mounts a volume.',
  why: 'Cloud Run takes the volume and mounts it nowhere, so the files that a container looks for are not there. Often the mount was forgotten, or stands in another container.',
  remedy: 'Mount it under `volumeMounts` of the container that needs it, or remove it.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
    'https://cloud.google.com/run/docs/configuring/services/secrets',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
        volumes:
          - name: collector-config
      #           ^^^^^^^^^^^^^^^^ No container mounts the volume "collector-config". Mount it or remove it.
            secret:
              secretName: collector-config
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
          - name: thumbnails
      #           ^^^^^^^^^^ No container mounts the volume "thumbnails". Mount it or remove it.
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-thumbnails
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
            volumeMounts:
              - name: collector-config
                mountPath: /etc/otelcol-contrib
        volumes:
          - name: collector-config
            secret:
              secretName: collector-config
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: "{{ config_volume }}"
                mountPath: /config
        volumes:
          - name: shop-config
            secret:
              secretName: shop-config
    `,
  ],
  *check(workload) {
    if (!workload.hasKnownMounts) return;
    for (const volume of workload.volumes) {
      const { name } = volume;
      // That a name stands for two volumes is another rule's finding.
      if (name === undefined || workload.volume(name) !== volume || workload.mountsOf(volume).length > 0) continue;
      yield {
        on: volume.field.get('name'),
        message: `No container mounts the volume "${name}". Mount it or remove it.`,
      };
    }
  },
});
