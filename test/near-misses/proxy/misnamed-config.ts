import { type Example, template } from '../../../src/examples.ts';

/** A web server in front of the shop, and the volumes of the instance. */
function nginx(container: string, ...volumes: readonly string[]): Example {
  return template`
    spec:
      containers:
        - { name: nginx, ports: [{ containerPort: 8080 }], ${container} }
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
      volumes: [${volumes.join(', ')}]
  `;
}

/** A container beside the shop, and the only volume of the instance. */
function beside(container: string, volume: string): Example {
  return template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - { ${container} }
      volumes: [${volume}]
  `;
}

const stock = 'image: "docker.io/library/nginx:1.29.1"';
const wrongSites = '{ name: sites, secret: { secretName: nginx-sites } }';
const sites = '{ name: sites, mountPath: /etc/nginx/conf.d }';
const templates = '{ name: templates, mountPath: /etc/nginx/templates }';
const contrib = 'name: collector, image: "docker.io/otel/opentelemetry-collector-contrib:0.136.0"';
const bare = 'name: collector, image: "docker.io/dynatrace/dynatrace-otel-collector:0.36.0"';

export default [
  // An image of the team's own, a program or a script of theirs, or arguments that nobody knows.
  nginx(`image: "docker.io/acme/front:1.4.2", volumeMounts: [${sites}]`, wrongSites),
  nginx(`image: "us-docker.pkg.dev/acme-prod/images/nginx:1.4.2", volumeMounts: [${sites}]`, wrongSites),
  nginx(`${stock}, command: [/app/start], volumeMounts: [${sites}]`, wrongSites),
  nginx(
    `${stock}, command: [/bin/sh, -c, "cp /etc/nginx/conf.d/nginx-sites /etc/nginx/nginx.conf && nginx"], volumeMounts: [${sites}]`,
    wrongSites,
  ),
  nginx(`${stock}, args: ["\${ARGS}"], volumeMounts: [${sites}]`, wrongSites),
  // A main file of the team's own reads what it likes, and a folder that nobody knows may bring one.
  nginx(`${stock}, args: [nginx, -c, /conf/nginx.conf], volumeMounts: [${sites}]`, wrongSites),
  nginx(
    `${stock}, volumeMounts: [${sites}, { name: main, mountPath: /etc/nginx }]`,
    wrongSites,
    '{ name: main, secret: { secretName: nginx, items: [{ key: "1", path: nginx.conf }] } }',
  ),
  nginx(
    `${stock}, volumeMounts: [${sites}, { name: main, mountPath: "\${CONF_PATH}" }]`,
    wrongSites,
    '{ name: main, secret: { secretName: nginx } }',
  ),
  // Memory is filled at run time, a bucket holds what it holds, and a part of a volume is not the whole.
  nginx(`${stock}, volumeMounts: [${sites}]`, '{ name: sites, emptyDir: { medium: Memory, sizeLimit: 16Mi } }'),
  nginx(
    `${stock}, volumeMounts: [${sites}]`,
    '{ name: sites, csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-sites } } }',
  ),
  nginx(`${stock}, volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d, subPath: conf }]`, wrongSites),
  // A folder that is called like what every object has.
  nginx(`${stock}, volumeMounts: [{ name: sites, mountPath: constructor }]`, wrongSites),
  // Templates with another ending.
  nginx(
    `${stock}, env: [{ name: NGINX_ENVSUBST_TEMPLATE_SUFFIX, value: .tpl }], volumeMounts: [${templates}]`,
    '{ name: templates, secret: { secretName: templates, items: [{ key: "1", path: default.conf.tpl }] } }',
  ),
  // The ending of templates is not that of sites.
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
          env: [{ name: NGINX_ENVSUBST_TEMPLATE_SUFFIX, value: .tpl }]
          volumeMounts: [{ name: sites, mountPath: /etc/nginx/conf.d }]
    #                                              ^^^^^^^^^^^^^^^^^ "nginx" reads only files that end in ".conf" in "/etc/nginx/conf.d", but the volume "sites" holds only "site.tpl".
        - name: web
          image: docker.io/acme/web:1.8.2
      volumes:
        - name: sites
          secret: { secretName: sites, items: [{ key: "1", path: site.tpl }] }
  `,
  template`
    spec:
      containers:
        - name: nginx
          image: docker.io/library/nginx:1.29.1
          ports: [{ containerPort: 8080 }]
          volumeMounts: [{ name: templates, mountPath: /etc/nginx/templates }]
    #                                                  ^^^^^^^^^^^^^^^^^^^^ "nginx" reads only files that end in ".template" in "/etc/nginx/templates", but the volume "templates" holds only "default.conf".
        - name: web
          image: docker.io/acme/web:1.8.2
      volumes:
        - name: templates
          secret: { secretName: templates, items: [{ key: "1", path: default.conf }] }
  `,
  // In another folder it is unread-config's.
  beside(
    `${bare}, volumeMounts: [{ name: config, mountPath: /conf }]`,
    '{ name: config, secret: { secretName: collector } }',
  ),
  // The image's own file is hidden, but the collector may be told to read another.
  beside(
    `${contrib}, volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]`,
    '{ name: config, secret: { secretName: collector } }',
  ),
  beside(
    `${bare}, args: ["--config=/etc/otelcol/collector.yaml"], volumeMounts: [{ name: config, mountPath: /etc/otelcol }]`,
    '{ name: config, secret: { secretName: collector, items: [{ key: "4", path: collector.yaml }] } }',
  ),
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: collector
          image: docker.io/dynatrace/dynatrace-otel-collector:0.36.0
          volumeMounts: [{ name: config, mountPath: /etc/otelcol }]
    #                                               ^^^^^^^^^^^^ "collector" reads "/etc/otelcol/config.yaml", but the volume "config" holds only "collector.yaml".
        - name: contrib
          image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
          volumeMounts: [{ name: config, mountPath: /conf }]
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          volumeMounts: [{ name: caddyfile, mountPath: /conf }]
      volumes:
        - name: config
          secret: { secretName: collector, items: [{ key: "4", path: collector.yaml }] }
        - name: caddyfile
          secret: { secretName: caddy, items: [{ key: "4", path: Caddyfile }] }
  `,
];

export const equivalent = {
  '!volume -> false': 'Narrows the type: without a volume no files are known.',
  'main === undefined -> false': 'Narrows the type: who needs a configuration has a main file.',
  'main !== undefined -> true': 'Narrows the type: what reads folders has a main file.',
};
