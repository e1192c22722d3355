import { template } from '../../src/examples.ts';
import { defineRule, type Finding, type Probe } from '../../src/rule.ts';

export default defineRule({
  id: 'unsupported-probe',
  severity: 'error',
  appliesTo: 'workload',
  needs: { words: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe asks in a way that Cloud Run does not have.',
  why: 'A probe has exactly one of `httpGet`, `tcpSocket` and `grpc`, and always asks its own container, over plain HTTP. There is no `exec`: gcloud refuses it as an unknown field.',
  remedy:
    'Give the container a health endpoint and ask it with `httpGet` or `grpc`; `tcpSocket` tells at startup whether the port is open. Leave out `host` and `scheme`.',
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  predicts: 'Failed to parse value(s) in protobuf [Service]',
  bad: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe:
              exec:
      #       ^^^^ Cloud Run cannot run a command as a probe. Write "httpGet", "tcpSocket" or "grpc".
                command: [redis-cli, ping]
            livenessProbe:
              exec:
      #       ^^^^ Cloud Run cannot run a command as a probe. Write "httpGet" or "grpc".
                command: [redis-cli, ping]
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              httpGet:
      #       ~~~~~~~ The first is here.
                path: /healthz
              tcpSocket:
      #       ^^^^^^^^^ The startup probe has "tcpSocket" beside "httpGet". Write only one.
                port: 8080
            livenessProbe:
              httpGet:
                host: 127.0.0.1
      #         ^^^^ Cloud Run always asks the container itself, so a probe has no "host". Remove it.
                path: /healthz
                scheme: HTTPS
      #                 ^^^^^ Cloud Run probes speak plain HTTP, not "HTTPS". Remove "scheme".
            readinessProbe:
      #     ^^^^^^^^^^^^^^ The readiness probe says nothing of how to ask. Write "httpGet" or "grpc".
              periodSeconds: 5
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            livenessProbe:
              httpGet:
                path: /healthz
                scheme: HTTP
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe:
              tcpSocket:
                port: 6379
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports: [{ name: h2c, containerPort: 8080 }]
            startupProbe:
              grpc: {}
            livenessProbe: "{{ .Values.livenessProbe }}"
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const probe of container.probes) yield* complaints(probe);
    }
  },
});

function* complaints(probe: Probe): Generator<Finding> {
  const { field, kind } = probe;
  const instead = kind === 'startupProbe' ? '"httpGet", "tcpSocket" or "grpc"' : '"httpGet" or "grpc"';
  for (const [key, handler] of field.entries) {
    if (key !== ('exec' as string)) continue;
    yield { on: handler.key, message: `Cloud Run cannot run a command as a probe. Write ${instead}.` };
  }
  if (!field.source.hasTemplateLines) yield* miscounted(probe, instead);
  for (const handler of ['httpGet', 'tcpSocket'] as const) {
    const host = field.get(handler).get('host');
    if (!host.exists || host.isNull) continue;
    yield { on: host.key, message: 'Cloud Run always asks the container itself, so a probe has no "host". Remove it.' };
  }
  const scheme = field.get('httpGet').get('scheme');
  if (scheme.value !== undefined && scheme.value.toUpperCase() !== 'HTTP') {
    yield { on: scheme, message: `Cloud Run probes speak plain HTTP, not "${scheme.value}". Remove "scheme".` };
  }
}

function* miscounted({ field, handlers, label }: Probe, instead: string): Generator<Finding> {
  const [first, ...others] = handlers;
  if (!first && field.isMap && field.keys.every((key) => key in settings)) {
    yield { on: field, message: `The ${label} says nothing of how to ask. Write ${instead}.` };
  }
  for (const other of others) {
    yield {
      on: field.get(other).key,
      message: `The ${label} has "${other}" beside "${first}". Write only one.`,
      related: [{ on: field.get(first!).key, message: 'The first is here.' }],
    };
  }
}

/** Everything that may stand in a probe beside its handler. */
const settings = {
  initialDelaySeconds: true,
  periodSeconds: true,
  timeoutSeconds: true,
  failureThreshold: true,
  successThreshold: true,
  terminationGracePeriodSeconds: true,
};
