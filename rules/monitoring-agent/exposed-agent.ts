import { template } from '../../src/examples.ts';
import { defineRule, fieldName, instanceOf, isMonitoring, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'exposed-agent',
  severity: 'warning',
  securitySeverity: '5.0',
  appliesTo: 'service',
  needs: { sidecars: true, role: isMonitoring, certain: true },
  summary: 'A monitoring agent takes the requests that are meant for the application.',
  why: `The container with \`ports\` is the ingress container: all requests go to it and to no other. With \`ports\` on the agent, users reach the agent (its intake, or nothing at all) and never the application. Containers need no \`ports\` to reach each other: they share one network and call \`localhost\`. A gateway that takes telemetry from other services is the one case where it is meant.`,
  remedy: 'Move `ports` to the container that serves the requests, and leave it out on the agent.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/container-contract',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
            ports:
      #     ^^^^^ "collector" runs OpenTelemetry Collector, but its "ports" make it the container that takes the requests.
              - containerPort: 4318
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports:
              - containerPort: 8080
          - name: datadog
            image: gcr.io/datadoghq/agent:7
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
            ports:
      #     ^^^^^ "datadog" runs Datadog Agent, but its "ports" make it the container that takes the requests.
              - containerPort: 8126
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
    `,
  ],
  *check(service, { matching }) {
    const { members } = instanceOf(service);
    // A collector with helpers only, and no application, is a service of its own.
    const applications = members.filter(({ role }) => role === 'application' || role === 'unknown');
    if (applications.length === 0) return;
    for (const { container, label, product } of matching) {
      if (!container.hasPorts) continue;
      yield {
        on: container.field.get('ports'),
        message: say`"${label}" runs ${product ? product.name : 'a monitoring agent'}, but its ${fieldName('ports')} make it the container that takes the requests.`,
        help: say`Move ${fieldName('ports')} from "${label}" to ${applications.length === 1 ? `"${applications[0]!.label}"` : 'the container that serves the requests'}.`,
      };
    }
  },
});
