import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isMonitoring } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'scraper-dependency-reversed',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/container-dependencies'] },
  summary: 'The application waits for a sidecar that scrapes it.',
  why: `A scraper calls the application for its metrics, so there is nothing for the application to wait for; it only starts later. The other way round the order matters: Google's samples for the Managed Service for Prometheus let the sidecar wait for the application, so that its first scrape, ten seconds after its start, finds the application up and its last one comes before the application stops.`,
  remedy: `Turn the order around, \`'{"collector":["app"]}'\`, and give the application a startup probe.`,
  help: false,
  references: [
    'https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar',
    'https://github.com/GoogleCloudPlatform/run-gmp-sidecar/blob/main/run-service-simple.yaml',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["collector"]}'
      #                                                        ^^^^^^^^^^^ "shop" waits for "collector", which scrapes it. Let "collector" wait instead.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
      #           ~~~~~~~~~ "collector" calls others for their metrics.
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            startupProbe: { httpGet: { path: /liveness, port: 13133 }, timeoutSeconds: 30, periodSeconds: 30 }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: "{shop: [cache, prometheus]}"
      #                                                              ^^^^^^^^^^ "shop" waits for "prometheus", which scrapes it. Let "prometheus" wait instead.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe: { tcpSocket: { port: 6379 } }
          - name: prometheus
      #           ~~~~~~~~~~ "prometheus" calls others for their metrics.
            image: docker.io/prom/prometheus:v3.0.1
            startupProbe: { httpGet: { path: /-/ready, port: 9090 } }
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
            ports: [{ containerPort: 8080 }]
            startupProbe: { tcpSocket: { port: 8080 } }
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["collector"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
            startupProbe: { tcpSocket: { port: 4317 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["prometheus"],"worker":["receiver"]}'
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: PROMETHEUS_URL, value: "http://localhost:9090" }]
          - name: prometheus
            image: docker.io/prom/prometheus:v3.1.0
            startupProbe: { httpGet: { path: /-/ready, port: 9090 } }
          - name: worker
            image: docker.io/acme/worker:1.4.2
          - name: receiver
            image: docker.io/prom/prometheus:v3.1.0
            args: ["--config.file=/etc/prometheus/prometheus.yml", "--web.listen-address=:9091", "--web.enable-otlp-receiver"]
            startupProbe: { httpGet: { path: /-/ready, port: 9091 } }
    `,
  ],
  *check(workload) {
    const instance = instanceOf(workload);
    for (const { waiter, needed, toPlace } of workload.dependencies.all) {
      if (!waiter || !needed || waiter === needed) continue;
      const scraper = instance.of(needed);
      const application = instance.of(waiter);
      if (scraper.role !== 'metrics-scraper' || isMonitoring(application.role)) continue;
      // Who asks it for metrics, or sends it some, has something to wait for.
      if (application.dials.some(({ target }) => target === scraper) || scraper.settings.isOn(receivers) !== false)
        continue;
      yield {
        on: toPlace,
        message: `"${application.label}" waits for "${scraper.label}", which scrapes it. Let "${scraper.label}" wait instead.`,
        related: [{ on: scraper.container.field, message: `"${scraper.label}" calls others for their metrics.` }],
      };
    }
  },
});

/** Switches by which Prometheus takes metrics that others send. */
const receivers = [
  '--web.enable-otlp-receiver',
  '--web.enable-remote-write-receiver',
  '--enable-feature=otlp-write-receiver',
  '--enable-feature=remote-write-receiver',
];
