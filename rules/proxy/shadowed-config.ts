import { template } from '../../src/examples.ts';
import type { Member, VolumeMount } from '../../src/rule-kit.ts';
import { baseName, defineRule, instanceOf, say, setting, type Text } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'shadowed-config',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'] },
  summary: 'A volume is mounted over the folder that holds the configuration of the image.',
  why: 'A volume hides everything that the image has in its folder. A secret mounted on `/etc/nginx` leaves nginx without `nginx.conf`, and one mounted on the folder of the main file under another file name leaves the product without any: it exits at start, or runs with nothing configured.',
  remedy:
    'Mount the volume where only your own file belongs, such as `/etc/nginx/conf.d`, give the file the name that the product reads by the `path` of the item, or mount it elsewhere and name it in the arguments: `nginx -c`, `envoy -c`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://hub.docker.com/_/nginx',
    'https://www.envoyproxy.io/docs/envoy/latest/start/docker',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: nginx-conf
                mountPath: /etc/nginx
      #                    ^^^^^^^^^^ The volume "nginx-conf" in "nginx" hides the "nginx.conf" that nginx reads, and holds only "default.conf".
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: nginx-conf
      #           ~~~~~~~~~~ The volume holds only this.
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: config, mountPath: /etc/envoy }]
      #                                               ^^^^^^^^^^ The volume "config" in "envoy" hides the "envoy.yaml" that Envoy reads, and holds only "envoy-config".
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          # Without items, the file has the name of the secret.
          - name: config
      #           ~~~~~~ The volume holds only this.
            secret: { secretName: envoy-config }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"envoy":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            args: ["-c", "/etc/envoy/edge.yaml"]
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: config, mountPath: /etc/envoy }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: config
            secret: { secretName: envoy-config, items: [{ key: "2", path: edge.yaml }] }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            # Fills the folder before nginx reads it.
            args: ["sh", "-c", "cp /templates/nginx.conf /etc/nginx/ && exec nginx -g 'daemon off;'"]
            volumeMounts: [{ name: conf, mountPath: /etc/nginx }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: conf
            emptyDir: { medium: Memory, sizeLimit: 1Mi }
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const { main, optional, required } = member.product?.config ?? {};
      // What the image does not have cannot be hidden: misnamed-config tells of the wrong name.
      if (main === undefined || optional || required || !member.isCertain || !readsMain(member)) continue;
      for (const mount of member.container.mounts) {
        const held = mount.volume?.files;
        if (!held || !hides(mount, main, held) || isFilledByOthers(member, mount)) continue;
        const file = baseName(main);
        const volume = `The volume "${mount.volumeName}"${member.container.after('in')}`;
        const message =
          mount.path === main
            ? `${volume} makes a folder of "${main}", which ${member.product?.name} reads as a file.`
            : `${volume} hides the "${file}" that ${member.product?.name} reads, and ${describe(held)}.`;
        yield {
          on: mount.field.get('mountPath'),
          message,
          help: helpFor(member, mount, main),
          related: [{ on: mount.volume!.field, message: 'The volume holds only this.' }],
        };
      }
    }
  },
});

function describe(held: readonly string[]): string {
  return held.length === 0 ? 'is empty' : `holds only ${held.map((name) => `"${name}"`).join(', ')}`;
}

/** Whether the product reads its main file: no setting names another, and no script may write one. */
function readsMain({ commandLine, product, settings }: Member): boolean {
  if (commandLine.mayWriteFiles || settings.mayHideSome || commandLine.givesProgram) return false;
  return !settings.first(product?.config?.from);
}

/** Whether the mount covers the folder of the main file without bringing that file along. */
function hides(mount: VolumeMount, main: string, held: readonly string[]): boolean {
  if (mount.path === undefined || mount.field.get('subPath').exists || !mount.holds(main)) return false;
  return !held.some((name) => `${mount.path}/${name}` === main);
}

/** Whether the volume starts empty and another container may write the file. */
function isFilledByOthers({ container, instance }: Member, { volume, volumeName }: VolumeMount): boolean {
  if (!volume?.isMemory) return false;
  return instance.members.some((other) => {
    return other.container !== container && other.container.mounts.some((mount) => mount.volumeName === volumeName);
  });
}

/** Where to mount the volume instead, or how to name the file to the product. */
function helpFor({ product }: Member, mount: VolumeMount, main: string): Text {
  const folder = Object.keys(product?.config?.reads ?? {})[0];
  const file = baseName(main);
  if (mount.path === main) return say`Mount it at the folder, with ${setting('path', file)} in the item of the volume.`;
  return folder === undefined
    ? say`Write ${setting('path', file)} in the item of the volume, or mount it in another folder.`
    : say`Mount it at "${folder}", or write ${setting('path', file)} in the item of the volume.`;
}
