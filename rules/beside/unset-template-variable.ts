import { beside, template } from '../../src/examples.ts';
import { defineRule, wrongIn } from '../../src/rule-kit.ts';

const files = {
  'edge/Dockerfile': `
    FROM nginx:1.27
    COPY default.conf.template /etc/nginx/templates/
  `,
  'edge/default.conf.template': `
    server {
      listen \${PORT};
      location / {
        proxy_pass http://localhost:\${API_PORT};
      }
    }
  `,
};

export default defineRule({
  id: 'unset-template-variable',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A template of nginx names a variable that neither the manifest nor the image sets.',
  why: 'The image of nginx fills in what the environment has and leaves the rest as it is. nginx then takes `${API_PORT}` for a variable of its own, does not know it, and exits (`unknown "api_port" variable`). `${NAME:-default}` is not understood either. Cloud Run sets `PORT` for the container with `ports` alone.',
  remedy: 'Set the variable in the `env` of the container, or with `ENV` in its Dockerfile.',
  references: [
    'https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh',
    'https://github.com/nginx/docker-nginx/issues/592',
    'https://cloud.google.com/run/docs/container-contract#env-vars',
  ],
  bad: [
    beside(
      template`
        spec:
          containers:
            - name: edge
              image: europe-docker.pkg.dev/acme/shop/edge:1.4
              ports:
                - containerPort: 8080
            - name: app
              image: europe-docker.pkg.dev/acme/shop/app:1.4
              env:
                - name: PORT
                  value: "8081"
      `,
      {
        ...files,
        'edge/default.conf.template': `
          server {
            listen \${PORT};
            location / {
              proxy_pass http://localhost:\${API_PORT};
          #                               ^^^^^^^^^^^ Nobody sets "API_PORT", so it is not filled in, and "edge" exits.
            }
          }
        `,
      },
    ),
  ],
  good: [
    beside(
      template`
        spec:
          containers:
            - name: edge
              image: europe-docker.pkg.dev/acme/shop/edge:1.4
              ports:
                - containerPort: 8080
              env:
                - name: API_PORT
                  value: "8081"
            - name: app
              image: europe-docker.pkg.dev/acme/shop/app:1.4
              env:
                - name: PORT
                  value: "8081"
      `,
      files,
    ),
  ],
  *check(workload) {
    for (const { defect, member, inManifest } of wrongIn(workload, 'unset')) {
      yield {
        on: defect.on,
        message: `Nobody sets "${defect.name}", so it is not filled in, and "${member.label}" exits.`,
        help: `Set "${defect.name}" in the "env" of "${member.label}".`,
        ...inManifest,
      };
    }
  },
});
