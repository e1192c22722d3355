import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import {
  annotationName,
  defineRule,
  instanceOf,
  isMonitoring,
  makeWait,
  probeToWaitFor,
  readsFilesAlone,
  say,
  unsafeFix,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/container-dependencies';

export default defineRule({
  id: 'app-starts-before-agent',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { sidecars: true, role: isMonitoring, wholeText: true },
  summary: 'A container that sends telemetry does not wait for the agent that receives it.',
  why: `Without a start order all containers of an instance start at the same time, and requests come in as soon as the ingress container is up. Until the agent listens, the application's tracer gets "connection refused": the first spans, metrics and logs of every instance are lost, and some tracers stay off.

The official samples for the OpenTelemetry Collector let the application depend on the collector, and Datadog's troubleshooting page for serverless-init asks for the same when traces or logs are missing.`,
  remedy: `Name the agent in \`run.googleapis.com/container-dependencies\` on the revision template, for instance \`'{"shop":["collector"]}'\`, and give the agent a startup probe: Cloud Run wants one on each container that others wait for.`,
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/opentelemetry-cloud-run/blob/main/golang/run-service.yaml',
    'https://docs.datadoghq.com/serverless/google_cloud_run/containers/sidecar/',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: shop
      #           ^^^^ "shop" may start before "collector", and what it sends until then is lost. Let it wait in "run.googleapis.com/container-dependencies".
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
            env:
              - name: OTEL_EXPORTER_OTLP_ENDPOINT
                value: http://localhost:4318
          - name: collector
      #           ~~~~~~~~~ "collector" receives its telemetry.
            image: docker.io/otel/opentelemetry-collector-contrib:0.110.0
            startupProbe: { tcpSocket: { port: 4318 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"shop":["cache"]}'
      spec:
        containers:
          - name: shop
      #           ^^^^ "shop" may start before "datadog", and what it sends until then is lost. Let it wait in "run.googleapis.com/container-dependencies".
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: cache
            image: docker.io/library/redis:7.4
            startupProbe: { tcpSocket: { port: 6379 } }
          - name: datadog
      #           ~~~~~~~ "datadog" receives its telemetry.
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
            volumeMounts: [{ name: logs, mountPath: /logs }]
          # It reads files, which wait for it.
          - name: fluent-bit
            image: docker.io/fluent/fluent-bit:3.2.10
            args: [--input=tail, -p, path=/logs/access.log, -i, tail, -p, path=/logs/error.log, -o, stdout]
            volumeMounts: [{ name: logs, mountPath: /logs }]
        volumes:
          - name: logs
            emptyDir: { medium: Memory, sizeLimit: 128Mi }
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
            startupProbe: { tcpSocket: { port: 4318 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"edge":["shop"],"shop":["datadog"]}'
      spec:
        containers:
          - name: edge
            image: docker.io/nginxinc/nginx-unprivileged:1.27
            ports: [{ containerPort: 8080 }]
          - name: shop
            image: docker.io/acme/shop:1.4.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { tcpSocket: { port: 8081 } }
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env:
              - name: DD_API_KEY
                valueFrom: { secretKeyRef: { name: datadog, key: "1" } }
              - { name: DD_HEALTH_PORT, value: "5555" }
            startupProbe: { tcpSocket: { port: 5555 } }
    `,
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
  ],
  fixes: {
    block: changedTemplate`
        > metadata:
        >   annotations:
        >     run.googleapis.com/container-dependencies: '{"web":["collector"]}'
          # of the next revision
          spec:
              containers:
              -   name: web
                  image: docker.io/acme/web:1.2.3
                  ports: [{ containerPort: 8080 }]
              -   name: collector
                  image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
                  startupProbe: { httpGet: { path: /, port: 13133 } }
      `,
    flow: changedTemplate`
        < metadata: { name: shop-1 }
        > metadata: { name: shop-1, annotations: { run.googleapis.com/container-dependencies: '{"web":["collector"]}' } }
          spec:
            containers:
              - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
              - name: collector
                image: docker.io/otel/opentelemetry-collector-contrib:0.130.1
                startupProbe: { httpGet: { path: /, port: 13133 } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              metadata {
                annotations = {
        <         "run.googleapis.com/container-dependencies" = jsonencode({ edge = ["web"] })
        >         "run.googleapis.com/container-dependencies" = jsonencode({ edge = ["web", "collector"] })
                }
              }

              spec {
                containers {
                  name  = "edge"
                  image = "docker.io/nginxinc/nginx-unprivileged:1.27"

                  ports {
                    container_port = 8080
                  }
                }

                containers {
                  name  = "web"
                  image = "docker.io/acme/web:1.2.3"

                  env {
                    name  = "PORT"
                    value = "8081"
                  }

                  startup_probe {
                    tcp_socket {
                      port = 8081
                    }
                  }
                }

                containers {
                  name  = "collector"
                  image = "docker.io/otel/opentelemetry-collector-contrib:0.130.1"

                  startup_probe {
                    http_get {
                      path = "/"
                      port = 13133
                    }
                  }
                }
              }
            }
          }
      `,
  },
  *check(workload, { matching }) {
    const { dependencies } = workload;
    if (!dependencies.isReadable || workload.isMisplaced(key)) return;
    const instance = instanceOf(workload);
    for (const agent of matching) {
      if (agent.container.isIngress || agent.container.hasPorts) continue;
      if (agent.role === 'metrics-scraper' || agent.product?.order === 'after-app' || readsFilesAlone(agent)) continue;
      for (const { container, label, role } of instance.callersOf(agent)) {
        if (isMonitoring(role) || dependencies.waitsFor(container, agent.container)) continue;
        // An agent that waits for the application was put in that order on purpose: it scrapes.
        if (dependencies.waitsFor(agent.container, container)) continue;
        yield {
          on: container.field,
          message: say`"${label}" may start before "${agent.label}", and what it sends until then is lost. Let it wait in ${annotationName(key)}.`,
          help: probeToWaitFor(agent),
          related: [{ on: agent.container.field, message: `"${agent.label}" receives its telemetry.` }],
          fix: unsafeFix(`Let "${label}" wait for "${agent.label}"`, makeWait(container, agent.container)),
        };
      }
    }
  },
});
