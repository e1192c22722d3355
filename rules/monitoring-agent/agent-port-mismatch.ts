import { template } from '../../src/examples.ts';
import {
  type Dial,
  defineRule,
  instanceOf,
  isLoopback,
  isMonitoring,
  type Listener,
  type Member,
  meantFor,
  quoteNames,
  receiversOff,
  speaks,
  telemetryOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-port-mismatch',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'The application sends its telemetry to a port on which the agent does not listen.',
  why: `Application and agent find each other by the port alone. Datadog's agents take traces on 8126 and DogStatsD on 8125/udp unless \`DD_APM_RECEIVER_PORT\` and \`DD_DOGSTATSD_PORT\` move them, and OTLP on no port at all until they are told to. A library that is told another port sends into the void: no trace and no metric ever arrives, while the service itself works. New Relic's collector reads \`OTEL_EXPORTER_OTLP_ENDPOINT\` as the place to export to: with its own port there, it sends to itself.`,
  remedy: "Write the agent's port on both sides, or leave it out on both and use the default.",
  references: [
    'https://docs.datadoghq.com/tracing/trace_collection/library_config/',
    'https://docs.datadoghq.com/agent/configuration/network/',
    'https://docs.datadoghq.com/opentelemetry/setup/otlp_ingest_in_the_agent/',
    'https://opentelemetry.io/docs/specs/otel/protocol/exporter/',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_TRACE_AGENT_URL
                value: http://localhost:8136
      #                       ^^^^^^^^^^^^^^ "shop" sends its telemetry to port 8136, but "datadog" takes it on 8126.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The agent.
            env:
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
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:5318
      #                       ^^^^^^^^^^^^^^ "shop" sends its telemetry to port 5318, but "collector" takes it on 4317 and 4318.
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The agent.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_AGENT_HOST
                value: localhost
              - name: DD_TRACE_AGENT_PORT
                value: "8126"
      #                ^^^^^^ "shop" sends its telemetry to port 8126, but "datadog" takes it on 9126.
          - name: datadog
            image: gcr.io/datadoghq/agent:7
            env:
              - name: DD_APM_RECEIVER_PORT
                value: "9126"
      #                ~~~~~~ The agent.
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
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4318
      #                       ^^^^^^^^^^^^^^ "shop" sends OTLP to port 4318, but "datadog" takes none until "DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT" or "DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT" is set.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The agent.
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/newrelic/nrdot-collector:1.2.0
            env:
              - name: NEW_RELIC_LICENSE_KEY
                valueFrom: { secretKeyRef: { name: newrelic, key: "1" } }
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4317
      #                       ^^^^^^^^^^^^^^ "collector" sends what it receives to port 4317, which is its own. It goes round in a circle.
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
              - name: DD_TRACE_AGENT_PORT
                value: "9126"
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_APM_RECEIVER_PORT
                value: "9126"
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
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:5318
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
            volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib }]
        volumes:
          - name: config
            secret: { secretName: collector }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_TRACE_AGENT_PORT
                value: "9126"
          # What its configuration says is not seen here.
          - name: datadog
            image: gcr.io/datadoghq/agent:7
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
            startupProbe: { httpGet: { path: /ready, port: 5555 } }
            volumeMounts: [{ name: config, mountPath: /etc/datadog-agent }]
        volumes:
          - name: config
            secret: { secretName: datadog-config, items: [{ key: "1", path: datadog.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: DD_TRACE_AGENT_PORT
                value: "9126"
          # An image of the team's own may set DD_APM_RECEIVER_PORT.
          - name: datadog
            image: europe-west1-docker.pkg.dev/acme-prod/sidecars/datadog-agent:7
    `,
  ],
  *check(workload) {
    const instance = instanceOf(workload);
    for (const dial of instance.dials) {
      const { certainty, listener, member, on, port } = dial;
      // What wraps the application is an agent, too; "agent-beside-wrapper" speaks of it.
      if (member.wrapper) continue;
      if (port === undefined || certainty !== 'certain' || (!dial.target && !isLoopback(dial.host))) continue;
      if (listener) {
        if (isExportToItself(dial)) {
          yield {
            on,
            message: `"${member.label}" sends what it receives to port ${port}, which is its own. It goes round in a circle.`,
          };
        }
        continue;
      }
      const [agent, another] = meantFor(dial).filter((candidate) => !dial.target || dial.target === candidate);
      const spoken = telemetryOf(dial);
      if (!agent || another || spoken.length === 0) continue;
      // Another container, whose ports we cannot tell, may be the one that is meant.
      const others = instance.members.filter((other) => other !== member && other !== agent);
      if (others.some((other) => !other.listenersKnown && other.role !== 'application')) continue;
      const here = agent.listeners.filter(({ protocol }) => speaks(spoken, protocol));
      if (here.some((candidate) => mayBeMoved(agent, candidate))) continue;
      const ports = here.flatMap((candidate) => candidate.port ?? []);
      if (ports.length < here.length) continue;
      yield {
        on,
        message:
          here.length > 0
            ? `"${member.label}" sends its telemetry to port ${port}, but "${agent.label}" takes it on ${ports.join(' and ')}.`
            : `"${member.label}" sends OTLP to port ${port}, but "${agent.label}" takes none until ${quoteNames(receiversOff(agent, spoken), 'or')} is set.`,
        related: [{ on: here[0]?.on ?? agent.place, message: 'The agent.' }],
      };
    }
  },
});

/** Whether a default may not hold: a configuration of the team's own, or an image of theirs, can say another port. */
function mayBeMoved({ config, match }: Member, { certainty, source }: Listener): boolean {
  return certainty !== 'certain' || (source === 'default' && (config === 'own' || !match.stock));
}

/** Whether an agent's own setting for where it exports to names a port that it listens on itself. */
function isExportToItself({ listener, member, name }: Dial): boolean {
  if (listener?.member !== member || listener.certainty !== 'certain' || !isMonitoring(member.role)) return false;
  return member.product?.upstream?.from.includes(name) ?? false;
}
