import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, mayServe } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'scraper-port-mismatch',
  severity: 'info',
  appliesTo: 'service',
  needs: { role: (role) => role === 'metrics-scraper' },
  summary: 'A scraper asks its usual port for metrics, and the file names no such port of the application.',
  why: 'The sidecar of the Managed Service for Prometheus asks `localhost:8080/metrics` as long as nobody gives it a configuration. Where the application serves them with its requests on another port, every scrape fails, and no metric ever arrives, while the service itself works.',
  remedy:
    "Give the sidecar a configuration with the application's port, as a secret mounted at `/etc/rungmp` with the item `config.yaml`, or let the application serve its metrics on the port that the sidecar asks. Ignore this advice where it does so by itself, on a second port.",
  references: [
    'https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar',
    'https://github.com/GoogleCloudPlatform/run-gmp-sidecar',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"collector":["shop"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
      #     ~~~~~ "shop" takes them here.
            startupProbe: { tcpSocket: { port: 3000 } }
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "collector" asks port 8080 for metrics unless a configuration names another one, but "shop" takes its requests on 3000.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"collector":["shop"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
            # Its metrics may be there.
            env: [{ name: METRICS_PORT, value: "8080" }]
            startupProbe: { tcpSocket: { port: 3000 } }
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            volumeMounts: [{ name: rungmp, mountPath: /etc/rungmp }]
        volumes:
          - name: rungmp
            secret: { secretName: rungmp, items: [{ key: "1", path: config.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 3000 }]
          # It may be the one with metrics.
          - name: search
            image: docker.io/acme/search:1.4.2
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
  ],
  *check(service, { matching }) {
    const { members } = instanceOf(service);
    const [application, ...others] = members.filter(({ listenersKnown }) => !listenersKnown);
    // Of several, one may serve metrics there.
    if (application?.container.containerPort === undefined || others.length > 0) return;
    const { containerPort, field } = application.container;
    for (const { listener, member, on, port = 0, source } of matching.flatMap(({ dials }) => dials)) {
      if (source !== 'default' || listener) continue;
      if (mayServe(application, port)) continue;
      yield {
        on,
        message: `"${member.label}" asks port ${port} for metrics unless a configuration names another one, but "${application.label}" takes its requests on ${containerPort}.`,
        help: `Give "${member.label}" a configuration with the port of "${application.label}", or serve metrics on ${port}. Ignore this advice if a second port does.`,
        related: [{ on: field.get('ports'), message: `"${application.label}" takes them here.` }],
      };
    }
  },
});
