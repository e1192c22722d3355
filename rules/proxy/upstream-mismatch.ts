import { beside, template } from '../../src/examples.ts';
import type { Dial, HelpfulFinding, Listener, Member } from '../../src/rule-kit.ts';
import { defineRule, isFrontProxy, isLoopback, portInsteadOf } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'upstream-mismatch',
  severity: 'error',
  appliesTo: 'workload',
  needs: { role: isFrontProxy, certain: true, wholeText: true },
  summary: 'A proxy passes requests on to a port of the instance on which nobody listens.',
  why: 'The containers share one network, so a port belongs to whoever listens there. Where the proxy calls a port that no container opens, every request ends in 502 or 503; where it calls its own, requests go round in a circle until the instance is exhausted.',
  remedy:
    'Let both sides say the same port: `--upstream=http://localhost:8081` on the proxy and `PORT=8081` on the application.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    'https://github.com/GoogleCloudPlatform/esp-v2/blob/master/docker/generic/start_proxy.py',
  ],
  bad: [
    beside(
      template`
        spec:
          containers:
            - name: edge
              image: europe-docker.pkg.dev/acme/shop/edge:1.4
              ports:
                - containerPort: 8080
            - name: app
              image: europe-docker.pkg.dev/acme/shop/app:1.4
              env:
                - name: PORT
                  value: "8081"
        #                ~~~~~~ The port of "app" is set here.
      `,
      {
        'edge/Dockerfile': `
          FROM nginx:1.27
          COPY default.conf /etc/nginx/conf.d/default.conf
        `,
        'edge/default.conf': `
          server {
            listen 8080;
            location / {
              proxy_pass http://localhost:3000;
          #                     ^^^^^^^^^^^^^^ "edge" passes requests on to port 3000, but "app" listens on 8081.
            }
          }
        `,
      },
    ),
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"auth":["web"]}'
      spec:
        containers:
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args:
              - --http-address=0.0.0.0:4180
              - --upstream=http://localhost:8080
      #                           ^^^^^^^^^^^^^^ "auth" passes requests on to port 8080, but "web" listens on 8081.
            ports: [{ containerPort: 4180 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
      #                                ~~~~~~ The port of "web" is set here.
            startupProbe: { tcpSocket: { port: 8081 } }
    `,
    template`
      spec:
        containers:
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
            args: ["--listener_port=8080", "--service=shop.example.com", "--backend=http://127.0.0.1:8082"]
      #                                                                                    ^^^^^^^^^^^^^^ "esp" passes requests on to port 8082, but "api" listens on 9000.
            ports: [{ containerPort: 8080 }]
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "9000" }]
    `,
    template`
      spec:
        containers:
          - name: caddy
            image: docker.io/library/caddy:2.10.2
            args: ["caddy", "reverse-proxy", "--from", ":8080", "--to", "localhost:8080"]
      #                                                                 ^^^^^^^^^^^^^^^^ "caddy" passes requests on to port 8080, which is its own. They go round in a circle.
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
    `,
    template`
      spec:
        containers:
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=0.0.0.0:4180", "--upstream=http://web:8080"]
      #                                                              ^^^^^^^^ "auth" passes requests on to port 8080, but "web" listens on 8081.
            ports: [{ containerPort: 4180 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
    `,
    template`
      spec:
        containers:
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
            args: ["--listener_port=8080", "--backend=grpc://127.0.0.1:8082", "--service=shop.example.com"]
      #                                                      ^^^^^^^^^^^^^^ "esp" passes requests on to port 8082, but "api" listens on 8081.
            ports: [{ name: h2c, containerPort: 8080 }]
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "8081" }]
      #                                ~~~~~~ The port of "api" is set here.
            startupProbe: { tcpSocket: { port: 8081 } }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
            args: ["--listener_port=8080", "--backend=grpc://127.0.0.1:8082", "--service=shop.example.com"]
            ports: [{ name: h2c, containerPort: 8080 }]
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            # A page on this port, gRPC on another.
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { httpGet: { path: /healthz, port: 8081 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"auth":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=0.0.0.0:4180", "--upstream=http://web:8081", "--config=/etc/oauth2/proxy.cfg"]
            ports: [{ containerPort: 4180 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { tcpSocket: { port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"esp":["api"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
            # A second port of the application, beside the one that PORT names.
            args: ["--listener_port=8080", "--backend=grpc://127.0.0.1:50051", "--service=shop.example.com"]
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "9000" }]
            startupProbe: { tcpSocket: { port: 9000 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=0.0.0.0:4180", "--upstream=http://localhost:9000", "--config=/etc/oauth2/proxy.cfg"]
            ports: [{ containerPort: 4180 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          # It listens on both, and says so.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }, { name: ADMIN_PORT, value: "9000" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime:2.51.0
            # The description of the API names the address of its backend.
            args: ["--listener_port=8080", "--service=shop.example.com", "--rollout_strategy=managed"]
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "9000" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(_, { matching }) {
    for (const proxy of matching) {
      for (const dial of proxy.dials) if (isUpstream(dial, proxy)) yield* checkUpstream(proxy, dial);
    }
  },
});

/** Whether it is the product's own setting for where requests go, or its configuration says so. */
function isUpstream({ name, source }: Dial, { product }: Member): boolean {
  const { from = [], portFrom = [] } = product?.upstream ?? {};
  return source === 'file' || from.includes(name) || portFrom.includes(name);
}

function* checkUpstream(proxy: Member, dial: Dial): Iterable<HelpfulFinding> {
  const { on, port, listener, protocol, host, target } = dial;
  // A name that is no container's has a rule of its own.
  if (port === undefined || (listener && listener.member !== proxy) || !(target || isLoopback(host))) return;
  const passes = `"${proxy.label}" passes requests on to port ${port}`;
  if (listener) {
    if (listener.purpose !== 'data' || listener.certainty !== 'certain') return;
    yield {
      on,
      message: `${passes}, which is its own. They go round in a circle.`,
      help: `Write the port of the container that is behind "${proxy.label}".`,
    };
    return;
  }
  const asked = target ? [target] : proxy.instance.members;
  const unsure = asked.filter((member) => member !== proxy && !member.listenersKnown);
  const [application] = unsure;
  const given = application && portInsteadOf(port, application);
  if (unsure.length > 1 || (application && (!given || (protocol === 'grpc' && !takesGrpc(proxy, application, given)))))
    return;
  yield {
    on,
    message: given
      ? `${passes}, but "${application?.label}" listens on ${given.port}.`
      : `${passes}, but nobody listens there.`,
    help: given
      ? `Write port ${given.port} here, or let "${application?.label}" listen on ${port}.`
      : `Write the port of the container that is behind "${proxy.label}".`,
    ...(given && { related: [{ on: given.on, message: `The port of "${application?.label}" is set here.` }] }),
  };
}

/**
 * Whether the port that an application is told is the one for gRPC. Beside a port for HTTP it may serve gRPC on another,
 * but not where all requests come as HTTP/2, and a probe asks that port for no page.
 */
function takesGrpc(proxy: Member, { container }: Member, { port }: Listener): boolean {
  if (proxy.container.field.get('ports').items[0]?.get('name').value !== 'h2c') return false;
  return container.probes.some(({ handlers, port: asked }) => asked.value === port && handlers[0] !== 'httpGet');
}
