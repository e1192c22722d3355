import * as assert from 'uvu/assert';
import connectivity from '../../rules/connectivity/index.ts';
import contract from '../../rules/contract/index.ts';
import proxy from '../../rules/proxy/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

const rules = [...contract.rules, ...proxy.rules, ...connectivity.rules];

/** Advice that nearly every small manifest gets. */
const usual: ReadonlySet<string> = new Set(['proxy-starts-before-app']);

/** The rules that find something in an instance of this container and an application that listens on 9000, in order. */
function found(container: string, volumes = '[]'): string {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - ${container}
        - { name: app, image: acme/shop:1, env: [{ name: PORT, value: "9000" }] }
      volumes: ${volumes}
`;
  const { diagnostics, resources } = lint('service.yaml', text, { rules, explicit: true });
  assert.is(resources, 1, text);
  return [...new Set(diagnostics.map(({ rule }) => rule))]
    .filter((rule) => !usual.has(rule))
    .sort()
    .join(' ');
}

const web = 'name: web, image: nginx:1.29.1, ports: [{ containerPort: 8080 }]';
const envoy = 'name: edge, image: envoyproxy/envoy:v1.34.4, ports: [{ containerPort: 8080 }]';

/** One secret volume of this name that shows these files. */
function secret(name: string, ...files: string[]): string {
  const items = files.map((path) => `{ key: "1", path: ${path} }`).join(', ');
  return `[{ name: ${name}, secret: { secretName: s, items: [${items}] } }]`;
}

const conf = 'volumeMounts: [{ name: c, mountPath: /etc/nginx/conf.d }]';
const templates = 'volumeMounts: [{ name: c, mountPath: /etc/nginx/templates }]';

suite('rules/proxy: configurations', (test) => {
  const cases: readonly [string, string, string, string][] = [
    ['a site', `{ ${web}, ${conf} }`, secret('c', 'default.conf'), ''],
    ['a site beside something else', `{ ${web}, ${conf} }`, secret('c', 'site.conf', 'README'), ''],
    ['a site by another ending', `{ ${web}, ${conf} }`, secret('c', 'default.conf.template'), 'misnamed-config'],
    ['a template', `{ ${web}, ${templates} }`, secret('c', 'default.conf.template'), ''],
    ['a template that is a site', `{ ${web}, ${templates} }`, secret('c', 'default.conf'), 'misnamed-config'],
    [
      'a template by an ending of our own',
      `{ ${web}, ${templates}, env: [{ name: NGINX_ENVSUBST_TEMPLATE_SUFFIX, value: .tpl }] }`,
      secret('c', 'default.conf.tpl'),
      '',
    ],
    ['a file that is filled in', `{ ${web}, ${conf} }`, secret('c', '"${FILE}"'), ''],
    [
      'a site in an image of our own',
      `{ name: web, image: acme/nginx:1, ports: [{ containerPort: 8080 }], ${conf} }`,
      secret('c', 'x'),
      '',
    ],
    [
      'a file in place of a folder',
      `{ ${web}, volumeMounts: [{ name: c, mountPath: /etc/nginx/nginx.conf }] }`,
      secret('c', 'nginx.conf'),
      'shadowed-config',
    ],
    [
      'a certificate beside the stock configuration',
      `{ ${envoy}, volumeMounts: [{ name: c, mountPath: /certs }] }`,
      secret('c', 'ca.pem'),
      'proxy-port-mismatch',
    ],
    [
      'a configuration that nothing names',
      `{ ${envoy}, volumeMounts: [{ name: c, mountPath: /config }] }`,
      secret('c', 'envoy.yaml'),
      'proxy-port-mismatch unread-config',
    ],
    [
      'a configuration that an argument names',
      `{ ${envoy}, args: [--config-path, /config/envoy.yaml], volumeMounts: [{ name: c, mountPath: /config }] }`,
      secret('c', 'envoy.yaml'),
      '',
    ],
    [
      'a configuration that a script copies',
      `{ ${envoy}, command: [sh, -c, "cp /config/envoy.yaml /etc/envoy/ && envoy -c /etc/envoy/envoy.yaml"], volumeMounts: [{ name: c, mountPath: /config }] }`,
      secret('c', 'envoy.yaml'),
      '',
    ],
  ];
  for (const [title, container, volumes, expected] of cases) {
    test(title, () => assert.is(found(container, volumes), expected));
  }
});

suite('rules/proxy: names that stand for what is built', (test) => {
  const manifest = (image: string) =>
    `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: shop }\nspec: { template: { spec: { containers: [{ image: '${image}' }] } } }\n`;
  const foundBy = (deployer: 'gcloud' | 'skaffold', image: string) =>
    lint('service.yaml', manifest(image), { rules, explicit: true, deployer: () => deployer }).diagnostics.map(
      ({ rule }) => rule,
    );

  test('a bare name is an image of our own where skaffold builds', () => {
    assert.equal(foundBy('gcloud', 'nginx'), ['proxy-port-mismatch']);
    assert.equal(foundBy('skaffold', 'nginx'), []);
    assert.equal(foundBy('skaffold', 'nginx:1.29'), ['proxy-port-mismatch']);
    assert.equal(foundBy('skaffold', 'docker.io/library/nginx'), ['proxy-port-mismatch']);
  });
});

suite('rules/proxy: administration', (test) => {
  const kong = (port: number, env: string) =>
    `{ name: kong, image: kong:3.9.1, ports: [{ containerPort: ${port} }], env: [{ name: KONG_DATABASE, value: "off" }${env}] }`;

  test("Kong's stock port is not the container port", () => {
    assert.is(found(kong(8080, '')), 'proxy-port-mismatch');
    assert.is(found(kong(8000, '')), '');
    assert.is(found(kong(8080, ', { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8080" }')), '');
    assert.is(found(kong(8080, ', { name: KONG_PROXY_LISTEN, value: "${LISTEN}" }')), '');
  });

  test('the administration port, as long as it is one', () => {
    assert.is(found(kong(8001, ', { name: KONG_ADMIN_LISTEN, value: "0.0.0.0:8001" }')), 'exposed-admin-port');
    assert.is(
      found(
        kong(8001, ', { name: KONG_PROXY_LISTEN, value: "0.0.0.0:8001" }, { name: KONG_ADMIN_LISTEN, value: "off" }'),
      ),
      '',
    );
  });
});

suite('rules/contract: the program of a container', (test) => {
  const app = (command: string) =>
    `{ name: web, image: acme/web:1, ports: [{ containerPort: 8080 }], command: ${command} }`;
  const cases: readonly [string, string, string][] = [
    ['a program', '[python, app.py]', ''],
    ['a program by its path', '[./bin/web]', ''],
    ['a shell', '[bash, -c, "python app.py --port 8080"]', ''],
    ['a script of several lines', '[bash, -c, "a\\nb"]', ''],
    ['a flag', '[--port=8080]', 'command-without-program'],
    ['a whole line', '["python app.py"]', 'command-without-program'],
    ['a whole line behind a variable', '["PORT=80 python app.py"]', 'command-without-program'],
    ['what is filled in', '["${COMMAND} --port"]', ''],
    ['nothing', '[]', ''],
  ];
  for (const [title, command, expected] of cases) test(title, () => assert.is(found(app(command)), expected));
});

suite('rules/connectivity: hosts', (test) => {
  const calls = (name: string, value: string) =>
    found(
      `{ name: web, image: acme/web:1, ports: [{ containerPort: 8080 }], env: [{ name: ${name}, value: "${value}" }] }`,
    );

  test('hosts of Docker Compose, with and without a port', () => {
    for (const name of ['PGHOST', 'REDIS_HOST', 'DB_HOST', 'DD_AGENT_HOST'])
      assert.is(calls(name, 'backend'), 'unknown-host', name);
    assert.is(calls('MYSQL_HOST', 'app'), '');
    assert.is(calls('CACHE_URL', 'redis://cache:6379'), 'unknown-host');
  });

  test('values that are no hosts to call', () => {
    for (const name of ['RABBITMQ_VHOST', 'VIRTUAL_HOST', 'HOST']) assert.is(calls(name, 'shop'), '', name);
    for (const value of ['true', 'none', 'auto', '']) assert.is(calls('PROXY_HOST', value), '', value);
  });
});
