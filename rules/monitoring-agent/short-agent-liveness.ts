import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'short-agent-liveness',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['startupProbe', 'livenessProbe', 'readinessProbe'] },
  summary: 'A probe gives an agent less time to answer than the agent takes by design.',
  why: `The Managed Service for Prometheus sidecar answers \`/liveness\` only after five seconds, on purpose: a probe in progress is when Cloud Run gives the container CPU, and the sidecar uses it to send its metrics. A probe that waits five seconds or less fails every time, and Cloud Run ends the instance. The default timeout is one second.`,
  remedy: `Set \`timeoutSeconds: 30\` and \`periodSeconds: 30\` on the probe, as Google's samples do.`,
  help: say`Set ${setting('timeoutSeconds', 30)} and ${setting('periodSeconds', 30)} on the probe.`,
  references: [
    'https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar',
    'https://github.com/GoogleCloudPlatform/run-gmp-sidecar/blob/main/run-service.yaml',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            livenessProbe:
              httpGet: { path: /liveness, port: 13133 }
              timeoutSeconds: 5
      #                       ^ "collector" answers "/liveness" after 5 s by design, but the liveness probe waits 5 s.
              periodSeconds: 30
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: us-docker.pkg.dev/acme/sidecars/cloud-run-gmp-sidecar:1.2.0
            startupProbe:
      #     ^^^^^^^^^^^^ "collector" answers "/liveness" after 5 s by design, but the startup probe waits 1 s, the default.
              httpGet: { path: /liveness, port: 13133 }
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
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            livenessProbe:
              httpGet: { path: /liveness, port: 13133 }
              timeoutSeconds: 30
              periodSeconds: 30
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google:0.137.0
            volumeMounts: [{ name: config, mountPath: /etc/otelcol-google }]
            livenessProbe:
              httpGet: { path: /, port: 13133 }
              timeoutSeconds: 2
        volumes:
          - name: config
            secret: { secretName: collector }
    `,
  ],
  *check(workload) {
    for (const { container, isCertain, label, listeners } of instanceOf(workload).members) {
      if (!isCertain) continue;
      for (const probe of container.probes) {
        const { path, timeoutSeconds: timeout } = probe;
        const asked = listeners.find(({ port }) => port !== undefined && port === probe.port.value)?.listen;
        const takes = asked?.answersAfter;
        if (takes === undefined || timeout === undefined || timeout > takes) continue;
        if (path === undefined || !asked?.paths?.includes(path.replace(/[?#].*$/s, ''))) continue;
        const field = probe.field.get('timeoutSeconds');
        const waits = field.exists ? `waits ${timeout} s` : `waits 1 s, the default`;
        yield {
          on: field.exists ? field : probe.field,
          message: `"${label}" answers "${path}" after ${takes} s by design, but the ${probe.label} ${waits}.`,
        };
      }
    }
  },
});
