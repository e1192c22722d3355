import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isMonitoring, wrongIn } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-sends-to-itself',
  deprecatedIds: ['agent-port-mismatch'],
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'A collector exports what it receives to a port of its own.',
  why: "New Relic's collector reads `OTEL_EXPORTER_OTLP_ENDPOINT` as the place to export to, not as the place to listen. With its own port there it sends everything to itself, round and round, and nothing leaves the instance. So does a collector whose pipeline exports to a receiver of the same pipeline.",
  remedy:
    "Write the address of the backend, such as `https://otlp.nr-data.net`, or leave the variable out for the maker's.",
  references: [
    'https://github.com/newrelic/nrdot-collector-releases/tree/main/distributions/nrdot-collector',
    'https://opentelemetry.io/docs/specs/otel/protocol/exporter/',
  ],
  bad: [
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
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4317
          - name: collector
            image: docker.io/newrelic/nrdot-collector:1.2.0
            env:
              - name: NEW_RELIC_LICENSE_KEY
                valueFrom: { secretKeyRef: { name: newrelic, key: "1" } }
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: https://otlp.eu01.nr-data.net:4317
    `,
  ],
  *check(workload) {
    for (const { certainty, listener, member, name, on, port } of instanceOf(workload).dials) {
      if (listener?.member !== member || certainty !== 'certain' || listener.certainty !== 'certain') continue;
      if (!isMonitoring(member.role) || !member.product?.upstream?.from.includes(name)) continue;
      yield {
        on,
        message: `"${member.label}" sends what it receives to port ${port}, which is its own. It goes round in a circle.`,
        help: `Write the address of the backend in "${name}", or remove it to use the default.`,
      };
    }
    for (const { defect, member } of wrongIn(workload, 'circle')) {
      yield {
        on: defect.on,
        message: `"${member.label}" sends what it receives to port ${defect.port}, which is its own. It goes round in a circle.`,
        help: 'Write the address of the backend here.',
        related: [{ on: defect.receiver, message: 'The same pipeline receives here.' }],
      };
    }
  },
});
