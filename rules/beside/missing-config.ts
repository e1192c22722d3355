import { beside, template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Member } from '../../src/rule-kit.ts';

const service = template`
  spec:
    containers:
      - name: app
        image: europe-docker.pkg.dev/acme/shop/app:1.4
        ports:
          - containerPort: 8080
      - name: otel
        image: europe-docker.pkg.dev/acme/shop/otel:1.4
`;

const config = `
  receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } }
  exporters: { googlecloud: {} }
  service: { pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
`;

export default defineRule({
  id: 'missing-config',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'The command line of a collector or of Envoy names a configuration that its image does not have.',
  why: 'The program exits at once: `open /etc/otelcol/config.yaml: no such file or directory`. The images of one collector differ in their folders, and a file that the Dockerfile copies to one of them is not found in another.',
  remedy:
    'Name the file as the Dockerfile copies it, copy it to where it is looked for, or mount a volume with it there.',
  references: [
    'https://github.com/open-telemetry/opentelemetry-collector-releases/tree/main/distributions',
    'https://www.envoyproxy.io/docs/envoy/latest/start/docker',
  ],
  bad: [
    beside(service, {
      'otel/Dockerfile': `
        FROM otel/opentelemetry-collector-contrib:0.136.0
        COPY config.yaml /etc/otelcol-contrib/config.yaml
        CMD ["--config=/etc/otelcol/config.yaml"]
        #              ^^^^^^^^^^^^^^^^^^^^^^^^ "otel" is set to read "/etc/otelcol/config.yaml", but its image has no such file, so it exits.
        # = The Dockerfile copies "config.yaml" to "/etc/otelcol-contrib/config.yaml": name that, or copy it to "/etc/otelcol/config.yaml".
      `,
      'otel/config.yaml': config,
    }),
  ],
  good: [
    beside(service, {
      'otel/Dockerfile': `
        FROM otel/opentelemetry-collector-contrib:0.136.0
        COPY config.yaml /etc/otel/config.yaml
        CMD ["--config=/etc/otel/config.yaml"]
      `,
      'otel/config.yaml': config,
    }),
  ],
  *check(workload) {
    for (const member of instanceOf(workload).members) {
      for (const { on, path } of member.beside?.missing ?? []) {
        const { container, label } = member;
        yield {
          on,
          message: `"${label}" is set to read "${path}", but its image has no such file, so it exits.`,
          help: helpFor(member, path),
          related: [{ on: container.field, message: `"${label}" is started here.` }],
        };
      }
    }
  },
});

/** Where the Dockerfile copies a file of the same ending, if to one place alone. */
function helpFor({ beside }: Member, path: string): string {
  const ending = path.slice(path.lastIndexOf('.'));
  const copies = beside?.build.copies.filter(({ target = '' }) => target.endsWith(ending)) ?? [];
  const [only] = copies.length === 1 ? copies : [];
  return only
    ? `The Dockerfile copies "${only.sources[0]?.text}" to "${only.target}": name that, or copy it to "${path}".`
    : `Copy the file to "${path}" in the Dockerfile, or name the one that is there.`;
}
