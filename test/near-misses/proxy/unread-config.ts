import { type Example, template } from '../../../src/examples.ts';

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
];

export const equivalent = {
  'main === undefined -> false': 'Narrows the type: what has a configuration in its image has a main file.',
  '!volume -> false': 'Narrows the type: without a volume no files are known.',
};
