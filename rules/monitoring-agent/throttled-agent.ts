import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import {
  annotationName,
  defineRule,
  type Fix,
  isDatabaseProxy,
  isMonitoring,
  type Service,
  say,
  setEntry,
  unsafeFix,
  valueName,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/cpu-throttling';

export default defineRule({
  id: 'throttled-agent',
  severity: 'warning',
  appliesTo: 'service',
  needs: { role: (role) => role !== 'application' && role !== 'unknown' },
  summary: 'An agent that works in the background has CPU only while requests are handled.',
  why: `With request-based billing, Cloud Run's default, every container of the instance has CPU only while a request is being handled (and while it starts and stops). Agents batch, queue, scrape and export between requests: their exports time out (\`DEADLINE_EXCEEDED\`), spans and logs are lost, scrapes fail.

Google's page on the Managed Service for Prometheus sidecar recommends instance-based billing for it, because scrapes can fail under throttling, and Google's maintainers name the same setting as the cure for failing OpenTelemetry exports. Tunnels such as Tailscale and cloudflared lose their connections in the same way.`,
  remedy: `Set the annotation \`run.googleapis.com/cpu-throttling: "false"\` on the revision template: instance-based billing, which gives every container CPU for as long as the instance lives. It changes what you pay.

Or make the agent work within requests: an OpenTelemetry Collector without the batch processor and without a \`sending_queue\`. A linter cannot see that in a mounted configuration, so write an ignore comment then.`,
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/billing-settings',
    'https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar',
    'https://github.com/GoogleCloudPlatform/opentelemetry-cloud-run/issues/11',
    'https://github.com/GoogleCloudPlatform/opentelemetry-operations-python/issues/438',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: datadog
      #           ^^^^^^^ "datadog" flushes traces, metrics and logs every few seconds, but has CPU only while a request is handled. Set "run.googleapis.com/cpu-throttling" to "false".
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_SITE
                value: datadoghq.eu
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "true"
      #                                      ~~~~~~ CPU outside requests is switched off here.
      #                                      ~~~~~~ CPU outside requests is switched off here.
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
      #           ^^^^^^^^^ "collector" batches, queues and exports telemetry, but has CPU only while a request is handled. Set "run.googleapis.com/cpu-throttling" to "false".
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google:0.137.0
          - name: scraper
      #           ^^^^^^^ "scraper" scrapes and exports metrics, but has CPU only while a request is handled. Set "run.googleapis.com/cpu-throttling" to "false".
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tailscale
      #           ^^^^^^^^^ "tailscale" keeps its connection to the tailnet alive, but has CPU only while a request is handled. Set "run.googleapis.com/cpu-throttling" to "false".
            image: docker.io/tailscale/tailscale:v1.78.1
    `,
    template`
      spec:
        containers:
          - name: pdp
      #           ^^^ "pdp" keeps a connection to Permit for policy updates, but has CPU only while a request is handled. Set "run.googleapis.com/cpu-throttling" to "false".
            image: docker.io/permitio/pdp-v2:0.9.4
            ports: [{ containerPort: 7000 }]
            env: [{ name: PDP_API_KEY, valueFrom: { secretKeyRef: { name: pdp, key: "1" } } }]
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "false"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google:0.137.0
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/cpu-throttling: "\${CPU_THROTTLING}"
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: alloy
            image: docker.io/grafana/alloy:v1.5.0
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: statsd
            image: docker.io/prom/statsd-exporter:v0.28.0
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
              run.googleapis.com/cpu-boost: 'x' # keep
        >     run.googleapis.com/cpu-throttling: 'false'
          spec:
            containers:
              - name: web
                image: docker.io/acme/web:1.2.3
                ports: [{ containerPort: 8080 }]
              - name: datadog
                image: gcr.io/datadoghq/serverless-init:1.5.0
      `,
    flow: changedTemplate`
        < metadata: { annotations: { "run.googleapis.com/cpu-throttling": "true" } }
        > metadata: { annotations: { "run.googleapis.com/cpu-throttling": "false" } }
          spec:
            containers:
              - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
              - { name: datadog, image: gcr.io/datadoghq/serverless-init:1.5.0 }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              containers {
                name  = "web"
                image = "docker.io/acme/web:1.2.3"

                ports {
                  container_port = 8080
                }

                resources {
                  limits = {
                    cpu    = "1"
                    memory = "512Mi"
                  }
        <         cpu_idle = true # cheap
        >         cpu_idle = false # cheap
                }
              }

              containers {
                name  = "collector"
                image = "docker.io/otel/opentelemetry-collector-contrib:0.130.1"
        >
        >       resources {
        >         cpu_idle = false
        >       }
              }
            }
          }
      `,
  },
  *check(service, { matching }) {
    if (service.hasCpuAlways !== false) return;
    const annotation = service.templateAnnotation(key);
    for (const member of matching) {
      const { container, label, product, role, settings } = member;
      // Of those that are alone, a policy engine is known to need it.
      if (service.containers.length < 2 && role !== 'policy-engine') continue;
      // Database proxies have a rule of their own.
      if (isDatabaseProxy(role) || !(product ? product.background : isMonitoring(role))) continue;
      if (settings.isOn(product?.background?.synchronousWith) !== false) continue;
      const work = product?.background?.work ?? 'works in the background';
      yield {
        on: container.field,
        message: say`"${label}" ${work}, but has CPU only while a request is handled. Set ${annotationName(key)} to ${valueName('false', key)}.`,
        ...(annotation.exists && {
          related: [{ on: annotation, message: 'CPU outside requests is switched off here.' }],
        }),
        fix: unthrottle(service),
      };
    }
  },
});

/** Below one CPU in all, Cloud Run refuses CPU outside requests. */
function unthrottle(service: Service): Fix | undefined {
  const total = service.containers.reduce((sum, { cpu }) => sum + (cpu ?? 0), 0);
  if (total < 1000) return undefined;
  const annotations = service.templateMetadata.get('annotations');
  return unsafeFix('Give the instance CPU outside requests', setEntry(annotations, key, 'false'));
}
