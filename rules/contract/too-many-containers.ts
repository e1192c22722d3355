import { template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

/** https://cloud.google.com/run/docs/deploying#sidecars, "up to 10 containers per instance". */
const most = 10;

export default defineRule({
  id: 'too-many-containers',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'An instance has more than 10 containers.',
  why: 'Cloud Run runs at most 10 containers in one instance, the ingress container included, and refuses more.',
  remedy:
    'Move what scales or is released on its own into a service of its own, and let one agent do the work of several: one OpenTelemetry Collector can take metrics, traces and logs.',
  help: 'Let one agent do the work of several, or move a container into a service of its own.',
  references: ['https://cloud.google.com/run/docs/deploying#sidecars', 'https://cloud.google.com/run/quotas'],
  bad: [
    template`
      spec:
        containers:
      # ^^^^^^^^^^ There are 11 containers, but Cloud Run runs at most 10 in an instance.
          - { name: web, image: docker.io/acme/web:2.1.0, ports: [{ containerPort: 8080 }] }
          - { name: auth, image: docker.io/acme/auth:2.1.0 }
          - { name: cart, image: docker.io/acme/cart:2.1.0 }
          - { name: search, image: docker.io/acme/search:2.1.0 }
          - { name: prices, image: docker.io/acme/prices:2.1.0 }
          - { name: images, image: docker.io/acme/images:2.1.0 }
          - { name: mail, image: docker.io/acme/mail:2.1.0 }
          - { name: reports, image: docker.io/acme/reports:2.1.0 }
          - { name: cache, image: docker.io/acme/cache:2.1.0 }
          - { name: collector, image: docker.io/acme/collector:2.1.0 }
          - { name: cloud-sql-proxy, image: docker.io/acme/cloud-sql-proxy:2.1.0 }
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":["collector"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: docker.io/acme/web:2.1.0
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
  ],
  *check({ containers, templateSpec }) {
    if (containers.length <= most) return;
    yield {
      on: templateSpec.get('containers'),
      message: `There are ${containers.length} containers, but Cloud Run runs at most ${most} in an instance.`,
    };
  },
});
