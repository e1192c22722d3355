import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isMonitoring, type Listener } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'two-agents',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true },
  summary: 'Two agents of one instance take the same kind of telemetry on the same port.',
  why: `Containers of an instance share their ports. Of two agents that listen on the same one, the second fails to start or is never sent anything, and both are paid for.`,
  remedy: 'Keep one of the two, or move one to other ports, such as `endpoint: 0.0.0.0:5317` for an OTLP receiver.',
  references: ['https://cloud.google.com/run/docs/container-contract'],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: dogstatsd
      #           ~~~~~~~~~ The other agent.
            image: gcr.io/datadoghq/dogstatsd:7
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
          - name: datadog
      #           ^^^^^^^ "datadog" takes DogStatsD on port 8125, and so does "dogstatsd".
            image: gcr.io/datadoghq/serverless-init:1
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
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
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
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
          - name: dogstatsd
            image: gcr.io/datadoghq/dogstatsd:7
            env:
              - name: DD_DOGSTATSD_PORT
                value: "9125"
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
    `,
  ],
  *check(workload) {
    const { members } = instanceOf(workload);
    const taken = new Map<string, Listener>();
    for (const member of members) {
      if (!isMonitoring(member.role)) continue;
      const clash = member.listeners.find((listener) => isKnown(listener) && taken.has(key(listener)));
      for (const listener of member.listeners) {
        if (isKnown(listener) && !taken.has(key(listener))) taken.set(key(listener), listener);
      }
      const first = clash && taken.get(key(clash));
      if (!clash || !first) continue;
      // What is certain to fail is an error, of "port-collision".
      if (clash.certainty === 'certain' && first.certainty === 'certain') continue;
      yield {
        on: member.container.field,
        message: `"${member.label}" takes ${nameOf(clash)} on port ${clash.port}, and so does "${first.member.label}".`,
        help: `Keep "${member.label}" or "${first.member.label}", or move one to another port.`,
        related: [{ on: first.member.container.field, message: 'The other agent.' }],
      };
    }
  },
});

/** Whether data is taken there as far as is known; a configuration of the team's own may have moved it. */
function isKnown({ certainty, port, purpose }: Listener): boolean {
  return purpose === 'data' && port !== undefined && certainty !== 'guess';
}

/** Protocols as people call them. */
const names: Readonly<Partial<Record<NonNullable<Listener['protocol']>, string>>> = {
  'datadog-apm': "Datadog's traces",
  dogstatsd: 'DogStatsD',
  'otlp-grpc': 'OTLP over gRPC',
  'otlp-http': 'OTLP over HTTP',
};

/** What it takes, for a sentence. */
function nameOf({ protocol }: Listener): string {
  return protocol === undefined ? 'data' : (names[protocol] ?? protocol);
}

function key({ port, protocol, udp }: Listener): string {
  return `${port}${udp ? 'u' : ''} ${protocol}`;
}
