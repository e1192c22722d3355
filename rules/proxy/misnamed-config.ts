import { template } from '../../src/examples.ts';
import {
  baseName,
  defineRule,
  instanceOf,
  type Member,
  quoteNames,
  say,
  setting,
  type Text,
  type VolumeMount,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'misnamed-config',
  deprecatedIds: ['unread-config'],
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'] },
  summary: 'A configuration is mounted in the right folder, but under a name that the product does not read.',
  why: `The product starts all the same, on the configuration of its image or on none, and what you wrote has no effect:

- nginx reads in \`/etc/nginx/conf.d\` only files that end in \`.conf\`, and in \`/etc/nginx/templates\` only those that end in \`.template\`;
- the Managed Service for Prometheus sidecar reads \`/etc/rungmp/config.yaml\` and else scrapes port 8080.

A secret without \`items\` shows one file that has the name of the secret.`,
  remedy: 'Give the file its name by the `path` of the item: `items: [{ key: latest, path: default.conf }]`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh',
    'https://cloud.google.com/stackdriver/docs/managed-prometheus/cloudrun-sidecar',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
      #                                              ^^^^^^^^^^^^^^^^^ "nginx" reads only files that end in ".conf" in "/etc/nginx/conf.d", but the volume "sites" holds only "nginx-sites".
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: sites
      #           ~~~~~ The volume holds only this.
            secret: { secretName: nginx-sites }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            volumeMounts: [{ name: config, mountPath: /etc/rungmp }]
      #                                               ^^^^^^^^^^^ "metrics" reads "/etc/rungmp/config.yaml", but the volume "config" holds only "gmp-config".
        volumes:
          - name: config
      #           ~~~~~~ The volume holds only this.
            secret: { secretName: gmp-config }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - { name: templates, mountPath: /etc/nginx/templates }
              - { name: tls, mountPath: /etc/nginx/tls }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: templates
            secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] }
          - name: tls
            secret: { secretName: upstream-ca, items: [{ key: "1", path: ca.pem }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            volumeMounts: [{ name: gmp, mountPath: /etc/rungmp }]
        volumes:
          - name: gmp
            secret: { secretName: gmp-config, items: [{ key: "2", path: config.yaml }] }
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      if (!member.startsAsBuilt) continue;
      for (const mount of member.container.mounts) {
        const { field, volume, volumeName } = mount;
        const files = volume?.files ?? [];
        if (!volume || files.length === 0 || field.get('subPath').exists) continue;
        const missed = whatItMisses(member, mount, files);
        if (missed === undefined) continue;
        yield {
          on: field.get('mountPath'),
          message: `"${member.label}" reads ${missed}, but the volume "${volumeName}" holds only ${quoteNames(files)}.`,
          help: helpFor(mount, member),
          related: [{ on: volume.field, message: 'The volume holds only this.' }],
        };
      }
    }
  },
});

/** What the product looks for in a mount that has none of it; undefined where it has, or where others may read it. */
function whatItMisses(member: Member, mount: VolumeMount, files: readonly string[]): string | undefined {
  const { main, optional, reads = {}, renders, required } = member.product?.config ?? {};
  const { path = '' } = mount;
  const ending = Object.hasOwn(reads, path) ? reads[path] : undefined;
  if (ending !== undefined) {
    const isOff = path === renders?.from && member.settings.given(renders.unless);
    if (isOff || files.some((file) => file.endsWith(ending)) || bringsMain(member)) return undefined;
    return `only files that end in "${ending}" in "${path}"`;
  }
  if (main === undefined || !(optional || required) || !mount.holds(main)) return undefined;
  const isThere = files.some((file) => `${path}/${file}` === main);
  return isThere || namesConfig(member) ? undefined : `"${main}"`;
}

/** Whether a main file of the team's own may read what the image's does not. */
function bringsMain(member: Member): boolean {
  const main = member.product?.config?.main;
  if (namesConfig(member)) return true;
  return main !== undefined && member.container.mounts.some((mount) => mount.path === undefined || mount.holds(main));
}

function namesConfig({ product, settings }: Member): boolean {
  return settings.first(product?.config?.from) !== undefined;
}

/** The name to give the file. */
function helpFor({ path = '' }: VolumeMount, { product }: Member): Text {
  const { main = '', reads = {} } = product?.config ?? {};
  const ending = reads[path];
  const name = ending === undefined ? baseName(main) : `default${ending}`;
  return say`Write ${setting('path', name)} in the item of the volume.`;
}
