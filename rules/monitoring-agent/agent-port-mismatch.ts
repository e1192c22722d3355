import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, unheardTelemetry } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-port-mismatch',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'The application sends its telemetry to a port on which the agent does not listen.',
  why: `Application and agent find each other by the port alone. Datadog's agents take traces on 8126 and DogStatsD on 8125/udp unless \`DD_APM_RECEIVER_PORT\` and \`DD_DOGSTATSD_PORT\` move them. A library with another port sends into the void: no trace and no metric ever arrives, while the service itself works.`,
  remedy: "Write the agent's port on both sides, or leave it out on both and use the default.",
  references: [
    'https://docs.datadoghq.com/tracing/trace_collection/library_config/',
    'https://docs.datadoghq.com/agent/configuration/network/',
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
    for (const { dial, agent, receivers } of unheardTelemetry(instanceOf(workload))) {
      const [first] = receivers;
      if (!first) continue;
      yield {
        on: dial.on,
        message: `"${dial.member.label}" sends its ${dial.member === agent ? 'own metrics' : 'telemetry'} to port ${dial.port}, but "${agent.label}" takes it on ${receivers.map(({ port }) => port).join(' and ')}.`,
        help: `Write port ${receivers.map(({ port }) => port).join(' or ')} here, or let "${agent.label}" listen on ${dial.port}.`,
        related: [{ on: first.on ?? agent.place, message: 'The agent.' }],
      };
    }
  },
});
