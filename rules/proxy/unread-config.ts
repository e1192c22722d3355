import { beside, template } from '../../src/examples.ts';
import {
  baseName,
  beginningOf,
  defineRule,
  folderOf,
  type HelpfulFinding,
  instanceOf,
  type Member,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unread-config',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['volumeMounts'], beside: true },
  summary: 'A configuration is mounted or copied to a folder in which the product does not look for it.',
  why: `The product starts all the same, on the configuration of its image or on none, and what you wrote has no effect. The images look alike and differ in their folders: \`opentelemetry-collector-contrib\` reads \`/etc/otelcol-contrib/config.yaml\`, \`opentelemetry-collector\` reads \`/etc/otelcol/config.yaml\`.`,
  remedy:
    'Mount the volume on the folder that the message names, or name the file in the arguments: `--config=/etc/collector/config.yaml`, `envoy -c`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/services/secrets',
    'https://github.com/open-telemetry/opentelemetry-collector-releases/tree/main/distributions',
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
      #           ~~~~~~ The volume holds only this.
            secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] }
    `,
    beside(
      template`
        spec:
          containers:
            - name: shop
              image: europe-docker.pkg.dev/acme/shop/app:1.4
              ports: [{ containerPort: 8080 }]
            - name: collector
              image: europe-docker.pkg.dev/acme/shop/collector:1.4
      `,
      {
        'collector/Dockerfile': `
          FROM otel/opentelemetry-collector-contrib:0.136.0
          COPY config.yaml /etc/otelcol/config.yaml
          #                ^^^^^^^^^^^^^^^^^^^^^^^^ "collector" does not read "/etc/otelcol/config.yaml": OpenTelemetry Collector looks for this configuration in "/etc/otelcol-contrib".
          # = Copy it to "/etc/otelcol-contrib/config.yaml".
        `,
        'collector/config.yaml': `
          receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } }
          exporters: { googlecloud: {} }
          service: { pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
        `,
      },
    ),
  ],
  good: [
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
        volumes:
          - name: config
            secret: { secretName: collector, items: [{ key: "4", path: config.yaml }] }
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
      yield* copiesOf(member);
      const main = member.product?.config?.main;
      if (main === undefined || member.config !== 'stock' || member.commandLine.givesProgram) continue;
      for (const { field, path, volume, volumeName } of member.container.mounts) {
        if (field.get('subPath').exists) continue;
        const file = volume?.files?.find((name) => isNamedLike(name, main) && !isNamed(member, `${path}/${name}`));
        if (!volume || file === undefined) continue;
        yield {
          on: field.get('mountPath'),
          message: `"${member.label}" reads "${main}", but "${file}" of the volume "${volumeName}" is mounted on "${path}".`,
          help: `Mount it at "${main.slice(0, main.lastIndexOf('/'))}" as "${baseName(main)}", or name the file in the arguments of "${member.label}".`,
          related: [{ on: volume.field, message: 'The volume holds only this.' }],
        };
      }
    }
  },
});

/** What its Dockerfile puts where nobody looks. */
function* copiesOf({ beside, container, label }: Member): Iterable<HelpfulFinding> {
  for (const { at, on, source, wanted } of beside?.unread ?? []) {
    yield {
      on,
      message: `"${label}" does not read "${at}": ${beside?.product?.name} looks for this configuration in "${folderOf(wanted)}".`,
      help: `Copy it to "${wanted}".`,
      related: [
        { on: beginningOf(source), message: 'The configuration.' },
        { on: container.field, message: `"${label}" is built from it.` },
      ],
    };
  }
}

/** Whether an argument or a variable names a file: what it names is read by its reader. */
function isNamed({ container }: Member, file: string): boolean {
  return container.texts.some(({ text }) => text?.includes(file));
}

/** Whether a file has the main file's name, or its ending. */
function isNamedLike(file: string, main: string): boolean {
  const name = baseName(main);
  const dot = name.lastIndexOf('.');
  return file === name || (dot > 0 && file.endsWith(name.slice(dot)));
}
