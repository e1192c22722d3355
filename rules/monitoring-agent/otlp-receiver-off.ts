import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, quoteNames, unheardTelemetry } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'otlp-receiver-off',
  deprecatedIds: ['agent-port-mismatch'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'The application sends OTLP to an agent that is not set up to receive it.',
  why: "Datadog's agents open no port for OTLP until a variable says which. A library that sends OTLP to one has nobody to talk to: no trace and no metric ever arrives, while the service itself works.",
  remedy:
    'Set the variable that the message names on the agent, such as `DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT: localhost:4318`.',
  references: [
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
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4318
      #                       ^^^^^^^^^^^^^^ "shop" sends OTLP to port 4318, but "datadog" accepts none until "DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_GRPC_ENDPOINT" or "DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT" is set.
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The agent.
            env:
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
                value: http://localhost:4318
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT
                value: localhost:4318
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  *check(workload) {
    for (const { dial, agent, lacking } of unheardTelemetry(instanceOf(workload))) {
      if (lacking.length === 0) continue;
      yield {
        on: dial.on,
        message: `"${dial.member.label}" sends OTLP to port ${dial.port}, but "${agent.label}" accepts none until ${quoteNames(lacking, 'or')} is set.`,
        help: `Set ${quoteNames(lacking.slice(0, 1))} to "0.0.0.0:${dial.port}" in "${agent.label}".`,
        related: [{ on: agent.place, message: 'The agent.' }],
      };
    }
  },
});
