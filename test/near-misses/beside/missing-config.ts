import { beside, template } from '../../../src/examples.ts';

const config = `
  receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } }
  exporters: { googlecloud: {} }
  service: { pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
`;

const service = template`
  spec:
    containers:
      - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
      - { name: otel, image: "europe-docker.pkg.dev/acme/shop/otel:1" }
`;

/** The same with a command line in the manifest. */
const mounted = (files: string) => template`
  spec:
    containers:
      - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
      - name: otel
        image: europe-docker.pkg.dev/acme/shop/otel:1
        args: ["--config", "file:/etc/collector/config.yaml"]
        volumeMounts: [{ name: config, mountPath: /etc/collector }]
    volumes: [{ name: config, ${files} }]
`;

const built = (lines: string) => ({
  'otel/Dockerfile': `FROM otel/opentelemetry-collector-contrib:0.136.0\n${lines}`,
  'otel/config.yaml': config,
  'otel/other.yaml': config,
});

export default [
  // Several files, or none, and nobody knows which one is meant.
  beside(
    service,
    built(`
      COPY config.yaml /etc/otelcol-contrib/config.yaml
      COPY other.yaml /etc/otelcol-contrib/other.yaml
      CMD ["--config=/conf/config.yaml"]
      #              ^^^^^^^^^^^^^^^^^ "otel" is set to read "/conf/config.yaml", but its image has no such file, so it exits.
      # = Copy the file to "/conf/config.yaml" in the Dockerfile, or name the one that is there.
    `),
  ),
  // The volume has it under another name.
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            args: ["--config", "file:/etc/collector/config.yaml"]
      #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ "otel" is set to read "/etc/collector/config.yaml", but its image has no such file, so it exits.
            volumeMounts: [{ name: config, mountPath: /etc/collector }]
        volumes: [{ name: config, secret: { secretName: c, items: [{ key: "1", path: collector.yaml }] } }]
    `,
    built('USER 10001'),
  ),
  // What a volume holds may be anything, or has the name.
  beside(mounted('secret: { secretName: c, items: [{ key: "1", path: config.yaml }] }'), built('USER 10001')),
  beside(mounted('emptyDir: { medium: Memory }'), built('USER 10001')),
  beside(
    mounted('csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: b } }'),
    built('USER 10001'),
  ),
  // The image of the makers has it, or the image is built in a way that may write it.
  beside(service, built('CMD ["--config=/etc/otelcol-contrib/config.yaml"]')),
  beside(service, built('RUN wget -P /conf https://acme.example/config.yaml\nCMD ["--config=/conf/config.yaml"]')),
  beside(service, built('COPY --from=build /conf /conf\nCMD ["--config=/conf/config.yaml"]')),
  // Such an image may have any file.
  beside(service, {
    'otel/Dockerfile': 'FROM acme.example/otel/collector:1\nCMD ["--config=/conf/config.yaml"]',
  }),
  beside(service, {
    'otel/Dockerfile': 'FROM otel/opentelemetry-collector-contrib:0.30.0\nCMD ["--config=/etc/otel/config.yaml"]',
  }),
  // No file, or one below a folder that nobody knows.
  beside(service, built('CMD ["--config=env:CONFIG"]')),
  beside(service, built('CMD ["--config=config.yaml"]')),
  beside(service, built('ENTRYPOINT ["/start.sh"]\nCMD ["--config=/conf/config.yaml"]')),
];
