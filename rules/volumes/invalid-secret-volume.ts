import { template } from '../../src/examples.ts';
import { byLanguage, defineRule, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-secret-volume',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['secret'] },
  summary: 'A secret is mounted in a way that Cloud Run does not support.',
  why: 'The files of a secret lie directly or in folders below the mount path, so their `path` is relative and leads nowhere else. `subPath` is refused for secrets, and permissions go up to 0777: any other mode `must be a supported unix chmod bitmask`.',
  remedy: 'Write a file name such as `config.yaml` as `path`, and mount the whole secret at a folder of its own.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec#SecretVolumeSource',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#VolumeMount',
  ],
  predicts: ['… cannot have sub_path set', '… must be a supported unix chmod bitmask'],
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/library/nginx:1.29
            ports: [{ containerPort: 80 }]
            volumeMounts:
              - name: nginx-conf
                mountPath: /etc/nginx/nginx.conf
                subPath: nginx.conf
      #         ^^^^^^^ The container mounts the secret "nginx-conf" with "subPath", which Cloud Run refuses. Mount it at a folder.
        volumes:
          - name: nginx-conf
            secret:
              secretName: nginx-conf
              items:
                - key: latest
                  path: nginx.conf
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: shop
                mountPath: /secrets
        volumes:
          - name: shop
            secret:
              secretName: shop
              defaultMode: 1023
      #                    ^^^^ The mode 1023 of the volume "shop" is outside of 0 to 0777. Write a mode such as 0444.
              items:
                - key: latest
                  path: /secrets/shop.json
      #                 ^^^^^^^^^^^^^^^^^^ The path "/secrets/shop.json" of the volume "shop" is absolute, but must be relative to the mount path. Write "secrets/shop.json".
                - key: "3"
                  path: ../old.json
      #                 ^^^^^^^^^^^ The path "../old.json" of the volume "shop" leads out of the mount path. Remove "..".
                - key: "4"
                  path: .
      #                 ^ The path "." of the volume "shop" is the folder itself. Write the name of the file.
                - key: "2"
                  path: older.json
                  mode: 999
      #                 ^^^ The mode 999 of the volume "shop" is outside of 0 to 0777. Write a mode such as 0444.
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: shop
                mountPath: /secrets
        volumes:
          - name: shop
            secret:
              secretName: shop
              defaultMode: "0777"
      #                    ^^^^^^ The mode "0777" of the volume "shop" is in quotes, so it is read as the decimal number 777, outside of 0 to 0777. Remove the quotes.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/library/nginx:1.29
            ports: [{ containerPort: 80 }]
            volumeMounts:
              - name: nginx-conf
                mountPath: /etc/nginx/conf.d
        volumes:
          - name: nginx-conf
            secret:
              secretName: nginx-conf
              defaultMode: 0444
              items:
                - key: latest
                  path: sites/default.conf
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            volumeMounts:
              - name: uploads
                mountPath: /uploads
                subPath: shop
              - name: shop
                mountPath: /secrets
        volumes:
          - name: uploads
            csi:
              driver: gcsfuse.run.googleapis.com
              volumeAttributes:
                bucketName: acme-uploads
          - name: shop
            secret:
              secretName: shop
              items:
                - key: latest
                  path: ..shop.json
    `,
  ],
  *check(workload) {
    for (const { field, name } of workload.volumes) {
      const its = name === undefined ? '' : ` of the volume "${name}"`;
      const secret = field.get('secret');
      const items = secret.get('items').items;
      for (const { path } of items.map((item) => ({ path: item.get('path') }))) {
        const { value } = path;
        if (value?.startsWith('/')) {
          yield {
            on: path,
            message: `The path "${value}"${its} is absolute, but must be relative to the mount path. Write "${value.replace(/^\/+/, '')}".`,
          };
        } else if (value === '.' || value === './') {
          yield { on: path, message: `The path "${value}"${its} is the folder itself. Write the name of the file.` };
        } else if (value?.split('/').includes('..')) {
          yield { on: path, message: `The path "${value}"${its} leads out of the mount path. Remove "..".` };
        }
      }
      for (const mode of [secret.get('defaultMode'), ...items.map((item) => item.get('mode'))]) {
        const { value } = mode;
        if (value === undefined || (value >= 0 && value <= 0o777)) continue;
        const isOctal = /^0[0-7]{1,3}$/.test(mode.text ?? '');
        // Neither HCL nor JSON has octal numbers.
        const decimal = isOctal
          ? `The mode "${mode.text}"${its} is read as the decimal number ${value}, outside of 0 to 511. Write ${Number.parseInt(mode.text!, 8)}.`
          : `The mode ${mode.text}${its} is outside of 0 to 511. Write a decimal number, such as 292 for 0444.`;
        yield {
          on: mode,
          message: byLanguage({
            yaml:
              // Without quotes it would be within.
              isOctal
                ? `The mode "${mode.text}"${its} is in quotes, so it is read as the decimal number ${value}, outside of 0 to 0777. Remove the quotes.`
                : `The mode ${mode.text}${its} is outside of 0 to 0777. Write a mode such as 0444.`,
            hcl: decimal,
            v2: decimal,
          }),
        };
      }
    }
    for (const mount of workload.containers.flatMap(({ mounts }) => mounts)) {
      const subPath = mount.field.get('subPath');
      if (!subPath.exists || subPath.isNull || subPath.text === '' || mount.volume?.sources[0] !== 'secret') continue;
      yield {
        on: subPath.key,
        message: say`${mount.container.subject} mounts the secret "${mount.volumeName ?? ''}" with ${fieldName('subPath')}, which Cloud Run refuses. Mount it at a folder.`,
      };
    }
  },
});
