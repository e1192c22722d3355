import { type Example, template, beside as withFiles } from '../../../src/examples.ts';

/** A service beside which this container runs. */
function beside(container: string): Example {
  return template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - { ${container} }
  `;
}

const key = '{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }';
const datadog = `name: datadog, image: "gcr.io/datadoghq/agent:7"`;
const fluentBit = 'name: logs, image: "docker.io/fluent/fluent-bit:3.2"';
const pcap = 'name: pcap, image: "us-central1-docker.pkg.dev/pcap-sidecar/pcap-sidecar/pcap-sidecar:v1.0.0"';

export default [
  // An image that may be anything, or settings that a template or a configuration may bring.
  beside(
    'name: datadog, image: "docker.io/acme/telemetry:7", env: [{ name: DD_HEALTH_PORT, value: "12345" }], startupProbe: { tcpSocket: { port: 5555 } }',
  ),
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: datadog
          image: gcr.io/datadoghq/agent:7
          startupProbe: { tcpSocket: { port: 5555 } }
          env:
            - name: DD_API_KEY
              valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
            {{- include "shop.datadog" . | nindent 8 }}
  `,
  beside(
    `${datadog}, env: [${key}], volumeMounts: [{ name: config, mountPath: /etc/datadog-agent }], startupProbe: { tcpSocket: { port: 5555 } }`,
  ),
  beside(
    'name: tailscale, image: "us-docker.pkg.dev/acme/sidecars/tailscale:1", startupProbe: { tcpSocket: { port: 9002 } }',
  ),
  // A port that is not said, here or there.
  beside(`${datadog}, env: [${key}], startupProbe: { tcpSocket: {} }`),
  beside(`${fluentBit}, args: ["-H", "-P", "\${PORT}"], startupProbe: { httpGet: { path: /, port: 2020 } }`),
  // A database proxy has rules of its own.
  beside(
    'name: proxy, image: "gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.3", args: ["projects/acme-prod/locations/europe-west1/clusters/shop/instances/main"], startupProbe: { httpGet: { path: /startup, port: 9090 } }',
  ),
  // Of a port that is none for health checks, "probe-port-not-served" speaks.
  beside(
    `${datadog}, env: [${key}, { name: DD_APM_RECEIVER_PORT, value: "\${PORT}" }], startupProbe: { tcpSocket: { port: 8126 } }`,
  ),
  beside(
    'name: agent, image: "docker.io/grafana/alloy:v1.5.0", args: ["run", "--server.http.listen-addr=0.0.0.0:12346", "/etc/alloy/config.alloy"], startupProbe: { tcpSocket: { port: 12345 } }',
  ),
  beside(`${pcap}, startupProbe: { tcpSocket: { port: 8080 } }`),
  beside(
    'name: tunnel, image: "docker.io/cloudflare/cloudflared:2025.1.0", args: ["tunnel", "run"], startupProbe: { httpGet: { path: /ready, port: 2000 } }',
  ),
  // An input of its own, or a configuration that may move the port.
  beside(
    `${fluentBit}, args: ["-i", "http", "-p", "port=9880", "-o", "stdout", "-H", "-P", "2021"], startupProbe: { tcpSocket: { port: 9880 } }`,
  ),
  beside(
    `${fluentBit}, args: ["-H", "-P", "2021"], volumeMounts: [{ name: config, mountPath: /fluent-bit/etc }], startupProbe: { httpGet: { path: /, port: 2020 } }`,
  ),
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: datadog
          image: gcr.io/datadoghq/agent:7
          env: [${key}, { name: DD_HEALTH_PORT, value: "0" }]
          startupProbe: { tcpSocket: { port: 5555 } }
    #                                        ^^^^ The startup probe asks "datadog" on port 5555, but "DD_HEALTH_PORT" is 0.
        - name: traces
          image: gcr.io/datadoghq/agent:7
          env: [${key}, { name: DD_APM_RECEIVER_PORT, value: "9126" }, { name: DD_HEALTH_PORT, value: "5556" }]
          startupProbe: { tcpSocket: { port: 8126 } }
    #                                        ^^^^ The startup probe asks "traces" on port 8126, but "DD_HEALTH_PORT" is 5556.
        - name: dogstatsd
          image: gcr.io/datadoghq/serverless-init:1
          env: [${key}]
          # That port takes datagrams, which no probe sends.
          startupProbe: { tcpSocket: { port: 8125 } }
    #                                        ^^^^ The startup probe asks "dogstatsd" on port 8125, but "DD_HEALTH_PORT" is not set, so nothing listens there.
        - name: vector
          image: docker.io/timberio/vector:0.43.0-alpine
          startupProbe: { httpGet: { path: /health, port: 8686 } }
    #                                                     ^^^^ The startup probe asks "vector" on port 8686, but the configuration of its image opens no such port.
        - name: pcap
          image: us-central1-docker.pkg.dev/pcap-sidecar/pcap-sidecar/pcap-sidecar:v1.0.0
          env: [{ name: PCAP_HC_PORT, value: "12346" }]
          startupProbe: { tcpSocket: { port: 12345 } }
    #                                        ^^^^^ The startup probe asks "pcap" on port 12345, but "PCAP_HC_PORT" is 12346.
  `,
  // What its configuration beside the manifest says.
  withFiles(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            startupProbe: { httpGet: { path: /, port: 13133 } }
      #                                               ^^^^^ The startup probe asks "otel" on port 13133, but its configuration starts no health check.
      # = Describe "health_check" with the endpoint "0.0.0.0:13133", and name it in "extensions" of "service".
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { level: none } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
      `,
    },
  ),
  withFiles(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            startupProbe: { httpGet: { path: /, port: 13133 } }
      #                                               ^^^^^ The startup probe asks "otel" on port 13133, but its health check is on port 13134.
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        extensions: { health_check: { endpoint: "0.0.0.0:13134" } }
        service: { extensions: [health_check], telemetry: { metrics: { level: none } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
      `,
    },
  ),
  withFiles(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        extensions: { acme: }
        service: { extensions: [acme], telemetry: { metrics: { level: none } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
      `,
    },
  ),
  withFiles(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            startupProbe: { tcpSocket: { port: 4317 } }
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { level: none } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
      `,
    },
  ),
  withFiles(
    template`
      spec:
        containers:
          - name: edge
            image: europe-docker.pkg.dev/acme/shop/edge:1
            ports: [{ containerPort: 8080 }]
            startupProbe: { tcpSocket: { port: 9901 } }
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", env: [{ name: PORT, value: "8081" }] }
    `,
    {
      'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf',
      'edge/default.conf': 'server { listen 8080; location / { proxy_pass http://localhost:8081; } }',
    },
  ),
];

export const equivalent = {
  "member.product?.confidence !== 'source' -> false":
    'What the catalogue says of a health check has its source in each product today.',
};
