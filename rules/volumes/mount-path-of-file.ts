import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'mount-path-of-file',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['secret'] },
  summary: 'A secret is mounted at a path that looks like its file.',
  why: 'A mount path is a folder, and the file lies in it. With the path of the file itself it lies one level deeper, and a program that opens the path finds a folder.',
  remedy: 'Mount the volume at the folder of the file.',
  help: false,
  references: ['https://cloud.google.com/run/docs/configuring/services/secrets'],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: config, mountPath: /etc/shop/config.yaml }]
      #                                               ^^^^^^^^^^^^^^^^^^^^^ "shop" mounts a folder at "/etc/shop/config.yaml", so the file is "/etc/shop/config.yaml/config.yaml". Write "/etc/shop".
          - name: cache
            image: docker.io/library/redis:7.4
        volumes:
          - name: config
            secret: { secretName: shop-config, items: [{ key: "3", path: config.yaml }] }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts: [{ name: config, mountPath: /etc/shop }, { name: key, mountPath: /secrets/key }]
        volumes:
          - name: config
            secret: { secretName: shop-config, items: [{ key: "3", path: config.yaml }] }
          # Without an ending, the name of the secret is a common name for its folder.
          - name: key
            secret: { secretName: key }
    `,
  ],
  *check(workload) {
    for (const { path = '', volume, field, container } of workload.containers.flatMap(({ mounts }) => mounts)) {
      const [, folder = '', name = ''] = /^(.*)\/([^/]+\.\w+)$/.exec(path) ?? [];
      if (folder === '' || !volume?.files?.includes(name)) continue;
      yield {
        on: field.get('mountPath'),
        message: `${container.subject} mounts a folder at "${path}", so the file is "${path}/${name}". Write "${folder}".`,
      };
    }
  },
});
