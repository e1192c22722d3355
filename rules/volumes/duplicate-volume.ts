import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'duplicate-volume',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['volumes'], wholeText: true },
  summary: 'Two volumes have the same name.',
  why: 'A mount refers to a volume by its name, so each name can stand for one volume only.',
  remedy: 'Give one of them another name, in its mounts too, or remove it.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec#Volume'],
  predicts: 'Duplicate volume name',
  predictsAlike: true,
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: config
                mountPath: /config
        volumes:
          - name: config
      #           ~~~~~~ The first is here.
            secret:
              secretName: shop-config
          - name: config
      #           ^^^^^^ There is another volume "config" already. Give this one its own name.
            emptyDir:
              medium: Memory
              sizeLimit: 16Mi
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sockets, mountPath: /run/sockets }]
          - name: search
            image: docker.io/acme/search:1.4.2
            volumeMounts: [{ name: sockets, mountPath: /run/sockets }]
        volumes:
          - { name: sockets, emptyDir: { medium: Memory, sizeLimit: 8Mi } }
      #             ~~~~~~~ The first is here.
          - { name: sockets, emptyDir: { medium: Memory, sizeLimit: 8Mi } }
      #             ^^^^^^^ There is another volume "sockets" already. Give this one its own name.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: config
                mountPath: /config
              - name: config-cache
                mountPath: /cache
        volumes:
          - name: config
            secret:
              secretName: shop-config
          - name: config-cache
            emptyDir:
              medium: Memory
              sizeLimit: 16Mi
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: "%VOLUME%-a"
                mountPath: /a
              - name: "%VOLUME%-b"
                mountPath: /b
        volumes:
          - name: "%VOLUME%-a"
            secret:
              secretName: shop-a
          - name: "%VOLUME%-b"
            secret:
              secretName: shop-b
    `,
  ],
  *check(workload) {
    for (const volume of workload.volumes) {
      const first = volume.name === undefined ? undefined : workload.volume(volume.name);
      if (!first || first === volume) continue;
      yield {
        on: volume.field.get('name'),
        message: `There is another volume "${volume.name}" already. Give this one its own name.`,
        related: [{ on: first.field.get('name'), message: 'The first is here.' }],
      };
    }
  },
});
