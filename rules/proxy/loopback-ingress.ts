import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, isDatabaseProxy, openToAll } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'loopback-ingress',
  severity: 'error',
  appliesTo: 'served',
  summary: 'The container that takes the requests listens on localhost only.',
  why: 'Requests and probes reach a container from outside the instance. A server bound to 127.0.0.1 answers its neighbours and nobody else, so the startup probe fails and the revision never becomes ready. OAuth2 Proxy does so by default, and so are many web servers, which a command for development often repeats.',
  remedy:
    'Bind it to all interfaces, on the container port: `--host 0.0.0.0`, `--http-address=0.0.0.0:4180`, `OLLAMA_HOST=0.0.0.0:11434`, `--addr=0.0.0.0:8181`.',
  references: [
    'https://cloud.google.com/run/docs/container-contract#port',
    'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  ],
  predicts:
    'Container failed to start. Failed to start and then listen on the port defined by the PORT environment variable.',
  predictsAlike: true,
  bad: [
    template`
      spec:
        containers:
          - name: auth
            image: quay.io/oauth2-proxy/oauth2-proxy:v7.12.0
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "auth" takes the requests, but listens on localhost only (port 4180). Cloud Run cannot reach it there.
            args: ["--upstream=http://localhost:8081", "--email-domain=example.com"]
            ports: [{ containerPort: 4180 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
    `,
    template`
      spec:
        containers:
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            ports: [{ containerPort: 11434 }]
            env: [{ name: OLLAMA_HOST, value: "127.0.0.1:11434" }]
      #                                       ^^^^^^^^^^^^^^^^^ "model" takes the requests, but listens on localhost only (port 11434). Cloud Run cannot reach it there.
    `,
    template`
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            command: [uvicorn, main:app, --host, 127.0.0.1, --port, "8080"]
      #                                                             ^^^^^^ "web" takes the requests, but listens on localhost only (port 8080). Cloud Run cannot reach it there.
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"auth":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=0.0.0.0:4180", "--upstream=http://localhost:8081", "--email-domain=example.com"]
            ports: [{ containerPort: 4180 }]
            env:
              - { name: OAUTH2_PROXY_CLIENT_ID, value: shop }
              - name: OAUTH2_PROXY_CLIENT_SECRET
                valueFrom: { secretKeyRef: { name: oauth2-client, key: "1" } }
              - name: OAUTH2_PROXY_COOKIE_SECRET
                valueFrom: { secretKeyRef: { name: oauth2-cookie, key: "1" } }
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
          run.googleapis.com/container-dependencies: '{"web":["model"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # Only a neighbour: localhost is where it should listen.
          - name: model
            image: docker.io/ollama/ollama:0.11.4
            env: [{ name: OLLAMA_HOST, value: "0.0.0.0:11434" }]
            startupProbe: { httpGet: { path: /, port: 11434 } }
            resources: { limits: { cpu: "4", memory: 8Gi } }
    `,
  ],
  *check(service) {
    const { ingress } = service;
    const member = ingress && instanceOf(service).of(ingress);
    if (!member) return;
    // A database proxy has no business there, which is another rule's to say.
    if (isDatabaseProxy(member.role)) return;
    const data = member.listeners.filter(
      ({ certainty, purpose, udp }) => purpose === 'data' && !udp && certainty === 'certain',
    );
    const meant = data.filter(({ port }) => port === ingress?.containerPort);
    // A listener elsewhere is no better for being the only one, if it is known to be that.
    const all = meant.length > 0 ? meant : member.listenersKnown ? data : [];
    const [first] = all;
    if (!first || !all.every(({ reach }) => reach === 'loopback')) return;
    yield {
      on: first.on,
      message: `"${member.label}" takes the requests, but listens on localhost only (port ${first.port}). Cloud Run cannot reach it there.`,
      help: openToAll(first),
    };
  },
});
