import type { Contradiction, Edit } from './contradiction.ts';
import { collector, database, envoy, manifestName, nginx } from './scenes.ts';

const appsPort = (from: number, to: number): Edit => ['app/Dockerfile', `${from}`, `${to}`];

export const ofDockerfiles: readonly Contradiction[] = [
  {
    title: 'CMD listens on another port than the one that Cloud Run is told',
    scene: database,
    planted: [appsPort(8080, 8000)],
    rule: 'app-port-mismatch',
    at: ['app/Dockerfile', '8000'],
    twin: [
      [manifestName, 'containerPort: 8080', 'containerPort: 8000'],
      [manifestName, 'port: 8080', 'port: 8000'],
    ],
  },
  {
    title: 'CMD has a variable that no shell replaces',
    scene: database,
    planted: [['app/Dockerfile', '"8080"', '"$PORT"']],
    rule: 'variable-without-shell',
    at: ['app/Dockerfile', '$PORT'],
    twin: [
      [
        'app/Dockerfile',
        '["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "$PORT"]',
        'uvicorn main:app --host 0.0.0.0 --port $PORT',
      ],
    ],
  },
  {
    title: 'CMD of the application follows PORT, which Cloud Run sets for the proxy alone',
    scene: nginx,
    planted: [
      [
        'app/Dockerfile',
        '["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8081"]',
        'uvicorn main:app --port ${PORT:-8080}',
      ],
    ],
    rule: 'port-collision',
    at: ['app/Dockerfile', '${PORT:-8080}'],
    twin: [[manifestName, 'shop/app:1.4', 'shop/app:1.4\n          env: [{ name: PORT, value: "8081" }]']],
  },
  {
    title: 'CMD of the container with ports listens for itself alone',
    scene: database,
    planted: [['app/Dockerfile', '"0.0.0.0"', '"127.0.0.1"']],
    rule: 'loopback-ingress',
    at: ['app/Dockerfile', '8080'],
    twin: [['app/Dockerfile', '"127.0.0.1"', '"::"']],
  },
  {
    title: 'CMD of the application takes the port of the proxy',
    scene: nginx,
    planted: [appsPort(8081, 8080)],
    rule: 'port-collision',
    at: ['app/Dockerfile', '8080'],
    twin: [
      ['app/Dockerfile', '8080', '8090'],
      [manifestName, 'port: 8081', 'port: 8090'],
      ['edge/default.conf', '127.0.0.1:8081', '127.0.0.1:8090'],
      ['edge/default.conf', 'localhost:8081', 'localhost:8090'],
    ],
  },
  {
    title: 'a probe asks a port on which CMD does not listen',
    scene: nginx,
    planted: [[manifestName, 'port: 8081', 'port: 8082']],
    rule: 'probe-port-not-served',
    at: [manifestName, '8082'],
    twin: [
      appsPort(8081, 8082),
      ['edge/default.conf', '127.0.0.1:8081', '127.0.0.1:8082'],
      ['edge/default.conf', 'localhost:8081', 'localhost:8082'],
    ],
  },
  {
    title: 'ENV names another port than the database proxy has',
    scene: database,
    planted: [['app/Dockerfile', 'DB_PORT=5432', 'DB_PORT=5433']],
    rule: 'database-port-mismatch',
    at: ['app/Dockerfile', '5433'],
    twin: [['db/Dockerfile', '--port=5432', '--port=5433']],
  },
  {
    title: 'CMD of the database proxy names another port than the application calls',
    scene: database,
    planted: [['db/Dockerfile', '--port=5432', '--port=5433']],
    rule: 'database-port-mismatch',
    at: ['app/Dockerfile', '5432'],
    twin: [['app/Dockerfile', 'DB_PORT=5432', 'DB_PORT=5433']],
  },
  {
    title: 'CMD of the database proxy has its health checks off',
    scene: database,
    planted: [['db/Dockerfile', '"--health-check", ', '']],
    rule: 'health-check-off',
    at: [manifestName, '9090'],
    twin: [['db/Dockerfile', '"--structured-logs"', '"--structured-logs", "--health-check"']],
  },
  {
    title: 'CMD of the database proxy answers probes for itself alone',
    scene: database,
    planted: [['db/Dockerfile', '"--http-address=0.0.0.0", ', '']],
    rule: 'unreachable-probe',
    at: [manifestName, '9090'],
    twin: [['db/Dockerfile', '"--structured-logs"', '"--structured-logs", "--http-address=0.0.0.0"']],
  },
  {
    title: 'CMD of the database proxy names no instance',
    scene: database,
    planted: [['db/Dockerfile', ', "acme:europe-west1:shop"', '']],
    rule: 'database-proxy-without-instance',
    at: [manifestName, 'db'],
    twin: [
      [
        manifestName,
        'shop/db:1.4',
        'shop/db:1.4\n          env: [{ name: CSQL_PROXY_INSTANCE_CONNECTION_NAME, value: "acme:europe-west1:shop" }]',
      ],
    ],
  },
  {
    title: 'ENV calls a cache that no container is',
    scene: database,
    planted: [['app/Dockerfile', 'cache.acme.example:6379', 'localhost:6379']],
    rule: 'nobody-listens',
    at: ['app/Dockerfile', 'localhost:6379'],
    twin: [
      [
        manifestName,
        '        - name: db\n',
        '        - name: cache\n          image: docker.io/library/redis:7.4\n          resources: { limits: { cpu: 500m, memory: 256Mi } }\n        - name: db\n',
      ],
    ],
  },
  {
    title: 'ENV sends telemetry to a port that the collector does not open',
    scene: collector,
    planted: [
      [
        manifestName,
        `          env:
            - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }
            - { name: OTEL_EXPORTER_OTLP_PROTOCOL, value: http/protobuf }
`,
        '',
      ],
      [
        'app/Dockerfile',
        'COPY',
        'ENV OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4319 OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf\nCOPY',
      ],
    ],
    rule: 'agent-port-mismatch',
    at: ['app/Dockerfile', 'localhost:4319'],
    twin: [['app/Dockerfile', '4319', '4318']],
  },
  {
    title: 'ENV speaks HTTP to the port for gRPC',
    scene: collector,
    planted: [
      [
        manifestName,
        `          env:
            - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }
            - { name: OTEL_EXPORTER_OTLP_PROTOCOL, value: http/protobuf }
`,
        '',
      ],
      [
        'app/Dockerfile',
        'COPY',
        'ENV OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317 OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf\nCOPY',
      ],
    ],
    rule: 'otlp-protocol-mismatch',
    at: ['app/Dockerfile', 'localhost:4317'],
    twin: [['app/Dockerfile', 'http/protobuf', 'grpc']],
  },
  {
    title: 'CMD names a configuration that the image has elsewhere',
    scene: collector,
    planted: [['otel/Dockerfile', 'config.yaml\n', 'config.yaml\nCMD ["--config=/etc/otelcol/config.yaml"]\n']],
    rule: 'missing-config',
    at: ['otel/Dockerfile', '/etc/otelcol/config.yaml'],
    twin: [['otel/Dockerfile', '/etc/otelcol-contrib/config.yaml', '/etc/otelcol/config.yaml']],
  },
  {
    title: 'args name a configuration that the image has elsewhere',
    scene: collector,
    planted: [[manifestName, 'shop/otel:1.4', 'shop/otel:1.4\n          args: ["--config=/etc/otelcol/config.yaml"]']],
    rule: 'missing-config',
    at: [manifestName, '/etc/otelcol/config.yaml'],
    twin: [['otel/Dockerfile', '/etc/otelcol-contrib/config.yaml', '/etc/otelcol/config.yaml']],
  },
  {
    title: 'args name a configuration of Envoy that the image has under another name',
    scene: envoy,
    planted: [[manifestName, 'shop/edge:1.4', 'shop/edge:1.4\n          args: ["-c", "/etc/envoy/edge.yaml"]']],
    rule: 'missing-config',
    at: [manifestName, '"/etc/envoy/edge.yaml"'],
    twin: [['edge/Dockerfile', '/etc/envoy/envoy.yaml', '/etc/envoy/edge.yaml']],
  },
];
