import { template } from '../../src/examples.ts';
import { defineRule, fieldName, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'http-probe-on-h2c',
  severity: 'info',
  appliesTo: 'served',
  needs: { mentions: ['h2c'] },
  summary: 'A probe asks over HTTP/1 on a port that is for HTTP/2.',
  why: 'Cloud Run asks `httpGet` probes over HTTP/1, whatever the port is called. A server of gRPC alone does not answer that, so the revision never becomes ready. Some servers take both on one port.',
  remedy:
    'Write `grpc`, which needs the health service of gRPC, or `tcpSocket` for a startup probe. Keep `httpGet` where the server answers HTTP/1 on this port, too, and ignore this with a comment.',
  references: [
    'https://cloud.google.com/run/docs/configuring/healthchecks',
    'https://cloud.google.com/run/docs/configuring/http2',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/orders:1.8.2
            ports: [{ name: h2c, containerPort: 50051 }]
      #                     ~~~ "h2c" means HTTP/2 without TLS.
            startupProbe:
              httpGet:
      #       ^^^^^^^ The startup probe asks over HTTP/1, but port 50051 is for HTTP/2.
                path: /healthz
                port: 50051
    `,
    template`
      spec:
        containers:
          - name: orders
            image: europe-west1-docker.pkg.dev/acme-prod/shop/orders:1.8.2
            ports: [{ name: h2c, containerPort: 8080 }]
            startupProbe: { grpc: { port: 8080 } }
            livenessProbe: { httpGet: { path: /healthz } }
      #                      ^^^^^^^ The liveness probe of "orders" asks over HTTP/1, but port 8080 is for HTTP/2.
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/orders:1.8.2
            ports: [{ name: h2c, containerPort: 50051 }]
            startupProbe: { grpc: { port: 50051 } }
            livenessProbe: { httpGet: { path: /healthz, port: 9102 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  *check(service) {
    const { ingress } = service;
    const name = ingress?.field.get('ports').items[0]?.get('name');
    const wanted = ingress?.containerPort;
    if (!ingress || name?.value !== 'h2c' || wanted === undefined) return;
    for (const probe of ingress.probes) {
      const handler = probe.field.get('httpGet');
      if (!handler.exists) continue;
      const port = handler.get('port');
      if (port.exists && port.value !== wanted) continue;
      yield {
        on: handler,
        message: `The ${probe.label}${ingress.after('of')} asks over HTTP/1, but port ${wanted} is for HTTP/2.`,
        help: say`Write ${fieldName('grpc')}${probe.kind === 'startupProbe' ? say` or ${fieldName('tcpSocket')}` : ''}. Ignore this advice if the server answers HTTP/1 here, too.`,
        related: [{ on: name, message: '"h2c" means HTTP/2 without TLS.' }],
      };
    }
  },
});
