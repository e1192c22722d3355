import { changedTemplate, changedTerraform, template } from '../../src/examples.ts';
import {
  annotationName,
  canBeBehind,
  defineRule,
  frontProxyOf,
  instanceOf,
  isFrontProxy,
  makeWait,
  probeToWaitFor,
  quoteNames,
  say,
  unsafeFix,
  upstreamsOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'proxy-starts-before-app',
  severity: 'warning',
  appliesTo: 'service',
  needs: { sidecars: true, role: isFrontProxy, wholeText: true },
  summary: 'A proxy takes requests before the application behind it is up.',
  why: `All containers start at the same time, and requests come in as soon as the one with \`ports\` is up. A proxy is up within a second; the application behind it takes longer. Every new instance then answers its first requests with 502 or 503, and an nginx that cannot find its upstream at start exits.`,
  remedy: `Let the proxy wait: \`run.googleapis.com/container-dependencies: '{"nginx":["web"]}'\` on the revision template, and a \`startupProbe\` on the application, since Cloud Run asks that whoever is waited for has one.`,
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/cloud-run-samples/tree/main/multi-container/hello-nginx-sample',
  ],
  fixable: 'unsafe',
  bad: [
    template`
      spec:
        containers:
          - name: nginx
      #           ^^^^^ "nginx" may take requests before "web" is up. Let it wait in "run.googleapis.com/container-dependencies".
            image: europe-west1-docker.pkg.dev/acme-prod/dockerhub/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
          - name: web
      #           ~~~ "web" is behind it.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["cache"]}'
      spec:
        containers:
          - name: auth
      #           ^^^^ "auth" may take requests before "web" is up. Let it wait in "run.googleapis.com/container-dependencies".
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=0.0.0.0:4180", "--upstream=http://localhost:8081"]
            ports: [{ containerPort: 4180 }]
          - name: web
      #           ~~~ "web" is behind it.
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
          - name: cache
            image: docker.io/library/redis:8.2.1
            startupProbe: { tcpSocket: { port: 6379 } }
    `,
    template`
      spec:
        containers:
          - name: envoy
      #           ^^^^^ "envoy" may take requests before "api" and "search" are up. Let it wait in "run.googleapis.com/container-dependencies".
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "8081" }]
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            env: [{ name: PORT, value: "8082" }]
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      metadata:
        annotations:
          # The one that matters to the first page; the gateway knows how to wait for the other.
          run.googleapis.com/container-dependencies: '{"gateway":["api"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: gateway
            image: europe-west1-docker.pkg.dev/acme-prod/dockerhub/krakend/krakend:2.10.2
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: krakend, mountPath: /etc/krakend }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { tcpSocket: { port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            env: [{ name: PORT, value: "8082" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: krakend
            secret: { secretName: krakend, items: [{ key: "7", path: krakend.json }] }
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
              run.googleapis.com/execution-environment: gen2
        >     run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
          spec:
            containers:
              - name: nginx
                image: docker.io/library/nginx:1.27.5
                ports: [{ containerPort: 80 }]
              - name: web
                image: docker.io/acme/web:1.2.3
                startupProbe: { tcpSocket: { port: 9000 } }
      `,
    flow: changedTemplate`
        < metadata: {}
        > metadata:
        >   annotations:
        >     run.googleapis.com/container-dependencies: '{"nginx":["web"]}'
          spec:
            containers:
              - { name: nginx, image: docker.io/library/nginx:1.27.5, ports: [{ containerPort: 80 }] }
              - { name: web, image: docker.io/acme/web:1.2.3, startupProbe: { tcpSocket: { port: 9000 } } }
      `,
    hcl: changedTerraform`
          resource "google_cloud_run_service" "web" {
            name     = "web"
            location = "europe-west1"

            template {
              spec {
                containers {
                  name  = "nginx"
                  image = "docker.io/library/nginx:1.29.1"

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
              }
        >
        >     metadata {
        >       annotations = {
        >         "run.googleapis.com/container-dependencies" = jsonencode({ nginx = ["web"] })
        >       }
        >     }
            }
          }
      `,
  },
  *check(service) {
    const { dependencies } = service;
    const instance = instanceOf(service);
    const proxy = frontProxyOf(instance);
    if (!proxy || !dependencies.isReadable) return;
    const named = upstreamsOf(proxy);
    const behind = named.length > 0 ? named : instance.members.filter((other) => other !== proxy && canBeBehind(other));
    const early = behind.filter(({ container }) => {
      return !dependencies.waitsFor(proxy.container, container) && !dependencies.waitsFor(container, proxy.container);
    });
    // Where the proxy's own configuration decides, waiting for one of them may be all that it needs.
    const [first, ...others] = early;
    if (!first || (named.length === 0 && early.length < behind.length)) return;
    yield {
      on: proxy.container.field,
      message: say`"${proxy.label}" may take requests before ${quoteNames(early.map(({ label }) => label))} ${early.length === 1 ? 'is' : 'are'} up. Let it wait in ${annotationName('run.googleapis.com/container-dependencies')}.`,
      help: others.length === 0 ? probeToWaitFor(first) : undefined,
      related: early.map(({ container, label }) => ({ on: container.field, message: `"${label}" is behind it.` })),
      fix:
        others.length > 0
          ? undefined
          : unsafeFix(`Let "${proxy.label}" wait for "${first.label}"`, makeWait(proxy.container, first.container)),
    };
  },
});
