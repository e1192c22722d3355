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
  id: 'unreadable-config',
  severity: 'error',
  appliesTo: 'workload',
  summary: 'A proxy or a collector cannot read the configuration that its image takes along.',
  why: 'A proxy or a collector reads all of its configuration before it listens anywhere. One directive of nginx without its `;`, or YAML that does not parse, and it exits: `directive "listen" is not terminated by ";"`. The container ends again and again, and the revision does not become ready.',
  remedy:
    'Correct the place that the message names. `nginx -t`, `otelcol validate --config=FILE` and `envoy --mode validate -c FILE` check a file without starting anything.',
  references: [
    'https://nginx.org/en/docs/beginners_guide.html#conf_structure',
    'https://opentelemetry.io/docs/collector/configuration/',
    'https://www.envoyproxy.io/docs/envoy/latest/operations/cli',
  ],
  bad: [
    beside(service, {
      'edge/Dockerfile': dockerfile,
      'edge/default.conf': `
        server {
          listen 8080
        # ^^^^^^ nginx cannot read this file, so "edge" exits. A ";" is missing behind "listen".
          location / {
            proxy_pass http://localhost:8081;
          }
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
          location / {
            proxy_pass http://localhost:8081;
          }
        }
      `,
    }),
  ],
  *check(workload) {
    for (const { defect, member, reader, inManifest } of wrongIn(workload, 'unreadable')) {
      yield {
        on: defect.on,
        message: `${reader} cannot read this file, so "${member.label}" exits. ${defect.why}`,
        help: 'Correct this place. "nginx -t", "otelcol validate" and "envoy --mode validate" check the whole file.',
        ...inManifest,
      };
    }
  },
});
