import { beside, template } from '../../src/examples.ts';
import { defineRule, didYouMean, wrongIn } from '../../src/rule-kit.ts';

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
  id: 'undefined-component',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'The configuration of a collector uses a component that it does not describe, or that of Envoy a cluster.',
  why: 'The collector checks what its pipelines and `service.extensions` name before it starts anything. If one of these is described nowhere, it exits with `references exporter "…" which is not configured`, and nothing takes the telemetry. Envoy checks the clusters of its routes in the same way and exits with `route: unknown cluster`. Cloud Run sees a container that ends, and the revision does not become ready.',
  remedy:
    'Describe the component in its section (`receivers`, `processors`, `exporters`, `connectors`, `extensions`) under the same name, or take it out of `service`. One without settings is described by its name alone: `batch:`.',
  references: [
    'https://opentelemetry.io/docs/collector/configuration/',
    'https://github.com/logzio/logzio-helm/issues/48',
    'https://github.com/envoyproxy/envoy/issues/16850',
  ],
  bad: [
    beside(service, {
      'otel/Dockerfile': dockerfile,
      'otel/config.yaml': `
        receivers:
          otlp:
            protocols:
              grpc:
                endpoint: 0.0.0.0:4317
        exporters:
          googlecloud:
        service:
          extensions: [health_check]
        #              ^^^^^^^^^^^^ The extension "health_check" is used here, but described nowhere in this file, so "otel" exits.
          pipelines:
            traces:
              receivers: [otlp]
              processors: [batch]
        #                  ^^^^^ The processor "batch" is used here, but described nowhere in this file, so "otel" exits.
              exporters: [google-cloud]
        #                 ^^^^^^^^^^^^ The exporter "google-cloud" is used here, but described nowhere in this file, so "otel" exits. Did you mean "googlecloud"?
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
              grpc:
                endpoint: 0.0.0.0:4317
        processors:
          batch:
        connectors:
          spanmetrics:
        exporters:
          googlecloud:
        extensions:
          health_check:
            endpoint: 0.0.0.0:13133
        service:
          extensions: [health_check]
          pipelines:
            traces:
              receivers: [otlp]
              processors: [batch]
              exporters: [googlecloud, spanmetrics]
            metrics:
              receivers: [spanmetrics]
              exporters: [googlecloud]
      `,
    }),
  ],
  *check(workload) {
    for (const { defect, member, inManifest } of wrongIn(workload, 'undefined-component')) {
      const { on, what, name, known } = defect;
      yield {
        on,
        message: `The ${what} "${name}" is used here, but described nowhere in this file, so "${member.label}" exits.${didYouMean(name, known)}`,
        help: `Describe "${name}" under "${what}s", or take it out here.`,
        ...inManifest,
      };
    }
  },
});
