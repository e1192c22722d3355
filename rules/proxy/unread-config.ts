import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Member, quoteNames, type VolumeMount } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unread-config',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'] },
  summary: 'A configuration is mounted where the product does not read it, or under a name that it passes over.',
  why: `The product starts all the same, on the configuration of its image or on none, and what you wrote has no effect:

- \`opentelemetry-collector-contrib\` reads \`/etc/otelcol-contrib/config.yaml\`, \`opentelemetry-collector\` reads \`/etc/otelcol/config.yaml\`;
- nginx reads of \`/etc/nginx/conf.d\` the files that end in \`.conf\`, and of \`/etc/nginx/templates\` those that end in \`.template\`; a secret without \`items\` shows one file that has the name of the secret;
- the image of nginx writes what it makes of the templates into \`/etc/nginx/conf.d\`. Where a secret is mounted there, it cannot, says so in its log and starts without;
- the Managed Service for Prometheus sidecar reads \`/etc/rungmp/config.yaml\` and else scrapes port 8080.`,
  remedy:
    'Mount the volume on the folder that the message names and give the file its name by the `path` of the item, or name the file in the arguments: `--config=/etc/collector/config.yaml`, `envoy -c`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://github.com/open-telemetry/opentelemetry-collector-releases/tree/main/distributions',
    'https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh',
    'https://cloud.google.com/stackdriver/docs/managed-prometheus/cloudrun-sidecar',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
            volumeMounts: [{ name: config, mountPath: /etc/otelcol }]
      #                                               ^^^^^^^^^^^^ "collector" reads "/etc/otelcol-contrib/config.yaml", but "config.yaml" of the volume "config" is mounted on "/etc/otelcol".
        volumes:
          - name: config
      #           ~~~~~~ What it holds.
            secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
      #                                              ^^^^^^^^^^^^^^^^^ "nginx" reads of "/etc/nginx/conf.d" the files that end in ".conf", but the volume "sites" holds "nginx-sites" alone.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: sites
      #           ~~~~~ What it holds.
            secret: { secretName: nginx-sites }
    `,
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: templates
                mountPath: /etc/nginx/templates
      #                    ^^^^^^^^^^^^^^^^^^^^ "nginx" cannot write what it makes of its templates to "/etc/nginx/conf.d", for the secret volume "sites" is mounted there.
              - name: sites
                mountPath: /etc/nginx/conf.d
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: templates
            secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] }
          - name: sites
      #           ~~~~~ What it holds.
            secret: { secretName: sites, items: [{ key: "1", path: default.conf }] }
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
      #                                               ^^^^^^^^^^^ "metrics" reads "/etc/rungmp/config.yaml", but the volume "config" holds "gmp-config" alone.
        volumes:
          - name: config
      #           ~~~~~~ What it holds.
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
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
            args: ["--config=/conf/config.yaml"]
            volumeMounts: [{ name: config, mountPath: /conf }]
          - name: metrics
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            volumeMounts: [{ name: gmp, mountPath: /etc/rungmp }]
        volumes:
          - name: config
            secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] }
          - name: gmp
            secret: { secretName: gmp-config, items: [{ key: "2", path: config.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
            # A file for somebody else.
            env: [{ name: GOOGLE_APPLICATION_CREDENTIALS, value: /secrets/identity.yaml }]
            volumeMounts: [{ name: identity, mountPath: /secrets }]
        volumes:
          - name: identity
            secret: { secretName: identity, items: [{ key: "1", path: identity.yaml }] }
    `,
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      const { commandLine, container, match, product, settings } = member;
      if (!product?.config || !match.stock || container.mounts.length === 0) continue;
      if (settings.mayHideSome || commandLine.mayWriteFiles || commandLine.givesProgram) continue;
      for (const mount of container.mounts) {
        const message = whyUnread(member, mount, mount.volume?.files) ?? whyUnwritten(member, mount);
        if (message === undefined) continue;
        const shown = message.culprit ?? mount;
        yield {
          on: mount.field.get('mountPath'),
          message: message.text,
          related: [{ on: shown.volume!.field, message: 'What it holds.' }],
        };
      }
    }
  },
});

interface Reason {
  readonly text: string;
  /** The mount that is to blame, where it is another. */
  readonly culprit?: VolumeMount;
}

/** Why the product passes over the files of this mount; undefined where it may read them. */
function whyUnread(member: Member, mount: VolumeMount, files: readonly string[] | undefined): Reason | undefined {
  const { config = {} } = member.product ?? {};
  const { main, optional, reads = {}, required } = config;
  const { path, volumeName } = mount;
  if (path === undefined || !files || files.length === 0 || mount.field.get('subPath').exists) return undefined;
  const holds = `the volume "${volumeName}" holds ${quoteNames(files)} alone`;
  const ending = Object.hasOwn(reads, path) ? reads[path] : undefined;
  if (ending !== undefined) {
    if (files.some((file) => file.endsWith(ending)) || bringsMain(member, main)) return undefined;
    if (path === config.renders?.from && member.settings.given(config.renders.unless)) return undefined;
    return { text: `"${member.label}" reads of "${path}" the files that end in "${ending}", but ${holds}.` };
  }
  if (main === undefined) return undefined;
  if (mount.holds(main)) {
    const isThere = files.some((file) => `${path}/${file}` === main);
    return (optional || required) && !isThere && !member.settings.first(config.from)
      ? { text: `"${member.label}" reads "${main}", but ${holds}.` }
      : undefined;
  }
  if (member.config !== 'stock') return undefined;
  // What an argument or a variable names is read by its reader.
  const isNamed = (file: string) => member.container.texts.some(({ text }) => text?.includes(`${path}/${file}`));
  const meant = files.find((file) => isNamedLike(file, main) && !isNamed(file));
  return meant === undefined
    ? undefined
    : {
        text: `"${member.label}" reads "${main}", but "${meant}" of the volume "${volumeName}" is mounted on "${path}".`,
      };
}

/** Why the product cannot write what it makes of the templates that are mounted here. */
function whyUnwritten(member: Member, mount: VolumeMount): Reason | undefined {
  const renders = member.product?.config?.renders;
  if (renders === undefined || mount.path !== renders.from || member.settings.given(renders.unless)) return undefined;
  const culprit = member.container.mounts.find(({ path, volume }) => {
    return path === renders.into && volume?.field.get('secret').exists;
  });
  return (
    culprit && {
      text: `"${member.label}" cannot write what it makes of its templates to "${renders.into}", for the secret volume "${culprit.volumeName}" is mounted there.`,
      culprit,
    }
  );
}

/** Whether a main file of the team's own may read what the image's does not. */
function bringsMain({ container, product, settings }: Member, main: string | undefined): boolean {
  if (settings.first(product?.config?.from)) return true;
  return main !== undefined && container.mounts.some((mount) => mount.path === undefined || mount.holds(main));
}

/** Whether a file has the main file's name, or its ending. */
function isNamedLike(file: string, main: string): boolean {
  const name = main.slice(main.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return file === name || (dot > 0 && file.endsWith(name.slice(dot)));
}
