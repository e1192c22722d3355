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

const dockerfile = `
  FROM nginx:1.27
  COPY default.conf /etc/nginx/conf.d/default.conf
`;

export default defineRule({
  id: 'log-to-file',
  severity: 'warning',
  appliesTo: 'workload',
  summary: 'A proxy writes its log to a file that nobody reads.',
  why: 'Cloud Run collects what containers write to standard output, to standard error and below `/var/log`. Any other file lies in the memory of the instance: it grows until the container is ended for lack of memory, and nobody sees what it says.',
  remedy:
    'Write to `/dev/stdout` and `/dev/stderr`, or below `/var/log`. The image of nginx has links from `/var/log/nginx/access.log` and `error.log` to these already.',
  references: [
    'https://cloud.google.com/run/docs/logging#container-logs',
    'https://cloud.google.com/run/docs/container-contract#filesystem',
  ],
  bad: [
    beside(service, {
      'edge/Dockerfile': dockerfile,
      'edge/default.conf': `
        server {
          listen 8080;
          access_log /data/access.log;
        #            ^^^^^^^^^^^^^^^^ "edge" writes its log to "/data/access.log", which nobody reads and which takes memory of the instance.
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    }),
  ],
  good: [
    beside(service, {
      'edge/Dockerfile': dockerfile,
      'edge/default.conf': `
        server {
          listen 8080;
          access_log /dev/stdout;
          error_log /var/log/nginx/error.log warn;
          location / { proxy_pass http://localhost:8081; }
        }
      `,
    }),
  ],
  *check(workload) {
    for (const { defect, member, inManifest } of wrongIn(workload, 'log-to-file')) {
      yield {
        on: defect.on,
        message: `"${member.label}" writes its log to "${defect.path}", which nobody reads and which takes memory of the instance.`,
        help: 'Write "/dev/stdout" for the access log and "/dev/stderr" for the error log.',
        ...inManifest,
      };
    }
  },
});
