import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import {
  annotationName,
  defineRule,
  instanceOf,
  makeWait,
  say,
  unawaitedCalls,
  unsafeFix,
} from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/container-dependencies';

export default defineRule({
  id: 'app-starts-before-sidecar',
  severity: 'info',
  appliesTo: 'workload',
  needs: { mentions: ['env', 'args', 'command'] },
  summary: 'A container calls a sidecar that it does not wait for.',
  why: 'Without a start order all containers of an instance start at the same time. A program that connects to its cache, its broker or its model at the start gets "connection refused" while the other container is still coming up. Programs that try again hide this; others end, and the instance with them.',
  remedy:
    'Name the sidecar in the template annotation `run.googleapis.com/container-dependencies`, for instance `\'{"web":["cache"]}\'`, and give it a startup probe, such as `tcpSocket: { port: 6379 }`. Ignore this advice where the caller tries again, or calls much later.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
  ],
  fixable: 'unsafe',
  fixes: {
    block: changedTemplate`
        > metadata:
        >   annotations:
        >     run.googleapis.com/container-dependencies: '{"web":["cache"]}'
          spec:
            containers:
            # in front
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
              env: [{ name: REDIS_URL, value: "redis://localhost:6379" }]
            - name: cache
              image: docker.io/library/redis:8.2.1
              startupProbe: { tcpSocket: { port: 6379 } }
      `,
    flow: changedTemplate`
        < metadata: { name: shop-1 }
        > metadata: { name: shop-1, annotations: { run.googleapis.com/container-dependencies: '{"web":["cache"]}' } }
          spec:
            containers:
              - { name: web, image: web, ports: [{ containerPort: 8080 }], env: [{ name: C, value: "redis://localhost" }] }
              - { name: cache, image: "redis:8.2.1", startupProbe: { tcpSocket: { port: 6379 } } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_v2_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              containers {
        <       name  = "web"
        <       image = "docker.io/acme/web:1.2.3"
        >       name       = "web"
        >       image      = "docker.io/acme/web:1.2.3"
        >       depends_on = ["cache"]

                ports {
                  container_port = 8080
                }

                env {
                  name  = "REDIS_URL"
                  value = "redis://localhost:6379"
                }
              }

              containers {
                name  = "cache"
                image = "docker.io/library/redis:8.2.1"

                startup_probe {
                  tcp_socket {
                    port = 6379
                  }
                }
              }
            }
          }
      `,
  },
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: REDIS_URL, value: "redis://localhost:6379" }]
      #                                              ^^^^^^^^^^^^^^ "REDIS_URL" sends "web" to "cache", which may start after it. Give "cache" a startup probe, and let "web" wait in "run.googleapis.com/container-dependencies".
          - name: cache
      #           ~~~~~ "cache" is called.
            image: docker.io/library/redis:8.2.1
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["cache"]}'
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: REDIS_URL, value: "redis://localhost:6379" }
              - { name: PDF_URL, value: "http://localhost:3001" }
      #                                         ^^^^^^^^^^^^^^ "PDF_URL" sends "web" to "pdf", which may start after it. Let "web" wait in "run.googleapis.com/container-dependencies".
          - name: cache
            image: docker.io/library/redis:8.2.1
            startupProbe: { tcpSocket: { port: 6379 } }
          - name: pdf
      #           ~~~ "pdf" is called.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/pdf:1.8.2
            startupProbe: { httpGet: { path: /health, port: 3001 } }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["pdf"],"pdf":["cache"]}'
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env:
              - { name: REDIS_URL, value: "redis://localhost:6379" }
              - { name: PDF_URL, value: "http://localhost:3001" }
          # Who waits for a container waits for all that it waits for.
          - name: cache
            image: docker.io/library/redis:8.2.1
            startupProbe: { tcpSocket: { port: 6379 } }
          - name: pdf
            image: europe-west1-docker.pkg.dev/acme-prod/shop/pdf:1.8.2
            startupProbe: { httpGet: { path: /health, port: 3001 } }
    `,
    template`
      spec:
        containers:
          # Each calls the other, so that neither can wait.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: WORKER_URL, value: "http://localhost:3001" }]
          - name: worker
            image: europe-west1-docker.pkg.dev/acme-prod/shop/worker:1.8.2
            env:
              - { name: PORT, value: "3001" }
              - { name: HOOK_TARGET, value: "http://localhost:8080" }
    `,
  ],
  *check(workload) {
    for (const { member, name, on, target } of unawaitedCalls(instanceOf(workload))) {
      const { container, label } = target;
      const wait = say`et "${member.label}" wait in ${annotationName(key)}.`;
      yield {
        on,
        message: container.startupProbe.exists
          ? say`"${name}" sends "${member.label}" to "${label}", which may start after it. L${wait}`
          : say`"${name}" sends "${member.label}" to "${label}", which may start after it. Give "${label}" a startup probe, and l${wait}`,
        related: [{ on: container.field, message: `"${label}" is called.` }],
        fix: unsafeFix(`Let "${member.label}" wait for "${label}"`, makeWait(member.container, container)),
      };
    }
  },
});
