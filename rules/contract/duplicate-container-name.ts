import { template } from '../../src/examples.ts';
import type { Container } from '../../src/rule-kit.ts';
import { defineRule } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'duplicate-container-name',
  severity: 'error',
  appliesTo: 'workload',
  needs: { sidecars: true, wholeText: true },
  summary: 'Two containers of an instance have the same name.',
  why: 'The name is what start order, logs and `gcloud run services update --container` know a container by. With two of one name nobody knows which is meant.',
  remedy:
    'Call each container by what it does, and adapt the start order in `run.googleapis.com/container-dependencies`.',
  help: 'Give one of the two containers another name.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v1/Container',
    'https://cloud.google.com/sdk/gcloud/reference/run/services/update',
  ],
  predicts: 'Containers [1, 2] have duplicate container names',
  bad: [
    template`
      spec:
        containers:
          - name: proxy
      #           ~~~~~ The first container called "proxy".
            image: docker.io/envoyproxy/envoy:v1.34.4
            ports: [{ containerPort: 8080 }]
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
          - name: proxy
      #           ^^^^^ "proxy" is the name of another container as well.
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
    `,
  ],
  good: [
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"envoy":["web"],"web":["cloud-sql-proxy"]}'
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: envoy
            image: europe-west1-docker.pkg.dev/acme-prod/shop/envoy:1.8.2
            ports: [{ containerPort: 8080 }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
          - name: cloud-sql-proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.16.0
            args: ["--port=5432", "--health-check", "--http-address=0.0.0.0", "--lazy-refresh", "acme-prod:europe-west1:shop"]
            startupProbe: { httpGet: { path: /startup, port: 9090 } }
            resources: { limits: { cpu: 500m, memory: 256Mi } }
    `,
  ],
  *check(workload) {
    const firstByName = new Map<string, Container>();
    for (const container of workload.containers) {
      const { name } = container;
      if (name === undefined) continue;
      const first = firstByName.get(name);
      if (!first) {
        firstByName.set(name, container);
        continue;
      }
      yield {
        on: container.field.get('name'),
        message: `"${name}" is the name of another container as well.`,
        related: [{ on: first.field.get('name'), message: `The first container called "${name}".` }],
      };
    }
  },
});
