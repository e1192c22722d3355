import { changedTemplate, template } from '../../src/examples.ts';
import { defineRule, deleteEntry, fieldName, safeFix, say } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'reserved-env',
  severity: 'error',
  appliesTo: 'service',
  needs: { mentions: ['PORT'] },
  summary: 'The container that takes the requests sets `PORT`, which Cloud Run sets itself.',
  why: 'Cloud Run tells the ingress container its port in `PORT` and refuses a revision that sets the variable itself. The other containers get no `PORT`; there it is yours to set.',
  remedy: 'Delete the variable, and write the number as `containerPort` under `ports`: `PORT` follows it.',
  help: say`Remove the variable. "PORT" follows ${fieldName('containerPort')}.`,
  references: [
    'https://cloud.google.com/run/docs/container-contract#env-vars',
    'https://github.com/hashicorp/terraform-provider-google/issues/26877',
  ],
  predicts: 'The following reserved env names were provided: PORT. These values are automatically set by the system.',
  predictsAlike: true,
  fixable: 'safe',
  bad: [
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env:
              - name: PORT
      #               ^^^^ The container takes the requests, so "PORT" is reserved in it. Cloud Run sets it to the container port.
                value: "3000"
    `,
    template`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"gateway":["web"]}'
      spec:
        containers:
          - name: gateway
            image: gcr.io/endpoints-release/endpoints-runtime-serverless:2.51.0
            ports: [{ containerPort: 8080 }]
            env: [{ name: PORT, value: "8080" }, { name: ESPv2_ARGS, value: --http2_port=8080 }]
      #                   ^^^^ "gateway" takes the requests, so "PORT" is reserved in it. Cloud Run sets it to the container port.
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
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
            env: [{ name: NGINX_PORT, value: "8080" }]
            resources: { limits: { cpu: 500m, memory: 256Mi } }
          - name: web
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
            # A sidecar is told its port here; Cloud Run gives it none.
            env: [{ name: PORT, value: "8888" }]
            startupProbe: { tcpSocket: { port: 8888 } }
            resources: { limits: { cpu: "1", memory: 512Mi } }
    `,
  ],
  fixes: {
    block: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
                ports:
                  - containerPort: 8080
                env:
                  - name: MODE
                    value: all
        <         - name: PORT
        <           value: "8080"
      `,
    flow: changedTemplate`
          spec:
            containers:
              - image: docker.io/acme/web:1.2.3
        <       env: [{ name: PORT, value: "8080" }, { name: MODE, value: all }]
        >       env: [{ name: MODE, value: all }]
      `,
  },
  *check({ ingress }) {
    for (const { name, field, value } of ingress?.env ?? []) {
      if (name !== 'PORT') continue;
      yield {
        on: field.get('name'),
        message: `${ingress!.subject} takes the requests, so "PORT" is reserved in it. Cloud Run sets it to the container port.`,
        // Safe where it says what Cloud Run sets anyway. Another value tells what was meant, and a person decides.
        fix:
          value === String(ingress!.containerPort) ? safeFix('Remove "PORT"', deleteEntry(field, 'remove')) : undefined,
      };
    }
  },
});
