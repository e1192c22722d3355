import { template } from '../../src/examples.ts';
import {
  applicationsOf,
  defineRule,
  frontProxyOf,
  instanceOf,
  isFrontProxy,
  type Member,
  mayBeCalled,
  quoteNames,
  upstreamsOf,
} from '../../src/rule-kit.ts';

export default defineRule({
  id: 'proxy-chain',
  severity: 'info',
  appliesTo: 'service',
  needs: { sidecars: true, role: isFrontProxy },
  summary: 'A request passes two or more proxies before it reaches the application.',
  why: 'Every proxy reads, parses and writes the request once more, so their delays add up, and so do their CPU and memory, in each instance. Each also has its own timeout and its own limits of size: the strictest of them decides, and which one it was is hard to tell from outside.',
  remedy:
    'Let one proxy do the work of both where it can: Envoy and nginx can check tokens, Cloud Run itself ends TLS, and IAP or a load balancer can authenticate before the request reaches the service.',
  help: 'Let one proxy do the work of both if it can.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/securing/identity-aware-proxy-cloud-run',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["auth"],"auth":["web"]}'
      spec:
        containers:
          - name: nginx
      #           ^^^^^ A request passes 2 proxies before it reaches "web": "nginx" and "auth".
            image: docker.io/nginxinc/nginx-unprivileged:1.29.1
            ports: [{ containerPort: 8080 }]
          - name: auth
      #           ~~~~ It passes this one, too.
            image: europe-west1-docker.pkg.dev/acme-prod/quay/oauth2-proxy/oauth2-proxy:v7.12.0
            args: ["--http-address=127.0.0.1:4180", "--upstream=http://localhost:8081"]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
    `,
    template`
      spec:
        containers:
          - name: caddy
      #           ^^^^^ A request passes 2 proxies before it reaches "api": "caddy" and "gateway".
            image: docker.io/library/caddy:2.10.2
            args: ["caddy", "reverse-proxy", "--from", ":8080", "--to", "localhost:8090"]
            ports: [{ containerPort: 8080 }]
          - name: gateway
            image: docker.io/krakend/krakend:2.10.2
            args: ["run", "--port", "8090", "--config", "/etc/gateway/krakend.json"]
          - name: api
            image: europe-west1-docker.pkg.dev/acme-prod/shop/api:1.8.2
            env: [{ name: PORT, value: "8081" }]
    `,
  ],
  good: [
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
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8081" }]
            startupProbe: { tcpSocket: { port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"nginx":["web"],"web":["egress"]}'
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
            env: [{ name: PORT, value: "8081" }, { name: HTTPS_PROXY, value: "http://localhost:3128" }]
            startupProbe: { tcpSocket: { port: 8081 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # On the way out, not in front.
          - name: egress
            image: docker.io/envoyproxy/envoy:v1.34.4
            volumeMounts: [{ name: envoy-yaml, mountPath: /etc/envoy }]
            startupProbe: { tcpSocket: { port: 3128 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
        volumes:
          - name: nginx-conf
            secret: { secretName: nginx-conf, items: [{ key: "3", path: default.conf }] }
          - name: envoy-yaml
            secret: { secretName: envoy-yaml, items: [{ key: "1", path: envoy.yaml }] }
    `,
  ],
  *check(service) {
    const instance = instanceOf(service);
    const first = frontProxyOf(instance);
    if (!first) return;
    const applications = applicationsOf(instance);
    const others = instance.members.filter((member) => member !== first && standsBetween(member, first, applications));
    const [application] = applications;
    if (others.length === 0 || !application) return;
    const chain = [first, ...others];
    const target = applications.length === 1 ? `"${application.label}"` : 'an application';
    yield {
      on: first.container.field,
      message: `A request passes ${chain.length} proxies before it reaches ${target}: ${quoteNames(chain.map(({ label }) => label))}.`,
      related: others.map(({ container }) => ({ on: container.field, message: 'It passes this one, too.' })),
    };
  },
});

/** Whether a proxy gets its requests from the first one: that is sent to it, or nothing but it can call it. */
function standsBetween(member: Member, first: Member, applications: readonly Member[]): boolean {
  if (!isFrontProxy(member.role)) return false;
  if (upstreamsOf(first).includes(member)) return true;
  const passesOn = upstreamsOf(member).some((target) => applications.includes(target));
  return passesOn && !mayBeCalled(member);
}
