import { template } from '../../src/examples.ts';
import { defineRule, fieldName, hasSplitContainer, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'no-ingress-container',
  severity: 'error',
  appliesTo: 'service',
  needs: { sidecars: true, wholeText: true },
  summary: 'There are several containers and none has `ports`, so none takes the requests.',
  why: 'A service of one container listens on 8080 by default. With several containers there is no default: the one with `ports` takes the requests, and Cloud Run refuses a revision that has none.',
  remedy:
    'Give `ports` with one `containerPort` to the container that is to take the requests: the application, or the proxy in front of it. The others need none, since they reach each other on localhost.',
  help: say`Give ${fieldName('ports')} with one ${fieldName('containerPort')} to the container that takes the requests: the application, or the proxy in front of it.`,
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://github.com/GoogleCloudPlatform/terraform-google-cloud-run/issues/302',
  ],
  predicts: 'Revision template should contain exactly one container with an exposed port.',
  predictsAlike: true,
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["collector"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
      # ^^^^^^^^^^ None of the 2 containers has "ports", so none takes the requests.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
            args: ["--config=/etc/otelcol-contrib/config.yaml"]
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      spec:
        containers:
      # ^^^^^^^^^^ None of the 3 containers has "ports", so none takes the requests.
          - name: nginx
            image: docker.io/library/nginx:1.29.1
            ports: []
          - name: web
            image: docker.io/acme/shop-web:1.8.2
            env: [{ name: PORT, value: "8888" }]
          - name: cache
            image: docker.io/library/redis:8.2.1
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
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          # The order of the list means nothing: whoever has ports takes the requests.
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check(service) {
    const { containers } = service;
    if (containers.some((container) => container.hasPorts || container.field.unknown)) return;
    // Put together again, it may be the only container, which needs no "ports".
    if (hasSplitContainer(containers.map(({ open }) => open))) return;
    yield {
      on: service.templateSpec.get('containers'),
      message: say`None of the ${containers.length} containers has ${fieldName('ports')}, so none takes the requests.`,
    };
  },
});
