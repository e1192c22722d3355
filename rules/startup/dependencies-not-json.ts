import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'dependencies-not-json',
  severity: 'warning',
  appliesTo: 'workload',
  only: 'yaml',
  needs: { mentions: ['run.googleapis.com/container-dependencies'] },
  summary: 'The start order is written without the quotes of JSON.',
  why: 'The API takes `{web: [proxy]}`, and samples write it so. But gcloud reads the annotation as JSON: a later `gcloud run services update` that touches containers fails on it.',
  remedy: 'Put every name in double quotes, and the whole in single quotes.',
  help: 'Put every name in double quotes, and the whole in single quotes.',
  references: [
    'https://cloud.google.com/run/docs/deploying#sidecars',
    'https://cloud.google.com/run/docs/configuring/services/containers#container-ordering',
  ],
  fixable: 'safe',
  bad: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: "{nginx: [web]}"
      #                                              ^^^^^^^^^^^^^^^^ The start order is not JSON, since its names have no double quotes.
      spec:
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            startupProbe: { tcpSocket: { port: 8888 } }
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"web": ["collector", "cloud-sql-proxy",]}'
      #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The start order is not JSON, though YAML can read it.
      spec:
        containers:
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: docker.io/otel/opentelemetry-collector-contrib:0.128.0
            startupProbe: { httpGet: { path: /, port: 13133 } }
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
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
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
    template`
      metadata:
        annotations:
          # Line breaks are fine: JSON does not mind them.
          run.googleapis.com/container-dependencies: |
            {
              "nginx": ["web"]
            }
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: nginx
            image: europe-west1-docker.pkg.dev/acme-prod/shop/nginx:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          metadata:
            annotations:
              # the start order
        <     run.googleapis.com/container-dependencies: '{web: [proxy]}' # proxy first
        >     run.googleapis.com/container-dependencies: '{"web":["proxy"]}' # proxy first
          spec:
            containers:
            - name: web
              image: docker.io/acme/web:1.2.3
              ports: [{ containerPort: 8080 }]
            - name: proxy
              image: docker.io/acme/proxy:1.2.3
              startupProbe: { tcpSocket: { port: 9090 } }
      `,
    flow: changedTemplate`
        < metadata: { annotations: { run.googleapis.com/container-dependencies: "{web: [proxy]}" } }
        > metadata: { annotations: { run.googleapis.com/container-dependencies: '{"web":["proxy"]}' } }
          spec:
            containers:
            - { name: web, image: docker.io/acme/web:1.2.3, ports: [{ containerPort: 8080 }] }
            - { name: proxy, image: docker.io/acme/proxy:1.2.3, startupProbe: { tcpSocket: { port: 9090 } } }
      `,
  },
  *check({ dependencies }) {
    const { annotation } = dependencies;
    const text = annotation.text;
    if (text === undefined || annotation.unknown || !dependencies.isWellFormed || isJson(text)) return;
    const json = JSON.stringify(dependencies.toObject());
    // Of two entries for one container, which one counts is for a person to say.
    const isUnique = text.split(':').length - 1 === dependencies.graph.keys.length;
    const replaceable = annotation.style !== 'block' && !annotation.isReference && isUnique;
    yield {
      on: annotation,
      message: text.includes('"')
        ? 'The start order is not JSON, though YAML can read it.'
        : 'The start order is not JSON, since its names have no double quotes.',
      ...(replaceable && {
        fix: {
          title: 'Write the start order as JSON',
          safe: true,
          edits: [{ ...annotation.fullSpan, text: `'${json.replaceAll("'", "''")}'` }],
        },
      }),
    };
  },
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
