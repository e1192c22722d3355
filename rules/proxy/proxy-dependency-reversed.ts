import { template } from '../../src/examples.ts';
import {
  applicationsOf,
  defineRule,
  frontProxyOf,
  instanceOf,
  isFrontProxy,
  mayBeCalled,
  upstreamsOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'proxy-dependency-reversed',
  severity: 'warning',
  appliesTo: 'service',
  needs: { sidecars: true, mentions: ['run.googleapis.com/container-dependencies'], role: isFrontProxy },
  summary: 'The application waits for the proxy in front of it.',
  why: 'The proxy calls the application, not the other way round. In this order the proxy is up and takes requests while the application has not even begun to start, so each new instance fails its first requests. An nginx that looks its upstream up at start, or a proxy whose own probe asks the application, never comes up at all.',
  remedy: 'Turn the pair around: the proxy waits for the application, as in `\'{"nginx":["web"]}\'`.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/cloud-run-samples/tree/main/multi-container/hello-nginx-sample',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["nginx"]}'
      #                                                       ^^^^^^^ "web" waits for "nginx", but "nginx" is the proxy in front of it.
      spec:
        containers:
          - name: nginx
      #           ~~~~~ The proxy that takes the requests.
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            startupProbe: { tcpSocket: { port: 8080 } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: "{api: [esp]}"
      #                                                      ^^^ "api" waits for "esp", but "esp" is the proxy in front of it.
      spec:
        containers:
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
            args: ["--listener_port=8080", "--backend=http://127.0.0.1:8082", "--service=shop.example.com"]
            ports: [{ containerPort: 8080 }]
            startupProbe: { tcpSocket: { port: 8080 } }
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "8082" }]
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"caddy":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: caddy
            image: europe-west1-docker.pkg.dev/acme-prod/dockerhub/library/caddy:2.10.2
            args: ["caddy", "reverse-proxy", "--from", ":8080", "--to", "localhost:8888"]
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"worker":["envoy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
            startupProbe: { tcpSocket: { port: 8080 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          # Calls out through the same Envoy, so it may well wait for it.
          - name: worker
            image: europe-west1-docker.pkg.dev/acme-prod/shop/worker:1.8.2
            env: [{ name: HTTP_PROXY, value: "http://localhost:10000" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"],"exporter":["nginx"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            startupProbe: { tcpSocket: { port: 8080 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # Reads the status page of nginx, so it is no application behind it.
          - name: exporter
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx-exporter:1.4.2
            resources: { limits: { cpu: 100m, memory: 128Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
  ],
  *check(service) {
    const instance = instanceOf(service);
    const proxy = frontProxyOf(instance);
    if (!proxy || mayBeCalled(proxy)) return;
    const { dependencies } = service;
    const upstreams = upstreamsOf(proxy);
    const applications = upstreams.length > 0 ? upstreams : applicationsOf(instance);
    const behind = new Set(applications.map(({ container }) => container));
    // Where the proxy waits for its application, another that waits for the proxy is no application: it reads its metrics.
    if ([...behind].some((container) => dependencies.of(proxy.container).includes(container))) return;
    for (const { waiter, toPlace } of dependencies.edgesTo(proxy.container)) {
      if (!behind.has(waiter)) continue;
      yield {
        on: toPlace,
        message: `"${waiter.label}" waits for "${proxy.label}", but "${proxy.label}" is the proxy in front of it.`,
        help: `Let "${proxy.label}" wait for "${waiter.label}" instead.`,
        related: [{ on: proxy.container.field, message: 'The proxy that takes the requests.' }],
      };
    }
  },
});
