import { template } from '../../src/examples.ts';
import {
  type Container,
  defineRule,
  type Finding,
  fieldName,
  type Probe,
  refusalOfUnknown,
  say,
  setting,
  type Text,
} from '../../src/rule-kit.ts';

/** The refusals as they are published. */
const refusals = {
  exec: 'Failed to parse value(s) in protobuf [Service]: …',
  count: 'Exactly one probe action must be set',
};

export default defineRule({
  id: 'unsupported-probe',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe asks in a way that Cloud Run does not have.',
  why: 'A probe has exactly one of `httpGet`, `tcpSocket` and `grpc`, and always asks its own container, over plain HTTP. There is no `exec`: gcloud refuses it as an unknown field.',
  remedy:
    'Give the container a health endpoint and ask it with `httpGet` or `grpc`; `tcpSocket` shows at startup whether the port is open. Leave out `host` and `scheme`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  predicts: Object.values(refusals),
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
      #       ^^^^ Cloud Run cannot run a command as the startup probe of "cache". Write "httpGet", "tcpSocket" or "grpc".
                command: [redis-cli, ping]
            livenessProbe:
              exec:
      #       ^^^^ Cloud Run cannot run a command as the liveness probe of "cache". Write "httpGet" or "grpc".
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
      #         ^^^^ The liveness probe has a "host", but Cloud Run always asks the container itself. Remove "host".
                path: /healthz
                scheme: HTTPS
      #                 ^^^^^ The liveness probe asks for "HTTPS", but Cloud Run's probes speak plain HTTP. Remove "scheme".
            readinessProbe:
      #     ^^^^^^^^^^^^^^ The readiness probe does not say how to ask. Write "httpGet" or "grpc".
              periodSeconds: 5
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/acme/shop:1.4.2
            livenessProbe:
              periodSeconds: 5
              grpc:
      #       ^^^^ The liveness probe has an empty "grpc", which counts as none. Write "grpc: {}", or its "port" below it.
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
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe:
              tcpSocket:
                port: 6379
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            livenessProbe:
              httpGet:
                host: ""
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
      for (const probe of container.probes) yield* complaints(probe, container);
    }
  },
});

function* complaints(probe: Probe, container: Container): Generator<Finding> {
  const { field, kind, label } = probe;
  const its = `${label}${container.after('of')}`;
  const instead =
    kind === 'startupProbe'
      ? say`${fieldName('httpGet')}, ${fieldName('tcpSocket')} or ${fieldName('grpc')}`
      : say`${fieldName('httpGet')} or ${fieldName('grpc')}`;
  for (const [key, handler] of field.entries) {
    if (key !== ('exec' as string)) continue;
    yield {
      on: handler.key,
      message: say`Cloud Run cannot run a command as the ${its}. Write ${instead}.`,
      predicts: refusalOfUnknown(container.workload, handler),
    };
  }
  if (!probe.mayHaveOther) yield* miscounted(probe, `The ${its}`, instead);
  for (const handler of ['httpGet', 'tcpSocket'] as const) {
    const host = field.get(handler).get('host');
    if (!host.exists || host.isNull || host.text === '') continue;
    yield {
      on: host.key,
      message: say`The ${its} has a ${fieldName('host')}, but Cloud Run always asks the container itself. Remove ${fieldName('host')}.`,
    };
  }
  const scheme = field.get('httpGet').get('scheme');
  if (scheme.value !== undefined && scheme.value.toUpperCase() !== 'HTTP') {
    yield {
      on: scheme,
      message: say`The ${its} asks for "${scheme.value}", but Cloud Run's probes speak plain HTTP. Remove ${fieldName('scheme')}.`,
    };
  }
}

/** @param subject which probe it is */
function* miscounted({ field, handlers }: Probe, subject: string, instead: Text): Generator<Finding> {
  const [first, ...others] = handlers;
  // A handler that stands there at all is an empty one, or it would be the first.
  const empty = handlerNames.find((handler) => field.get(handler).exists);
  if (!first && field.keys.every((key) => key in settings || key === empty)) {
    yield empty
      ? {
          on: field.get(empty).key,
          message: say`${subject} has an empty ${fieldName(empty)}, which counts as none. ${filled[empty]}`,
          predicts: refusals.count,
        }
      : {
          on: field,
          message: say`${subject} does not say how to ask. Write ${instead}.`,
          predicts: refusals.count,
        };
  }
  for (const other of others) {
    yield {
      on: field.get(other).key,
      message: say`${subject} has ${fieldName(other)} beside ${fieldName(first!)}. Write only one.`,
      predicts: refusals.count,
      related: [{ on: field.get(first!).key, message: 'The first is here.' }],
    };
  }
}

const handlerNames = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** What to write for a handler that stands without anything below. */
const filled = {
  httpGet: say`Write its ${fieldName('path')} or ${fieldName('port')} below it.`,
  tcpSocket: say`Write its ${fieldName('port')} below it.`,
  grpc: say`Write ${setting('grpc', '{}')}, or its ${fieldName('port')} below it.`,
};

/** Everything that may stand in a probe beside its handler. */
const settings = {
  initialDelaySeconds: true,
  periodSeconds: true,
  timeoutSeconds: true,
  failureThreshold: true,
  successThreshold: true,
  terminationGracePeriodSeconds: true,
};
