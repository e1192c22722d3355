import { template } from '../../src/examples.ts';
import { defineRule, instanceOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unwritable-config',
  deprecatedIds: ['unread-config'],
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'] },
  summary: 'A product makes its configuration from templates, but cannot write it.',
  why: `The image of nginx fills in the templates of \`/etc/nginx/templates\` and writes the results into \`/etc/nginx/conf.d\`. A secret cannot be written to. Where one is mounted there, the image says so in its log and starts without what the templates say.`,
  remedy: 'Mount the secret elsewhere, or leave one of the two out: write all that the site needs as a template.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts:
              - name: templates
                mountPath: /etc/nginx/templates
      #                    ^^^^^^^^^^^^^^^^^^^^ "nginx" writes the files that it makes from templates to "/etc/nginx/conf.d", but cannot: the secret volume "sites" is mounted there.
              - name: sites
                mountPath: /etc/nginx/conf.d
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: templates
            secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] }
          - name: sites
      #           ~~~~~ The volume holds only this.
            secret: { secretName: sites, items: [{ key: "1", path: default.conf }] }
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
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            # Elsewhere than where the secret is.
            env: [{ name: NGINX_ENVSUBST_OUTPUT_DIR, value: /tmp/sites }]
            volumeMounts:
              - { name: templates, mountPath: /etc/nginx/templates }
              - { name: sites, mountPath: /etc/nginx/conf.d }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: templates
            secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] }
          - name: sites
            secret: { secretName: sites, items: [{ key: "1", path: default.conf }] }
    `,
  ],
  *check(workload) {
    for (const { container, label, product, settings, startsAsBuilt } of instanceOf(workload).members) {
      const renders = product?.config?.renders;
      if (!renders || !startsAsBuilt || settings.given(renders.unless)) continue;
      const results = container.mounts.find(({ path, volume }) => {
        return path === renders.into && volume?.field.get('secret').exists;
      });
      const templates = container.mounts.find(({ path }) => path === renders.from);
      if (!results?.volume || !templates) continue;
      yield {
        on: templates.field.get('mountPath'),
        message: `"${label}" writes the files that it makes from templates to "${renders.into}", but cannot: the secret volume "${results.volumeName}" is mounted there.`,
        help: `Mount "${results.volumeName}" in another folder, or write all of the configuration as templates.`,
        related: [{ on: results.volume.field, message: 'The volume holds only this.' }],
      };
    }
  },
});
