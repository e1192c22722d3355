import { template } from '../../src/examples.ts';
import { defineRule, fieldName, instanceOf, isFrontProxy, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'exposed-admin-port',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['ports'] },
  summary: 'Requests go to the administration port of a proxy.',
  why: 'On that port the proxy shows its configuration and takes orders: the admin page of Envoy shows every certificate and can end the process, the Admin API of Kong adds routes and plugins, the dashboard of Traefik shows every route. Nobody is asked for a password. Whoever can call the service can do that, while its own requests are not served there at all.',
  remedy:
    "Write the port of the proxy's listener into `containerPort`. The administration port stays reachable within the instance, at `localhost`.",
  help: say`Write the port of the proxy's own listener as ${fieldName('containerPort')}.`,
  references: [
    'https://www.envoyproxy.io/docs/envoy/latest/operations/admin',
    'https://github.com/Kong/kong/blob/master/kong.conf.default',
    'https://doc.traefik.io/traefik/operations/api/',
    'https://cloud.google.com/run/docs/container-contract#port',
  ],
  securitySeverity: '7.5',
  bad: [
    template`
      spec:
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ containerPort: 9901 }]
      #                              ^^^^ Requests go to port 9901 of "envoy", which is the administration port of Envoy.
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: kong
            image: docker.io/library/kong:3.9.1
            ports: [{ containerPort: 8001 }]
      #                              ^^^^ Requests go to port 8001 of "kong", which is the administration port of Kong Gateway.
            env:
              - { name: KONG_DATABASE, value: "off" }
              - { name: KONG_ADMIN_LISTEN, value: "0.0.0.0:8001" }
    `,
    template`
      spec:
        containers:
          - name: traefik
            image: docker.io/library/traefik:v3.5
            args: ["--api.insecure=true", "--providers.file.filename=/config/routes.yaml"]
            ports: [{ containerPort: 8080 }]
      #                              ^^^^ Requests go to port 8080 of "traefik", which is the administration port of Traefik.
            volumeMounts: [{ name: routes, mountPath: /config }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
        volumes:
          - name: routes
            secret: { secretName: routes, items: [{ key: "1", path: routes.yaml }] }
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - name: traefik
            image: docker.io/library/traefik:v3.5
            # Neither the API nor the dashboard is on, so nothing but this opens the port.
            args: ["--entryPoints.web.address=:8080", "--providers.file.filename=/config/routes.yaml"]
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"envoy":["web"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
            # A probe may ask it.
            startupProbe: { httpGet: { path: /ready, port: 9901 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
    template`
      spec:
        containers:
          - name: kong
            image: docker.io/library/kong:3.9.1
            ports: [{ containerPort: 8001 }]
            env:
              - { name: KONG_DATABASE, value: "off" }
              # Where it takes its requests is the team's choice.
              - { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8001" }
              - { name: KONG_ADMIN_LISTEN, value: "off" }
    `,
    template`
      spec:
        containers:
          - name: traefik
            image: docker.io/library/traefik:v3.5
            args: ["--api.insecure=true", "--entryPoints.traefik.address=:9000", "--entryPoints.web.address=:8080"]
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
    `,
  ],
  *check(service) {
    const { ingress } = service;
    const port = ingress?.portPlace;
    const wanted = ingress?.containerPort;
    if (!port || wanted === undefined) return;
    const { isCertain, listeners, product, settings } = instanceOf(service).of(ingress!);
    if (!product || !isCertain || !isFrontProxy(product.role)) return;
    const admin = product.listens?.find((listen) => listen.purpose === 'admin' && listen.port === wanted);
    if (!admin) return;
    // It is off unless a switch is given, and what we cannot see may say so.
    if (admin.onlyWith && settings.isOn(admin.onlyWith) !== true) return;
    // A setting may have moved it, or put the proxy's own listener there.
    const here = listeners.filter(({ listen, port }) => listen && port === wanted);
    if (here.some(({ purpose }) => purpose !== 'admin')) return;
    if (here.length === 0 && settings.first([...(admin.portFrom ?? []), ...(admin.listenFrom ?? [])])) return;
    yield {
      on: port,
      message: `Requests go to port ${wanted}${ingress!.after('of')}, which is the administration port of ${product.name}.`,
    };
  },
});
