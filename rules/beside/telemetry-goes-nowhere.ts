import { beside, template } from '../../src/examples.ts';
import { defineRule, quoteNames, wrongIn } from '../../src/rule-kit.ts';

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

const dockerfile = `
  FROM otel/opentelemetry-collector-contrib:0.120.0
  COPY config.yaml /etc/otelcol-contrib/config.yaml
`;

export default defineRule({
  id: 'telemetry-goes-nowhere',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'All that a collector receives is printed or dropped.',
  why: 'The exporters `debug` and `logging` write what they get to the log, and `nop` drops it. Where a configuration has no other, traces and metrics never reach anybody who could look at them, while the container costs CPU and memory, and its log costs money.',
  remedy:
    'Add an exporter that sends: `googlecloud`, `googlemanagedprometheus`, `otlp` or `otlphttp` with an `endpoint`.',
  references: [
    'https://github.com/open-telemetry/opentelemetry-collector/tree/main/exporter/debugexporter',
    'https://opentelemetry.io/docs/collector/configuration/#exporters',
  ],
  bad: [
    beside(service, {
      'otel/Dockerfile': dockerfile,
      'otel/config.yaml': `
        receivers:
          otlp:
            protocols:
              http:
                endpoint: 0.0.0.0:4318
        exporters:
          debug:
        service:
          pipelines:
            traces:
              receivers: [otlp]
              exporters: [debug]
        #                 ^^^^^ All that "otel" receives ends in "debug", so nobody gets it.
      `,
    }),
  ],
  good: [
    beside(service, {
      'otel/Dockerfile': dockerfile,
      'otel/config.yaml': `
        receivers:
          otlp:
            protocols:
              http:
                endpoint: 0.0.0.0:4318
        exporters:
          debug:
          googlecloud:
        service:
          pipelines:
            traces:
              receivers: [otlp]
              exporters: [debug, googlecloud]
      `,
    }),
  ],
  *check(workload) {
    for (const { defect, member, inManifest } of wrongIn(workload, 'nowhere')) {
      yield {
        on: defect.on,
        message: `All that "${member.label}" receives ends in ${quoteNames(defect.exporters)}, so nobody gets it.`,
        help: 'Add an exporter that sends, such as "googlecloud", or "otlphttp" with an "endpoint".',
        ...inManifest,
      };
    }
  },
});
