import { template } from '../../src/examples.ts';
import { defineRule, instanceOf, type Member, moveTo, nameAndProduct, say, setting } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'proxy-port-mismatch',
  severity: 'error',
  appliesTo: 'service',
  summary: 'Requests go to a port on which the proxy, unchanged as it is, does not listen.',
  why: 'A stock image listens where its own configuration says: nginx, Apache and Caddy on 80, Kong on 8000, the demo configuration of Envoy on 10000. `containerPort` only tells Cloud Run where to send requests, and `PORT` is ignored by these products. Nobody answers there, so the revision does not become ready.',
  remedy:
    'Set `containerPort` to the port of the image, or give the proxy a configuration that listens on the container port: mount one from Secret Manager, such as `default.conf` under `/etc/nginx/conf.d`, or use a variant made for it, such as `nginxinc/nginx-unprivileged`, which listens on 8080.',
  references: [
    'https://cloud.google.com/run/docs/container-contract#port',
    'https://hub.docker.com/_/nginx',
    'https://hub.docker.com/_/httpd',
    'https://www.envoyproxy.io/docs/envoy/latest/start/docker',
  ],
  predicts:
    'Container failed to start. Failed to start and then listen on the port defined by the PORT environment variable.',
  predictsAlike: true,
  bad: [
    template`
      spec:
        containers:
          - name: nginx
            image: docker.io/library/nginx:1.29.1
      #            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Its own configuration says 80.
            ports:
              - containerPort: 8080
      #                        ^^^^ Requests go to port 8080, but "nginx" is a stock nginx, which listens on 80.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
    `,
    template`
      spec:
        containers:
          - name: envoy
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ name: h2c, containerPort: 8080 }]
      #                                         ^^^^ Requests go to port 8080, but "envoy" is a stock Envoy, which listens on 10000.
          - name: grpc
            image: europe-west1-docker.pkg.dev/acme-prod/shop/grpc:1.8.2
            startupProbe: { grpc: { port: 50051 } }
    `,
    template`
      spec:
        containers:
          - image: docker.io/library/httpd:2.4.65
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Requests go to port 8080, but the container is a stock Apache HTTP Server, which listens on 80.
    `,
    template`
      spec:
        containers:
          - image: docker.io/kong/kong-gateway:3.11
            ports: [{ containerPort: 8080 }]
            env:
              - { name: KONG_DATABASE, value: "off" }
              - { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8000, 0.0.0.0:8443 ssl" }
      #                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Requests go to port 8080, but the container (Kong Gateway) listens on 8000.
    `,
    template`
      spec:
        containers:
          - name: n8n
            image: docker.io/n8nio/n8n:1.110.1
            command: [/bin/sh, -c, "sleep 5; n8n start"]
            ports: [{ containerPort: 5678 }]
      #                              ~~~~ Cloud Run sends them there.
            env: [{ name: N8N_PORT, value: "443" }, { name: N8N_PROTOCOL, value: https }]
      #                                    ^^^^^ Requests go to port 5678, but "n8n" listens on 443.
      #           = Let it speak plain HTTP on port 5678: Cloud Run has ended TLS before.
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/n8nio/n8n:1.110.1
            # The script sets the port itself.
            command: [/bin/sh, -c, "N8N_PORT=$PORT exec n8n start"]
            ports: [{ containerPort: 5678 }]
            env: [{ name: N8N_PORT, value: "443" }]
            resources: { limits: { cpu: "1", memory: 2Gi } }
    `,
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
            # Its configuration is not the image's own any more.
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
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/library/httpd:2.4.65
            ports: [{ containerPort: 80 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/library/nginx:1.29.1
            # The script may write another configuration before nginx reads it.
            command: ["/bin/sh", "-c"]
            args: ["sed -i 's/80;/8080;/' /etc/nginx/conf.d/default.conf && nginx -g 'daemon off;'"]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: caddy
            image: docker.io/library/caddy:2.10.2
            args: ["caddy", "reverse-proxy", "-f", ":8080", "-t", "localhost:8888"]
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/kong/kong-gateway:3.11
            env:
              - { name: KONG_DATABASE, value: "off" }
              # The second of them is the container's port.
              - { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8443 ssl http2, 0.0.0.0:8080" }
            resources: { limits: { cpu: "1", memory: 1Gi } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: docker.io/library/nginx:1.29.1
            # A script of the bucket, which may do the same.
            command: ["/scripts/start.sh"]
            volumeMounts: [{ name: scripts, mountPath: /scripts }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
        volumes:
          - name: scripts
            csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: acme-scripts } }
    `,
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          # The variant for Cloud Run listens where PORT says.
          - image: docker.io/gotenberg/gotenberg:8-cloudrun
            resources: { limits: { cpu: "1", memory: 1Gi } }
    `,
  ],
  *check(service) {
    const { ingress } = service;
    const member = ingress && instanceOf(service).of(ingress);
    const wanted = ingress?.containerPort;
    // The proxy of a mesh is no better on another port.
    if (!member || wanted === undefined || member.role === 'mesh-proxy' || member.settings.mayHideSome) return;
    const isRead = member.config === 'read';
    const product = isRead ? member.beside?.product : member.product;
    if (!product || !(isRead || (member.isCertain && (member.config === 'stock' || isSetPlainly(member))))) return;
    if (!member.listenersKnown && product.moreListeners !== 'internal') return;
    const data = member.listeners.filter(({ purpose, source, udp }) => purpose === 'data' && source !== 'port' && !udp);
    const [first] = data;
    if (!first || member.listeners.some(({ port, source }) => port === wanted && source !== 'port')) return;
    if (data.some(({ port }) => port === undefined)) return;
    // What only the instance itself can reach has a rule of its own.
    if (data.every(({ reach }) => reach === 'loopback')) return;
    const port = ingress?.portPlace;
    const isStated = port !== undefined;
    const moved = moveTo(wanted, first);
    const otherwise =
      moved === undefined ? `give "${member.label}" a configuration that listens on ${wanted}` : `set ${moved}`;
    const portHelp =
      first.port === 443
        ? `Let it speak plain HTTP on port ${wanted}: Cloud Run has ended TLS before.`
        : say`Write ${setting('containerPort', first.port ?? wanted)}. Or ${otherwise}.`;
    if (first.source === 'setting') {
      yield {
        on: first.on,
        message: `Requests go to port ${wanted}, but ${nameAndProduct(member.label, product)} listens on ${first.port}.`,
        help: portHelp,
        ...(isStated && { related: [{ on: port, message: 'Cloud Run sends them there.' }] }),
      };
      return;
    }
    const fact = isRead
      ? `the configuration of ${nameAndProduct(member.label, product)}`
      : `"${member.label}" is a stock ${product.name}, which`;
    yield {
      on: isStated ? port : first.on,
      message: `Requests go to port ${wanted}, but ${fact} listens on ${first.port}.`,
      help: portHelp,
      ...(isStated && { related: [{ on: first.on, message: `Its own configuration says ${first.port}.` }] }),
    };
  },
});

/** Whether a setting of the file alone says where it listens: it reads no configuration, and no script sets another. */
function isSetPlainly({ product, words, listeners }: Member): boolean {
  if (!product || product.config || !listeners.some(({ source }) => source === 'setting')) return false;
  const names = (product.listens ?? []).flatMap(({ portFrom = [], listenFrom = [] }) => [...portFrom, ...listenFrom]);
  return !words.some(({ text }) => names.some((name) => text.includes(name)));
}
