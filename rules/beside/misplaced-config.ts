import { beside, template } from '../../src/examples.ts';
import { defineRule, wrongIn } from '../../src/rule-kit.ts';

const service = template`
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
`;

export default defineRule({
  id: 'misplaced-config',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A whole configuration of nginx is copied where a part belongs, or a part where the whole belongs.',
  why: 'The main file `/etc/nginx/nginx.conf` holds `events` and `http`; what it includes from `/etc/nginx/conf.d` stands inside of `http` already. In the other place nginx refuses the directives, `"events" directive is not allowed here` or `"server" directive is not allowed here`, and exits.',
  remedy:
    'Copy a file with `events` and `http` to `/etc/nginx/nginx.conf`, and one that begins with `server` or `upstream` to `/etc/nginx/conf.d/default.conf`.',
  references: ['https://nginx.org/en/docs/beginners_guide.html#conf_structure', 'https://hub.docker.com/_/nginx'],
  bad: [
    beside(service, {
      'edge/Dockerfile': `
        FROM nginx:1.27
        COPY nginx.conf /etc/nginx/conf.d/default.conf
      `,
      'edge/nginx.conf': `
        worker_processes 1; events {}
        #                   ^^^^^^ "events" belongs in the main file alone, but the image has this one as "/etc/nginx/conf.d/default.conf", a part of "http", so "edge" exits.
        http {
          server {
            listen 8080;
            location / { proxy_pass http://localhost:8081; }
          }
        }
      `,
    }),
  ],
  good: [
    beside(service, {
      'edge/Dockerfile': `
        FROM nginx:1.27
        COPY nginx.conf /etc/nginx/nginx.conf
      `,
      'edge/nginx.conf': `
        events {}
        http {
          server {
            listen 8080;
            location / { proxy_pass http://localhost:8081; }
          }
        }
      `,
    }),
  ],
  *check(workload) {
    for (const { defect, member, inManifest } of wrongIn(workload, 'misplaced')) {
      const { at, isWhole, on } = defect;
      const name = on.stablePath.at(-1) ?? '';
      const where = isWhole
        ? `"${name}" belongs in the main file alone, but the image has this one as "${at}", a part of "http"`
        : `"${name}" belongs inside of "http", but the image has this file as "${at}", the main one`;
      const place = isWhole ? '/etc/nginx/nginx.conf' : '/etc/nginx/conf.d/default.conf';
      yield {
        on,
        message: `${where}, so "${member.label}" exits.`,
        help: `Copy this file to "${place}".`,
        ...inManifest,
      };
    }
  },
});
