import { template } from '../../src/examples.ts';
import type { Member } from '../../src/rule-kit.ts';
import {
  defineRule,
  fieldName,
  freePort,
  instanceOf,
  isFrontProxy,
  mayBeCalled,
  means,
  say,
  upstreamsOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'bypassed-proxy',
  severity: 'error',
  securitySeverity: '6.5',
  appliesTo: 'service',
  needs: { sidecars: true, role: isFrontProxy, certain: true, wholeText: true },
  summary: 'Requests go past the proxy, since `ports` is on the application beside it.',
  why: `Requests from outside reach only the container with \`ports\`. Where that is the application, the proxy is started and paid for, but no request passes it: what it should check, limit, rewrite or log is not checked, limited, rewritten or logged. With an authenticating proxy this is an open door.

Nothing else can be reached from outside, so it is enough to move \`ports\`: the application then answers to the proxy alone.`,
  remedy: `Move \`ports\` from the application to the proxy. Then:

- tell the application its port by its own \`PORT\` variable, for Cloud Run sets \`PORT\` only for the container with \`ports\`;
- let the proxy pass requests on to \`localhost\` and that port;
- let the proxy wait for the application: \`run.googleapis.com/container-dependencies: '{"nginx":["web"]}'\`.`,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/container-contract',
    'https://github.com/GoogleCloudPlatform/cloud-run-samples/tree/main/multi-container/hello-nginx-sample',
    'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  ],
  bad: [
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
      #     ^^^^^ Requests go straight to "web" and never pass "nginx". "ports" belongs on "nginx".
          - name: nginx
            image: docker.io/library/nginx:1.29.1
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The proxy that no request passes.
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
    template`
      spec:
        containers:
          - name: app
            image: europe-west1-docker.pkg.dev/acme-prod/shop/backoffice:1.8.2
            ports: [{ containerPort: 8080 }]
      #     ^^^^^ Requests go straight to "app" and never pass "auth", which runs OAuth2 Proxy. "ports" belongs on "auth".
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=0.0.0.0:4180", "--upstream=http://localhost:8080", "--email-domain=example.com"]
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"envoy":["grpc"]}'
      spec:
        containers:
          - name: grpc
            image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
            ports: [{ name: h2c, containerPort: 50051 }]
      #     ^^^^^ Requests go straight to "grpc" and never pass "envoy". "ports" belongs on "envoy".
            startupProbe: { tcpSocket: { port: 50051 } }
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
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
            image: docker.io/library/nginx:1.29.1
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
          run.googleapis.com/container-dependencies: '{"client":["envoy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # Envoy on the way out: the application calls through it.
          - name: client
            image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: API_URL, value: "http://localhost:10000" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
            startupProbe: { tcpSocket: { port: 10000 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # The web server in this image asks OAuth2 Proxy about each request by itself.
          - name: admin
            image: europe-west1-docker.pkg.dev/acme-prod/shop/admin:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: oauth2-proxy
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--config=/etc/oauth2-proxy/oauth2-proxy.cfg"]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # Its variable holds the address of a neighbour, or of something else: the secret knows.
          - name: client
            image: europe-west1-docker.pkg.dev/acme-prod/shop/client:1.8.2
            ports: [{ containerPort: 8080 }]
            env: [{ name: API_URL, valueFrom: { secretKeyRef: { name: api-url, key: "1" } } }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            volumeMounts: [{ name: nginx-conf, mountPath: /etc/nginx/conf.d }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          # On the way out, too: it passes on to another host.
          - name: cache
            image: docker.io/library/varnish:7.7
            env: [{ name: VARNISH_BACKEND_HOST, value: prices.example.com }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
    `,
  ],
  *check(service, { matching }) {
    const { members } = instanceOf(service);
    const ingress = members.find(({ container }) => container.isIngress && container.hasPorts);
    if (ingress?.role !== 'application') return;
    for (const proxy of matching) {
      if (!isMeantInFront(proxy, ingress)) continue;
      yield {
        on: ingress.container.field.get('ports'),
        message: say`Requests go straight to "${ingress.label}" and never pass "${proxy.label}"${describe(proxy)}. ${fieldName('ports')} belongs on "${proxy.label}".`,
        help: say`Move ${fieldName('ports')} to "${proxy.label}". Set "PORT" in "${ingress.label}", for instance to "${freePort(ingress.instance)}", and let "${proxy.label}" pass requests on to that port of localhost.`,
        related: [{ on: proxy.place, message: 'The proxy that no request passes.' }],
      };
    }
  },
});

/** Names and images of containers that are likely to be a proxy themselves, though none that is known. */
const frontWords = /proxy|gateway|gw\b|ingress|edge|auth|router|balancer|\blb\b|iap|waf|nginx|envoy|caddy|haproxy/i;

/**
 * Whether the proxy was meant to stand before this container. A proxy on the way out and a web server behind a proxy of
 * the team's own look much the same, so it takes a sign: the file sends the proxy to that container or lets it wait for
 * it, or it is a product for requests from outside that nobody inside calls.
 */
function isMeantInFront(proxy: Member, ingress: Member): boolean {
  const { dependencies } = proxy.container.workload;
  if (!dependencies.isReadable || dependencies.waitsFor(ingress.container, proxy.container)) return false;
  if (upstreamsOf(proxy).includes(ingress)) return true;
  if (mayBeCalled(proxy)) return false;
  if (dependencies.waitsFor(proxy.container, ingress.container)) return true;
  if (callsElsewhere(proxy) || hasHiddenAddress(ingress)) return false;
  const isForRequests = proxy.product?.order === 'after-app' && proxy.role !== 'auth-proxy';
  return isForRequests && !frontWords.test(`${ingress.label} ${ingress.container.image ?? ''}`);
}

/** Whether the file sends the proxy to another place than the instance: it is one on the way out. */
function callsElsewhere({ dials, product, settings }: Member): boolean {
  const { from = [] } = product?.upstream ?? {};
  return settings.first(from) !== undefined && !dials.some(({ name }) => from.includes(name));
}

/** Whether a secret or a placeholder holds an address that the container calls. */
function hasHiddenAddress({ container }: Member): boolean {
  return container.env.some(({ name, value, isSet }) => {
    if (name === undefined) return true;
    return isSet && value === undefined && means(name, 'address') && !means(name, 'no-http');
  });
}

/** What the proxy is, where its name does not say so already. */
function describe({ label, product }: Member): string {
  return product && product.name.toLowerCase() !== label.toLowerCase() ? `, which runs ${product.name}` : '';
}
