import { beside, type Example, template } from '../../../src/examples.ts';

/** A shop with these variables beside these other containers. */
function shop(env: string, ...others: readonly string[]): Example {
  return template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [${env}]
        ${others.map((other) => `- { ${other} }`).join('\n        ')}
  `;
}

const key = '{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: datadog, key: "1" } } }';
const datadog = `name: datadog, image: "gcr.io/datadoghq/agent:7", env: [${key}]`;
const collector = 'name: collector, image: "docker.io/otel/opentelemetry-collector-contrib:0.110.0"';
const otlp = '{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:5318" }';

export default [
  // The port is filled in, or the agent's is, or it is in an image of the team's own.
  shop('{ name: DD_AGENT_HOST, value: localhost }, { name: DD_TRACE_AGENT_PORT, value: "${PORT}" }', datadog),
  shop(
    '{ name: DD_TRACE_AGENT_PORT, value: "9126" }',
    `name: datadog, image: "gcr.io/datadoghq/agent:7", env: [${key}, { name: DD_APM_RECEIVER_PORT, value: "\${PORT}" }]`,
  ),
  shop(
    '{ name: DD_TRACE_AGENT_PORT, value: "9126" }',
    `name: datadog, image: "europe-west1-docker.pkg.dev/acme-prod/sidecars/datadog-agent:7", env: [${key}]`,
  ),
  // The agent inside the application takes them.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          command: ["/app/datadog-init", "node", "server.js"]
          env: [{ name: DD_TRACE_AGENT_URL, value: "http://localhost:8136" }]
        - { ${datadog} }
  `,
  // No agent for Datadog's traces, a host outside, or two agents to choose from.
  shop('{ name: DD_TRACE_AGENT_URL, value: "http://localhost:8136" }', collector),
  shop('{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://telemetry:5318" }', collector),
  shop(otlp, collector, 'name: second, image: "docker.io/otel/opentelemetry-collector-contrib:0.110.0"'),
  // What nobody knows may listen there; a second agent, all of whose ports are known, does not, and no application.
  shop(otlp, collector, 'name: relay, image: "docker.io/acme/relay:1.4.2"'),
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DD_TRACE_AGENT_PORT, value: "8136" }]
    #                                               ^^^^^^ "shop" sends its telemetry to port 8136, but "datadog" takes it on 8126.
        - { ${datadog} }
        - { ${collector} }
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
        - name: worker
          image: docker.io/acme/worker:1.4.2
          env: [${otlp}]
    #                                                               ^^^^^^^^^^^^^^ "worker" sends its telemetry to port 5318, but "collector" takes it on 4317 and 4318.
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://collector:5318" }]
    #                                                               ^^^^^^^^^^^^^^ "shop" sends its telemetry to port 5318, but "collector" takes it on 4317 and 4318.
        - name: collector
          image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
  `,
  // Told so by a setting, it listens there even in an image of the team's own.
  template`
    spec:
      containers:
        - name: shop
          image: docker.io/acme/shop:1.4.2
          ports: [{ containerPort: 8080 }]
          env: [{ name: DD_TRACE_AGENT_PORT, value: "8126" }]
    #                                               ^^^^^^ "shop" sends its telemetry to port 8126, but "datadog" takes it on 9126.
        - name: datadog
          image: europe-west1-docker.pkg.dev/acme-prod/sidecars/datadog-agent:7
          env: [${key}, { name: DD_APM_RECEIVER_PORT, value: "9126" }]
  `,
  // A call to a database is no telemetry.
  shop(
    '{ name: DATABASE_URL, value: "postgresql://shop@localhost:5433/orders" }',
    'name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1", args: ["acme-prod:europe-west1:orders"]',
  ),
  // Its own configuration may move one of two receivers that has no setting.
  shop(
    otlp,
    'name: refinery, image: "docker.io/honeycombio/refinery:2.9", volumeMounts: [{ name: rules, mountPath: /etc/refinery }], env: [{ name: REFINERY_GRPC_LISTEN_ADDRESS, value: "0.0.0.0:4317" }]',
  ),
  // An agent that takes no OTLP at all listens on no port for it: "otlp-receiver-off" reports it.
  shop(otlp, datadog),
  // What a collector tells of itself.
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            env: []
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: grpc, endpoint: "http://localhost:4319" } } } }] } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
        #                                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^ "otel" sends its own metrics to port 4319, but "otel" takes it on 4317 and 4318.
      `,
    },
  ),
  beside(
    template`
      spec:
        containers:
          - { name: app, image: "europe-docker.pkg.dev/acme/shop/app:1", ports: [{ containerPort: 8080 }] }
          - name: otel
            image: europe-docker.pkg.dev/acme/shop/otel:1
            env: []
    `,
    {
      'otel/Dockerfile':
        'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml',
      'otel/config.yaml': `
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } } }
        exporters: { googlecloud: }
        service: { telemetry: { metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: http/protobuf, endpoint: "http://localhost:4318" } } } }] } }, pipelines: { traces: { receivers: [otlp], exporters: [googlecloud] } } }
      `,
    },
  ),
];

export const equivalent = {
  'needs.sidecars -> left out': 'Only saves time: in a container alone there is no agent to be meant.',
};
