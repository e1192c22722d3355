import { type Example, template, beside as withFiles } from '../../../src/examples.ts';

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

const contrib = 'name: collector, image: "docker.io/otel/opentelemetry-collector-contrib:0.136.0"';

const collectorConfig = `
  receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } }
  exporters: { googlecloud: }
  service: { pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
`;

/** A collector of an image of the team's own, with more of it. */
const withOtel = (more: string) => template`
  spec:
    containers:
      - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
      - name: otel
        image: europe-docker.pkg.dev/acme/shop/otel:1
        ${more}
    volumes: [{ name: config, csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: b } } }]
`;

const withEdge = template`
  spec:
    containers:
      - { name: edge, image: "europe-docker.pkg.dev/acme/shop/edge:1", ports: [{ containerPort: 8080 }] }
      - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
`;

export default [
  // A program of the team's own, whatever it reads.
  beside(
    `${contrib}, command: [/app/start], volumeMounts: [{ name: config, mountPath: /conf }]`,
    '{ name: config, secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] } }',
  ),
  // A part of a volume.
  beside(
    `${contrib}, volumeMounts: [{ name: config, mountPath: /conf, subPath: a }]`,
    '{ name: config, secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] } }',
  ),
  beside(
    'name: collector, image: "docker.io/acme/collector:0.136.0", volumeMounts: [{ name: config, mountPath: /conf }]',
    '{ name: config, secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] } }',
  ),
  // Its configuration comes from a variable, and what is mounted is read by its exporter.
  beside(
    `${contrib}, args: ["--config=env:COLLECTOR_CONFIG"], volumeMounts: [{ name: config, mountPath: /conf }]`,
    '{ name: config, secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] } }',
  ),
  // A file that no configuration is called like.
  beside(
    `${contrib}, volumeMounts: [{ name: ca, mountPath: /etc/otelcol }]`,
    '{ name: ca, secret: { secretName: upstream-ca } }',
  ),
  beside(
    'name: caddy, image: "docker.io/library/caddy:2.10.2", volumeMounts: [{ name: licence, mountPath: /licence }]',
    '{ name: licence, secret: { secretName: licence } }',
  ),
  beside(
    'name: splunk, image: "quay.io/signalfx/splunk-otel-collector:0.112.0", volumeMounts: [{ name: config, mountPath: /conf }]',
    '{ name: config, secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] } }',
  ),
  // The image's own file is hidden, but the collector may be told to read another.
  beside(
    `${contrib}, volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]`,
    '{ name: config, secret: { secretName: collector } }',
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
        - name: contrib
          image: docker.io/otel/opentelemetry-collector-contrib:0.136.0
          volumeMounts: [{ name: config, mountPath: /conf }]
    #                                               ^^^^^ "contrib" reads "/etc/otelcol-contrib/config.yaml", but "collector.yaml" of the volume "config" is mounted on "/conf".
        - name: caddy
          image: docker.io/library/caddy:2.10.2
          volumeMounts: [{ name: caddyfile, mountPath: /conf }]
    #                                                  ^^^^^ "caddy" reads "/etc/caddy/Caddyfile", but "Caddyfile" of the volume "caddyfile" is mounted on "/conf".
      volumes:
        - name: config
          secret: { secretName: collector, items: [{ key: "4", path: collector.yaml }] }
        - name: caddyfile
          secret: { secretName: caddy, items: [{ key: "4", path: Caddyfile }] }
  `,
  // What a Dockerfile copies: somebody else may read it, or something else is read.
  withFiles(withOtel(`args: ["--config=/etc/otelcol/config.yaml"]`), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml\nCMD ["--config=/etc/otelcol/config.yaml"]`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml\nENV CONFIG=/etc/otelcol/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(`env: [{ name: FILES, value: /etc/otelcol }]`), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml\nRUN mv /etc/otelcol/config.yaml /etc/otelcol-contrib/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml\nCOPY --from=build /etc/otelcol-contrib /etc/otelcol-contrib`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml\nCOPY config.yaml /etc/otelcol-contrib/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(`volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]`), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml\nENTRYPOINT ["/start.sh"]`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(`args: ["--set=receivers.otlp.protocols.grpc.endpoint=0.0.0.0:4317"]`), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY . /etc/otelcol/`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withOtel(``), {
    'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol/config.yaml`,
    'otel/config.yaml': 'receivers: { otlp: }',
  }),
  withFiles(withOtel(''), {
    'otel/Dockerfile': `FROM acme.example/otel/opentelemetry-collector-contrib:1\nCOPY config.yaml /etc/otelcol/config.yaml`,
    'otel/config.yaml': collectorConfig,
  }),
  withFiles(withEdge, {
    'edge/Dockerfile': `FROM nginx:1.27\nCOPY site.conf /etc/nginx/sites-enabled/site.conf\n#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "edge" does not read "/etc/nginx/sites-enabled/site.conf": nginx looks for this configuration in "/etc/nginx/conf.d".`,
    'edge/site.conf': 'server { listen 8080; location / { proxy_pass http://localhost:8081; } }',
  }),
  withFiles(withEdge, {
    'edge/Dockerfile': `FROM nginx:1.27\nCOPY site.conf /etc/nginx/conf/nginx.conf\n#              ^^^^^^^^^^^^^^^^^^^^^^^^^^ "edge" does not read "/etc/nginx/conf/nginx.conf": nginx looks for this configuration in "/etc/nginx".`,
    'edge/site.conf': 'events {} http { server { listen 8080; location / { proxy_pass http://localhost:8081; } } }',
  }),
  withFiles(withEdge, {
    'edge/Dockerfile': `FROM nginx:1.27\nCOPY site.conf /etc/nginx/snippets/proxy.conf`,
    'edge/site.conf': 'proxy_set_header Host $host;',
  }),
  withFiles(withEdge, {
    'edge/Dockerfile': `FROM nginx:1.27\nCOPY site.conf /etc/nginx/sites-enabled/site.conf\nRUN ln -s /etc/nginx/sites-enabled/site.conf /etc/nginx/conf.d/site.conf`,
    'edge/site.conf': 'server { listen 8080; location / { proxy_pass http://localhost:8081; } }',
  }),
  withFiles(withEdge, {
    'edge/Dockerfile': `FROM nginx:1.27\nCOPY site.conf /etc/nginx/sites-enabled/site.conf\nCOPY main.conf /etc/nginx/nginx.conf`,
    'edge/site.conf': 'server { listen 8080; location / { proxy_pass http://localhost:8081; } }',
    'edge/main.conf': 'events {} http { include sites-enabled/*.conf; }',
  }),
];

export const equivalent = {
  'main === undefined -> false': 'Narrows the type: what has a configuration in its image has a main file.',
  '!volume -> false': 'Narrows the type: without a volume no files are known.',
};
