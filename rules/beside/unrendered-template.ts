import { beside, template } from '../../src/examples.ts';
import { defineRule, wrongIn } from '../../src/rule-kit.ts';

const service = template`
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
`;

const text = `
  server {
    listen 8080;
    location / {
      proxy_pass http://localhost:\${API_PORT};
    }
  }
`;

export default defineRule({
  id: 'unrendered-template',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A configuration of nginx names environment variables, but nothing fills them in.',
  why: 'The server reads no environment variables: `${NAME}` in its configuration is a variable of nginx itself, and one that it does not know ends it (`unknown "api_port" variable`, for `listen` `host not found`). The official image fills in files of `/etc/nginx/templates` when it starts, and those alone.',
  remedy:
    'Copy the file to `/etc/nginx/templates/default.conf.template`: the image writes it to `/etc/nginx/conf.d/default.conf` with its variables filled in. Or write the value itself.',
  references: [
    'https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh',
    'https://hub.docker.com/_/nginx',
  ],
  bad: [
    beside(service, {
      'edge/Dockerfile': `
        FROM nginx:1.27
        COPY default.conf /etc/nginx/conf.d/default.conf
      `,
      'edge/default.conf': `
        server {
          listen 8080;
          location / {
            proxy_pass http://localhost:\${API_PORT};
        #                               ^^^^^^^^^^^ Nothing fills in "API_PORT" here, and nginx knows no variable of that name, so "edge" exits.
          }
        }
      `,
    }),
  ],
  good: [
    beside(service, {
      'edge/Dockerfile': `
        FROM nginx:1.27
        COPY default.conf /etc/nginx/templates/default.conf.template
      `,
      'edge/default.conf': text,
    }),
  ],
  *check(workload) {
    for (const { defect, member, inManifest } of wrongIn(workload, 'unrendered')) {
      yield {
        on: defect.on,
        message: `Nothing fills in "${defect.name}" here, and nginx knows no variable of that name, so "${member.label}" exits.`,
        help: 'Copy this file to "/etc/nginx/templates/default.conf.template", or write the value here.',
        ...inManifest,
      };
    }
  },
});
