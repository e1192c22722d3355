import type { Contradiction } from './contradiction.ts';
import { collector, manifestName } from './scenes.ts';

const config = 'otel/config.yaml';
const endpoint = 'localhost:4318';

export const ofCollectors: readonly Contradiction[] = [
  {
    title: 'the receiver is on another port than the application sends to',
    scene: collector,
    planted: [[config, '0.0.0.0:4318', '0.0.0.0:5318']],
    rule: 'agent-port-mismatch',
    at: [manifestName, endpoint],
    twin: [[manifestName, endpoint, 'localhost:5318']],
  },
  {
    title: 'the receiver has no HTTP, which the application speaks',
    scene: collector,
    planted: [[config, '      http: { endpoint: 0.0.0.0:4318 }\n', '']],
    rule: 'agent-port-mismatch',
    at: [manifestName, endpoint],
    twin: [
      [manifestName, endpoint, 'localhost:4317'],
      [manifestName, 'http/protobuf', 'grpc'],
    ],
  },
  {
    title: 'the receivers have changed their ports',
    scene: collector,
    planted: [
      [config, '0.0.0.0:4317', '0.0.0.0:4320'],
      [config, '0.0.0.0:4318', '0.0.0.0:4317'],
      [config, '0.0.0.0:4320', '0.0.0.0:4318'],
    ],
    rule: 'otlp-protocol-mismatch',
    at: [manifestName, endpoint],
    twin: [[manifestName, 'http/protobuf', 'grpc']],
  },
  {
    title: 'the receiver is described, but no pipeline takes from it',
    scene: collector,
    planted: [
      [config, 'receivers: [otlp], ', 'receivers: [prometheus], '],
      [config, 'receivers: [otlp, prometheus]', 'receivers: [prometheus]'],
    ],
    rule: 'nobody-listens',
    at: [manifestName, endpoint],
    twin: [[config, 'receivers: [prometheus], processors', 'receivers: [otlp], processors']],
  },
  {
    title: 'a probe asks health_check, which the service does not start',
    scene: collector,
    planted: [[config, '  extensions: [health_check]\n', '']],
    rule: 'agent-probe-mismatch',
    at: [manifestName, '13133'],
    twin: [[config, 'service:\n', 'service:\n  extensions: [health_check]\n']],
  },
  {
    title: 'a probe asks health_check, which listens for the instance alone',
    scene: collector,
    planted: [[config, 'health_check: { endpoint: 0.0.0.0:13133 }', 'health_check:']],
    rule: 'unreachable-probe',
    at: [manifestName, '13133'],
    twin: [['otel/Dockerfile', '0.120.0', '0.103.1']],
  },
  {
    title: 'a probe asks health_check on another port',
    scene: collector,
    planted: [[config, '0.0.0.0:13133', '0.0.0.0:13134']],
    rule: 'agent-probe-mismatch',
    at: [manifestName, '13133'],
    twin: [[manifestName, '13133', '13134']],
  },
  {
    title: 'a probe asks health_check at another path',
    scene: collector,
    planted: [[config, '0.0.0.0:13133 }', '0.0.0.0:13133, path: /health/status }']],
    rule: 'unanswered-agent-probe',
    at: [manifestName, '13133'],
    twin: [[manifestName, 'path: /,', 'path: /health/status,']],
  },
  {
    title: 'a pipeline names an exporter that is not described',
    scene: collector,
    planted: [[config, '  googlecloud:\n', '  google_cloud:\n']],
    rule: 'undefined-component',
    at: [config, 'googlecloud'],
    twin: [
      [config, 'exporters: [googlecloud, otlp/hub]', 'exporters: [google_cloud, otlp/hub]'],
      [config, 'exporters: [googlecloud]', 'exporters: [google_cloud]'],
    ],
  },
  {
    title: 'the service names an extension that is not described',
    scene: collector,
    planted: [[config, 'extensions: [health_check]', 'extensions: [health_check, zpages]']],
    rule: 'undefined-component',
    at: [config, 'zpages'],
    twin: [[config, 'extensions:\n', 'extensions:\n  zpages: { endpoint: localhost:55679 }\n']],
  },
  {
    title: 'a target to scrape is a host of a compose file',
    scene: collector,
    planted: [[config, 'localhost:8080', 'web:8080']],
    rule: 'unknown-host',
    at: [config, '"web:8080"'],
    twin: [[config, 'web:8080', 'app:8080']],
  },
  {
    title: 'own metrics take the port of the application',
    scene: collector,
    planted: [[config, 'metrics: { level: none }', 'metrics: { address: "0.0.0.0:8080" }']],
    rule: 'port-collision',
    at: [config, '"0.0.0.0:8080"'],
    twin: [[config, '0.0.0.0:8080', '0.0.0.0:8888']],
  },
  {
    title: 'own metrics go by gRPC to a receiver that has no gRPC',
    scene: collector,
    planted: [
      [config, '      grpc: { endpoint: 0.0.0.0:4317 }\n', ''],
      [
        config,
        'metrics: { level: none }',
        'metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: grpc, endpoint: "http://localhost:4317" } } } }] }',
      ],
    ],
    rule: 'agent-port-mismatch',
    at: [config, '"http://localhost:4317"'],
    twin: [
      [
        config,
        'protocol: grpc, endpoint: "http://localhost:4317"',
        'protocol: http/protobuf, endpoint: "http://localhost:4318"',
      ],
    ],
  },
  {
    title: 'an exporter sends to a receiver of the same collector',
    scene: collector,
    planted: [[config, 'telemetry.acme.example:4317', 'localhost:4317']],
    rule: 'agent-sends-to-itself',
    at: [config, '"localhost:4317"'],
    twin: [[config, 'localhost:4317', 'telemetry.acme.example:443']],
  },
  {
    title: 'all telemetry ends in the log',
    scene: collector,
    planted: [
      [config, '  googlecloud:\n  otlp/hub: { endpoint: "telemetry.acme.example:4317" }\n', '  debug:\n'],
      [config, '[googlecloud, otlp/hub]', '[debug]'],
      [config, '[googlecloud]', '[debug]'],
    ],
    rule: 'telemetry-goes-nowhere',
    at: [config, 'debug'],
    twin: [
      [config, '  debug:\n', '  debug:\n  googlecloud:\n'],
      [
        config,
        '{ receivers: [otlp, prometheus], exporters: [debug] }',
        '{ receivers: [otlp, prometheus], exporters: [debug, googlecloud] }',
      ],
    ],
  },
  {
    title: 'the file is no YAML',
    scene: collector,
    planted: [[config, '[otlp, prometheus]', '[otlp, prometheus']],
    rule: 'unreadable-config',
    at: [config, ''],
    twin: [[config, '[otlp, prometheus', '[otlp, prometheus]']],
  },
  {
    title: 'the image has the configuration where this distribution does not look',
    scene: collector,
    planted: [['otel/Dockerfile', '/etc/otelcol-contrib/config.yaml', '/etc/otelcol/config.yaml']],
    rule: 'unread-config',
    at: ['otel/Dockerfile', '/etc/otelcol/config.yaml'],
    twin: [['otel/Dockerfile', 'opentelemetry-collector-contrib:', 'opentelemetry-collector:']],
  },
  {
    title: 'the receiver listens for the instance on a port of the application',
    scene: collector,
    planted: [[config, 'grpc: { endpoint: 0.0.0.0:4317 }', 'grpc: { endpoint: "localhost:8080" }']],
    rule: 'port-collision',
    at: [config, '"localhost:8080"'],
    twin: [[config, 'localhost:8080" }', 'localhost:4317" }']],
  },
];
