import { type Example, template } from '../../../src/examples.ts';

/** A web server in front of the shop, and the volumes of the instance. */
function nginx(container: string, ...volumes: readonly string[]): Example {
  return template`
    spec:
      containers:
        - { name: nginx, ports: [{ containerPort: 8080 }], ${container} }
        - name: web
          image: docker.io/acme/web:1.8.2
          env: [{ name: PORT, value: "8888" }]
      volumes: [${volumes.join(', ')}]
  `;
}

const stock = 'image: "docker.io/library/nginx:1.29.1"';
const sites = '{ name: sites, mountPath: /etc/nginx/conf.d }';
const templates = '{ name: templates, mountPath: /etc/nginx/templates }';
const secrets = [
  '{ name: templates, secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] } }',
  '{ name: sites, secret: { secretName: sites, items: [{ key: "1", path: default.conf }] } }',
];

export default [
  // A program of the team's own.
  nginx(`${stock}, command: [/app/start], volumeMounts: [${templates}, ${sites}]`, ...secrets),
  // A product that makes nothing of templates.
  nginx(`image: "docker.io/library/caddy:2.10.2", volumeMounts: [${templates}]`, ...secrets),
  // Without templates there is nothing to write.
  nginx(`${stock}, volumeMounts: [${sites}]`, ...secrets),
  // Written to another folder, or to one in memory.
  nginx(
    `${stock}, env: [{ name: NGINX_ENVSUBST_OUTPUT_DIR, value: /tmp/conf }], volumeMounts: [${templates}, ${sites}]`,
    '{ name: templates, secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] } }',
    '{ name: sites, secret: { secretName: sites, items: [{ key: "1", path: default.conf }] } }',
  ),
  nginx(
    `${stock}, volumeMounts: [${templates}, ${sites}]`,
    '{ name: templates, secret: { secretName: templates, items: [{ key: "1", path: default.conf.template }] } }',
    '{ name: sites, emptyDir: { medium: Memory, sizeLimit: 16Mi } }',
  ),
];
