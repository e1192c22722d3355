import { template } from '../../src/examples.ts';
import { defineRule, isMonitoring, readsFilesAlone, startupProbeFor } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'agent-without-startup-probe',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, role: isMonitoring, wholeText: true },
  summary: 'A monitoring agent that others send to has no startup probe.',
  why: `Cloud Run does not know when the agent is up. No container can wait for it (a deploy with such a start order is refused), and an agent that fails at its start goes unnoticed. Besides, Cloud Run gives a container CPU while its startup probe runs, so that the agent comes up without being throttled.`,
  remedy: `Add a \`startupProbe\` with the port spelled out, since a sidecar has no container port to fall back on:

- Datadog: \`DD_HEALTH_PORT: "5555"\` and \`tcpSocket: { port: 5555 }\`
- OpenTelemetry Collector: the \`health_check\` extension with \`endpoint: 0.0.0.0:13133\` and \`httpGet: { path: /, port: 13133 }\`
- Grafana Alloy: \`--server.http.listen-addr=0.0.0.0:12345\` and \`httpGet: { path: /-/ready, port: 12345 }\``,
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
    'https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/extension/healthcheckextension',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
      #           ^^^^^^^ "datadog" has no startup probe, so nothing shows when the agent is up.
      #           = Write "startupProbe: { tcpSocket: { port: 8126 } }" in "datadog".
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
          - name: logs
      #           ^^^^ "logs" has no startup probe, so nothing shows when the agent is up.
            image: docker.io/fluent/fluent-bit:3.2
            livenessProbe: { httpGet: { path: /, port: 2020 } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: logs, mountPath: /logs }]
          # It reads files, which wait for it.
          - name: fluent-bit
            image: docker.io/fluent/fluent-bit:3.2.10
            args: [-i, tail, -p, path=/logs/access.log, -o, stdout]
            volumeMounts: [{ name: logs, mountPath: /logs }]
        volumes:
          - name: logs
            emptyDir: { medium: Memory, sizeLimit: 128Mi }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google:0.137.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            volumeMounts: [{ name: config, mountPath: /etc/otelcol-google }]
        volumes:
          - name: config
            secret: { secretName: collector, items: [{ key: "1", path: config.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: scraper
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
  ],
  *check(workload, { matching }) {
    // Who waits for a container without a probe is refused: another rule's finding.
    const waitedFor = new Set(workload.dependencies.all.map(({ needed }) => needed));
    for (const member of matching) {
      const { container, label, product, role } = member;
      if (role === 'metrics-scraper' || product?.order === 'after-app' || readsFilesAlone(member)) continue;
      if (container.hasPorts || container.startupProbe.exists || waitedFor.has(container)) continue;
      // An agent that waits for the application scrapes it, and comes last.
      if (workload.dependencies.of(container).length > 0) continue;
      yield {
        on: container.field,
        message: `"${label}" has no startup probe, so nothing shows when the agent is up.`,
        help: startupProbeFor(member),
      };
    }
  },
});
