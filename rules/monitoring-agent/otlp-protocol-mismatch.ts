import { template } from '../../src/examples.ts';
import { type Dial, defineRule, type HelpfulFinding, instanceOf, type Member } from '../../src/rule-kit.ts';

const prefix = 'OTEL_EXPORTER_OTLP_';

export default defineRule({
  id: 'otlp-protocol-mismatch',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['env'], beside: true },
  summary: 'Telemetry is sent over gRPC to the port for HTTP, or the other way round.',
  why: `OpenTelemetry collectors, and Datadog's agents, take OTLP over gRPC on port 4317 and over HTTP on port 4318. A client that speaks the other protocol is turned away, and every export fails, often without more than a line in the log.`,
  remedy: `Let \`OTEL_EXPORTER_OTLP_PROTOCOL\` and the port agree: \`grpc\` with 4317, \`http/protobuf\` or \`http/json\` with 4318.`,
  references: [
    'https://opentelemetry.io/docs/specs/otel/protocol/exporter/',
    'https://opentelemetry.io/docs/specs/otlp/',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4318
      #                       ^^^^^^^^^^^^^^ "shop" sends OTLP over gRPC to port 4318, which takes HTTP.
              - name: OTEL_EXPORTER_OTLP_PROTOCOL
                value: grpc
      #                ~~~~ Its protocol is set to gRPC here.
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
                value: http://datadog:4317/v1/traces
      #                       ^^^^^^^^^^^^ "shop" sends OTLP over HTTP to port 4317, which takes gRPC.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT
                value: 0.0.0.0:4317
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4317
              - name: OTEL_EXPORTER_OTLP_PROTOCOL
                value: grpc
              - name: OTEL_EXPORTER_OTLP_METRICS_ENDPOINT
                value: http://localhost:4318/v1/metrics
              - name: OTEL_EXPORTER_OTLP_METRICS_PROTOCOL
                value: http/protobuf
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4318
              - name: OTEL_EXPORTER_OTLP_PROTOCOL
                value: grpc
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT
                value: 0.0.0.0:4318
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }
              - { name: OTEL_EXPORTER_OTLP_PROTOCOL, value: grpc }
              # Nothing is left for which the two hold.
              - { name: OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, value: http/protobuf }
              - { name: OTEL_EXPORTER_OTLP_METRICS_PROTOCOL, value: http/protobuf }
              - { name: OTEL_LOGS_EXPORTER, value: none }
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    `,
  ],
  *check(workload) {
    const { dials, listeners } = instanceOf(workload);
    // Where ports for OTLP are known, custom says nothing: "agent-port-mismatch" reports one that nobody takes.
    const isKnown = listeners.some(({ protocol }) => protocol?.startsWith('otlp'));
    for (const dial of dials) {
      const { member, name, on, port } = dial;
      if (dial.source === 'file') yield* inConfiguration(dial);
      if (!name.startsWith(prefix) || !name.endsWith('ENDPOINT')) continue;
      const takes = dial.listener || !isKnown ? takenBy(dial) : undefined;
      if (takes === undefined) continue;
      const { settings } = member;
      if (name === `${prefix}ENDPOINT` && signals.every((signal) => isApart(member, signal))) continue;
      const protocol = settings.given(name.replace(/ENDPOINT$/, 'PROTOCOL')) ?? settings.given(`${prefix}PROTOCOL`);
      const isHttpPath = /\/v1\/(?:traces|metrics|logs)\/?$/.test(settings.given(name)?.value ?? '');
      const stated = protocol?.value ?? (isHttpPath && !protocol ? 'http' : undefined);
      const sends = stated === 'grpc' ? 'grpc' : stated?.startsWith('http') ? 'http' : undefined;
      if (sends === undefined || sends === takes) continue;
      yield {
        on,
        message: `"${member.label}" sends OTLP over ${spelled[sends]} to port ${port}, which takes ${spelled[takes]}.`,
        help: `Set "${protocol?.name ?? `${prefix}PROTOCOL`}" to "${takes === 'grpc' ? 'grpc' : 'http/protobuf'}", or send to the port for ${spelled[sends]}, usually ${sends === 'grpc' ? 4317 : 4318}.`,
        ...(protocol && {
          related: [{ on: protocol.on, message: `Its protocol is set to ${spelled[sends]} here.` }],
        }),
      };
    }
  },
});

/** What the configuration of a collector sends to another port than the one for its protocol. */
function* inConfiguration({ listener, member, name, on, port, protocol }: Dial): Iterable<HelpfulFinding> {
  const sends = kindOf(protocol);
  const takes = listener?.certainty === 'certain' ? kindOf(listener.protocol) : undefined;
  if (!sends || !takes || sends === takes) return;
  yield {
    on,
    message: `"${name}" of "${member.label}" sends OTLP over ${spelled[sends]} to port ${port}, which takes ${spelled[takes]}.`,
    help: `Send to the port for ${spelled[sends]}, usually ${sends === 'grpc' ? 4317 : 4318}.`,
    related: [{ on: listener!.on, message: `The port for ${spelled[takes]}.` }],
  };
}

function kindOf(protocol: Dial['protocol']): 'grpc' | 'http' | undefined {
  return protocol === 'otlp-grpc' ? 'grpc' : protocol === 'otlp-http' ? 'http' : undefined;
}

const signals = ['TRACES', 'METRICS', 'LOGS'];

/** Whether a signal has a protocol or an address of its own, or is not sent by OTLP, so that what is said for all is not for it. */
function isApart({ settings }: Member, signal: string): boolean {
  const exporter = settings.given(`OTEL_${signal}_EXPORTER`);
  const own = ['PROTOCOL', 'ENDPOINT'].some((what) => settings.given(`${prefix}${signal}_${what}`));
  return own || (exporter !== undefined && !exporter.value?.includes('otlp'));
}

const spelled = { grpc: 'gRPC', http: 'HTTP' } as const;

/** What the port takes: as the receiver's own settings say, or else by custom. */
function takenBy({ listener, port }: Dial): 'grpc' | 'http' | undefined {
  if (listener?.certainty === 'certain') {
    return kindOf(listener.protocol);
  }
  return port === 4317 ? 'grpc' : port === 4318 ? 'http' : undefined;
}
