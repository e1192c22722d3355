import { template } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

const ofLiveness = 'Cloud Run currently does not support TCP socket in liveness probe';

/** What Cloud Run says, by the kind of probe, where that is published. */
const refusals: ReadonlyMap<string, string> = new Map([['liveness probe', ofLiveness]]);

export default defineRule({
  id: 'tcp-liveness',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['livenessProbe', 'readinessProbe'] },
  summary: 'A liveness or readiness probe only opens a connection, which Cloud Run refuses.',
  why: 'Cloud Run has `tcpSocket` for startup probes alone, and refuses it elsewhere. It would say little: a server that hangs still accepts connections, so the instance would not be replaced.',
  remedy: 'Ask an endpoint with `httpGet`, or the gRPC health service with `grpc`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe',
  ],
  predicts: ofLiveness,
  bad: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            livenessProbe:
              tcpSocket:
      #       ^^^^^^^^^ The liveness probe has "tcpSocket", which Cloud Run takes only in startup probes. Write "httpGet" or "grpc".
                port: 8080
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
            readinessProbe:
              tcpSocket:
      #       ^^^^^^^^^ The readiness probe of "cache" has "tcpSocket", which Cloud Run takes only in startup probes. Write "httpGet" or "grpc".
                port: 6379
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            startupProbe:
              tcpSocket:
                port: 8080
            livenessProbe:
              httpGet:
                path: /healthz
    `,
    template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            ports: [{ name: h2c, containerPort: 8080 }]
            livenessProbe:
              grpc: {}
            readinessProbe:
              grpc: {}
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      for (const probe of [container.livenessProbe, container.readinessProbe]) {
        if (!probe.handlers.includes('tcpSocket')) continue;
        yield {
          on: probe.field.get('tcpSocket').key,
          message: say`The ${probe.label}${container.after('of')} has ${fieldName('tcpSocket')}, which Cloud Run takes only in startup probes. Write ${fieldName('httpGet')} or ${fieldName('grpc')}.`,
          predicts: refusals.get(probe.label),
        };
      }
    }
  },
});
