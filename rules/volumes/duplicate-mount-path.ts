import { template } from '../../src/examples.ts';
import { defineRule, type VolumeMount } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'duplicate-mount-path',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'], wholeText: true },
  summary: 'A container mounts two volumes at the same path.',
  why: 'One folder can show one volume. Cloud Run refuses the revision; secrets have a message of their own, because people try to put two of them into one folder.',
  remedy:
    'Mount each volume in a folder of its own. To have several secrets in one folder, keep them as one secret, or mount them side by side: `/secrets/a` and `/secrets/b`. Several versions of one secret are several `items` of one volume.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#VolumeMount',
    'https://cloud.google.com/run/docs/configuring/services/secrets',
  ],
  predicts: 'Cloud Run only supports one secret per directory',
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: tls-key
                mountPath: /secrets
      #                    ~~~~~~~~ The first is here.
              - name: tls-cert
                mountPath: /secrets/
      #                    ^^^^^^^^^ The container has another secret at "/secrets" already. Choose another folder.
        volumes:
          - name: tls-key
            secret:
              secretName: tls-key
          - name: tls-cert
            secret:
              secretName: tls-cert
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /data
      #                    ~~~~~ The first is here.
              - name: cache
                mountPath: /data
      #                    ^^^^^ The container has another volume at "/data" already. Choose another folder.
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
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
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: tls-key
                mountPath: /secrets/key
              - name: tls-cert
                mountPath: /secrets/cert
          - name: proxy
            image: docker.io/acme/proxy:1.0
            volumeMounts:
              - name: tls-key
                mountPath: /secrets/key
        volumes:
          - name: tls-key
            secret:
              secretName: tls-key
          - name: tls-cert
            secret:
              secretName: tls-cert
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: "%FOLDER%"
              - name: cache
                mountPath: "%FOLDER%"
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
          - name: cache
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const byPath = new Map<string, VolumeMount>();
      for (const mount of container.mounts) {
        const { path } = mount;
        if (path === undefined) continue;
        const first = byPath.get(path);
        if (!first) {
          byPath.set(path, mount);
          continue;
        }
        const secrets = [first, mount].every(({ volume }) => volume?.sources[0] === 'secret');
        yield {
          on: mount.field.get('mountPath'),
          message: `${container.subject} has another ${secrets ? 'secret' : 'volume'} at "${path}" already. Choose another folder.`,
          related: [{ on: first.field.get('mountPath'), message: 'The first is here.' }],
        };
      }
    }
  },
});
