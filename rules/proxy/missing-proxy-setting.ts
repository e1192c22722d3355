import { template } from '../../src/examples.ts';
import type { HelpfulFinding, Member } from '../../src/rule-kit.ts';
import {
  configFor,
  defineRule,
  fieldName,
  isFrontProxy,
  missingRequirements,
  say,
  settingFor,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'missing-proxy-setting',
  severity: 'error',
  appliesTo: 'workload',
  needs: { role: (role) => isFrontProxy(role) || role === 'tunnel', certain: true, wholeText: true },
  summary: 'A proxy or tunnel lacks a setting or a configuration that it needs.',
  why: 'The proxy exits at start or answers every request with an error, and with it the whole instance: nothing else can be reached from outside. A setting that another container has does not help, for containers share no variables.',
  remedy: `Give it the setting in its own \`env\` or \`args\`, credentials from Secret Manager:

- ESPv2: \`ENDPOINTS_SERVICE_NAME\`, or \`ENDPOINTS_SERVICE_PATH\` with the description of the API; \`PORT\` too, where it is not the container with \`ports\`;
- Kong: \`KONG_DATABASE=off\` with \`KONG_DECLARATIVE_CONFIG\`;
- HAProxy: a mounted \`/usr/local/etc/haproxy/haproxy.cfg\`;
- OAuth2 Proxy: client ID, client secret, cookie secret and the allowed email domains;
- cloudflared: \`TUNNEL_TOKEN\`, or a mounted configuration with credentials.`,
  references: [
    'https://github.com/GoogleCloudPlatform/esp-v2/blob/master/docker/serverless/env_start_proxy.py',
    'https://github.com/Kong/docker-kong',
    'https://hub.docker.com/_/haproxy',
    'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"kong":["api"]}'
      spec:
        containers:
          - name: kong
      #           ^^^^ "kong" has no "KONG_DATABASE=off", so it waits for a Postgres on localhost and exits.
            image: docker.io/kong/kong-gateway:3.11
            ports: [{ containerPort: 8000 }]
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "9000" }]
            startupProbe: { tcpSocket: { port: 9000 } }
    `,
    template`
      spec:
        containers:
          - name: haproxy
      #           ^^^^^^^ "haproxy" has no configuration. The image of HAProxy carries none, so it exits.
            image: docker.io/library/haproxy:3.2.4
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
    `,
    template`
      spec:
        containers:
          - name: auth
            image: europe-west1-docker.pkg.dev/acme-prod/shop/auth:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: esp
            image: gcr.io/endpoints-release/endpoints-runtime-serverless:2.51.0
            env: [{ name: ENDPOINTS_SERVICE_NAME, value: shop.endpoints.acme-prod.cloud.goog }]
      #     ^^^ "esp" has no "PORT", so it exits. Cloud Run sets it only for the container with "ports".
    `,
    template`
      spec:
        containers:
          - name: shop
            image: docker.io/acme/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: tunnel
      #           ^^^^^^ "tunnel" has no "TUNNEL_TOKEN", so it knows no tunnel and exits.
            image: docker.io/cloudflare/cloudflared:2025.9.1
            args: ["tunnel", "--no-autoupdate", "run"]
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # Alone it takes the requests itself, so Cloud Run sets PORT.
          - image: gcr.io/endpoints-release/endpoints-runtime-serverless:2.51.0
            env: [{ name: ENDPOINTS_SERVICE_NAME, value: shop.endpoints.acme-prod.cloud.goog }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"kong":["api"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: kong
            image: europe-west1-docker.pkg.dev/acme-prod/dockerhub/kong/kong-gateway:3.11
            ports: [{ containerPort: 8000 }]
            env:
              - { name: KONG_DATABASE, value: "off" }
              - { name: KONG_DECLARATIVE_CONFIG, value: /kong/kong.yml }
            volumeMounts: [{ name: kong, mountPath: /kong }]
            resources: { limits: { cpu: "1", memory: 1Gi } }
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "9000" }]
            startupProbe: { tcpSocket: { port: 9000 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: kong
            secret: { secretName: kong, items: [{ key: "4", path: kong.yml }] }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # Built for one API by Google's script, so that its description is in the image.
          - image: gcr.io/acme-prod/endpoints-runtime-serverless:2.51.0-shop.endpoints.acme-prod.cloud.goog-2026-01-15r0
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"kong":["database"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: kong
            image: docker.io/kong/kong-gateway:3.11
            ports: [{ containerPort: 8000 }]
            env: [{ name: KONG_PG_PASSWORD, valueFrom: { secretKeyRef: { name: kong-db, key: "1" } } }]
            resources: { limits: { cpu: "1", memory: 1Gi } }
          # The Postgres on localhost that Kong calls unless it is told otherwise.
          - name: database
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--lazy-refresh", "acme-prod:europe-west1:kong"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # The image of HAProxy Technologies carries a configuration.
          - name: haproxy
            image: docker.io/haproxytech/haproxy-alpine:3.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: kong
            image: docker.io/kong/kong-gateway:3.11
            env: [{ name: KONG_DATABASE, value: "\${KONG_DATABASE}" }]
            resources: { limits: { cpu: "1", memory: 1Gi } }
    `,
  ],
  *check(_, { matching }) {
    for (const proxy of matching) if (!proxy.settings.mayHideSome) yield* checkProxy(proxy);
  },
});

function* checkProxy(member: Member): Iterable<HelpfulFinding> {
  const { config, container, label, product } = member;
  if (product?.config?.required && config === 'stock') {
    yield {
      on: container.field,
      message: `"${label}" has no configuration. The image of ${product.name} carries none, so it exits.`,
      help: configFor(member),
    };
  }
  const env = container.field.get('env');
  for (const { anyOf, otherwise, unlessIngress } of missingRequirements(member)) {
    const why = unlessIngress ? say` Cloud Run sets it only for the container with ${fieldName('ports')}.` : '';
    yield {
      on: env.exists && !env.isNull ? env : container.field,
      message: say`"${label}" has no "${anyOf[0] ?? ''}", so ${otherwise}.${why}`,
      help: settingFor(member, anyOf[0] ?? ''),
    };
  }
}
