import { template } from '../../src/examples.ts';
import type { Finding, Workload } from '../../src/rule-kit.ts';
import { byLanguage, defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'malformed-dependencies',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  needs: { mentions: ['run.googleapis.com/container-dependencies'], wholeText: true },
  summary: 'The start order is not JSON text that maps names to lists of names.',
  why: 'Annotations hold text, so the order must be a JSON object inside a string. gcloud refuses a YAML map in its place, and an order of another form orders nothing.',
  remedy:
    'Write one quoted string: the waiting container, and the list of those that it waits for: `\'{"web":["proxy","collector"]}\'`.',
  help: byLanguage({
    yaml: 'Write one text in quotes: JSON that maps each container that waits to the list of those that it waits for.',
    hcl: 'Write "jsonencode" with an object that maps each container that waits to the list of those that it waits for.',
  }),
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
  ],
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies:
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The start order is a YAML map. It must be JSON text in quotes.
            web: [collector]
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web":"datadog-agent"}'
      #                                                      ^^^^^^^^^^^^^^^ What "web" waits for must be a list of names, even for one.
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: datadog-agent
            image: gcr.io/datadoghq/serverless-init:1.7.5
            env: [{ name: DD_HEALTH_PORT, value: "5555" }]
            startupProbe: { tcpSocket: { port: 5555 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: web=proxy
      #                                              ^^^^^^^^^ The start order cannot be read. It must be JSON text that maps names to lists of names.
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.3
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
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
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: "%DEPENDENCIES%"
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/shop/collector:2.1.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          # As good as none.
          run.googleapis.com/container-dependencies: ""
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: search
            image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
            resources: { limits: { cpu: 500m, memory: 512Mi } }
    `,
  ],
  *check({ dependencies }) {
    const { annotation, graph } = dependencies;
    // An empty text takes a start order back.
    if (!dependencies.exists || annotation.unknown || annotation.text?.trim() === '') return;
    if (annotation.isMap || annotation.isList) {
      const kind = annotation.isMap ? 'map' : 'list';
      yield {
        on: annotation,
        message: byLanguage({
          yaml: `The start order is a YAML ${kind}. It must be JSON text in quotes.`,
          hcl: 'The start order is written as HCL. It must be JSON text, as "jsonencode" makes it.',
        }),
      };
    } else if (!graph.isMap) {
      yield {
        on: annotation,
        message: 'The start order cannot be read. It must be JSON text that maps names to lists of names.',
      };
    } else {
      yield* checkValues(graph);
    }
  },
});

function* checkValues(graph: Workload['dependencies']['graph']): Iterable<Finding> {
  for (const [name, needs] of graph.entries) {
    const isList = needs.isList && needs.items.every((need) => need.isScalar);
    // JSON's null is no list, but none is needed where nothing is waited for.
    if (isList || needs.isNull) continue;
    yield { on: needs, message: `What "${name}" waits for must be a list of names, even for one.` };
  }
}
