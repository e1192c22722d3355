import * as assert from 'uvu/assert';
import databaseProxy from '../../rules/database-proxy/index.ts';
import monitoringAgent from '../../rules/monitoring-agent/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

const rules = [...monitoringAgent.rules, ...databaseProxy.rules];

/** Advice that nearly every small manifest gets. */
const usual: ReadonlySet<string> = new Set([
  'agent-scales-to-zero',
  'agent-without-limits',
  'agent-without-startup-probe',
  'app-starts-before-agent',
  'app-starts-before-database-proxy',
  'throttled-agent',
  'throttled-database-proxy',
]);

const app = '{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }] }';

/** The rules that find something in an instance of the application and this container, in order. */
function found(sidecar: string, { first = app, annotations = '{}', more = '' } = {}): string {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    metadata: { annotations: ${annotations} }
    spec:
      containers:
        - ${first}
        - ${sidecar}
${more}`;
  return idsOf(text);
}

function idsOf(text: string): string {
  const { diagnostics, resources } = lint('service.yaml', text, { rules, explicit: true });
  assert.is(resources, 1, text);
  const ids = diagnostics.map(({ rule }) => rule).filter((rule) => !usual.has(rule));
  return [...new Set(ids)].sort().join(' ');
}

const datadog = 'name: datadog, image: gcr.io/datadoghq/serverless-init:1';
const key = '{ name: DD_API_KEY, valueFrom: { secretKeyRef: { name: dd, key: "1" } } }';
const csql = 'name: proxy, image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1';
const alloydb = 'name: proxy, image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0';
const orders = 'acme-prod:europe-west1:orders';
const cluster = 'projects/p/locations/l/clusters/c/instances/i';

suite('rules/monitoring-agent: near misses', (test) => {
  const cases: readonly [string, string, string][] = [
    ['an agent with all it needs', `{ ${datadog}, env: [${key}] }`, ''],
    ['an empty list of arguments', `{ ${datadog}, args: [], env: [${key}] }`, ''],
    ['the program alone as command', `{ ${datadog}, command: [/datadog-init], env: [${key}] }`, ''],
    ['a command that wraps', `{ ${datadog}, command: [/datadog-init, node], env: [${key}] }`, 'agent-changes-mode'],
    ['a key that a placeholder gives', `{ ${datadog}, env: [{ name: DD_API_KEY, value: "\${KEY}" }] }`, ''],
    ['an empty key', `{ ${datadog}, env: [{ name: DD_API_KEY, value: "" }] }`, 'missing-agent-setting'],
    ['a variable whose name is filled in', `{ ${datadog}, env: [{ name: "\${NAME}", value: x }] }`, ''],
    [
      'a health port that a placeholder gives',
      `{ ${datadog}, env: [${key}, { name: DD_HEALTH_PORT, value: "\${PORT}" }], startupProbe: { tcpSocket: { port: 5555 } } }`,
      '',
    ],
    [
      'a health port of zero',
      `{ ${datadog}, env: [${key}, { name: DD_HEALTH_PORT, value: "0" }], startupProbe: { tcpSocket: { port: 5555 } } }`,
      'agent-probe-mismatch',
    ],
    [
      'a probe of the DogStatsD port, which is UDP',
      `{ ${datadog}, env: [${key}], startupProbe: { tcpSocket: { port: 8125 } } }`,
      'agent-probe-mismatch',
    ],
    [
      'an image that someone built from it',
      '{ name: datadog, image: us-docker.pkg.dev/acme/apps/dd:1, args: [x] }',
      '',
    ],
    [
      'OPA that evaluates through a shell',
      '{ name: opa, image: openpolicyagent/opa:1.0.0-debug, command: [sh, -c, "opa run --server"] }',
      '',
    ],
    [
      'a bare collector with a configuration',
      '{ name: otel, image: "otel/opentelemetry-collector-k8s:0.110.0", args: [--config=/etc/x.yaml] }',
      '',
    ],
    [
      'a bare collector without',
      '{ name: otel, image: "otel/opentelemetry-collector-k8s:0.110.0" }',
      'agent-changes-mode',
    ],
    [
      'Alloy with its own arguments',
      '{ name: alloy, image: grafana/alloy:v1.5.0, args: [--stability.level=experimental] }',
      'agent-changes-mode',
    ],
    [
      'a log path in a folder above the mount',
      `{ ${datadog}, env: [${key}, { name: DD_SERVERLESS_LOG_PATH, value: /logs }], volumeMounts: [{ name: v, mountPath: /logs/app }] }`,
      'log-path-not-shared',
    ],
    [
      'a log path where mounts are filled in',
      `{ ${datadog}, env: [${key}, { name: DD_SERVERLESS_LOG_PATH, value: /logs }], volumeMounts: [{ name: v, mountPath: "\${PATH}" }] }`,
      '',
    ],
    [
      'Fluent Bit with its HTTP server on',
      '{ name: logs, image: fluent/fluent-bit:3.2, args: [-H, -P, "2020"], startupProbe: { tcpSocket: { port: 2020 } } }',
      '',
    ],
    [
      'Fluent Bit with its HTTP server off',
      '{ name: logs, image: fluent/fluent-bit:3.2, startupProbe: { tcpSocket: { port: 2020 } } }',
      'agent-probe-mismatch',
    ],
    [
      'GMP probed elsewhere',
      '{ name: gmp, image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1, livenessProbe: { httpGet: { path: /metrics, port: 9999 } } }',
      '',
    ],
    [
      'a copy of the agent, as a sidecar, without a key',
      `{ name: init, image: gcr.io/acme/serverless-init:1, env: [{ name: DD_SITE, value: datadoghq.eu }] }`,
      'missing-agent-setting',
    ],
    [
      'what the library is to be told, on the agent',
      `{ ${datadog}, env: [${key}, { name: DD_LOGS_INJECTION, value: "true" }] }`,
      'misplaced-agent-variable',
    ],
    [
      'a collector whose configuration a variable holds',
      '{ name: otel, image: otel/opentelemetry-collector:0.136.0, args: [--config, "env:CONFIG"] }',
      '',
    ],
    [
      'a collector whose configuration another container may write',
      '{ name: otel, image: otel/opentelemetry-collector:0.136.0, volumeMounts: [{ name: v, mountPath: /etc/otelcol }] }',
      '',
    ],
    [
      'the folder of the other collector image',
      '{ name: otel, image: otel/opentelemetry-collector:0.136.0, args: [--config=/etc/otelcol-contrib/config.yaml] }',
      '',
    ],
    [
      'a collector of our own on the stock name',
      '{ name: otel, image: europe-west1-docker.pkg.dev/acme/sidecars/opentelemetry-collector:2 }',
      '',
    ],
    ['the stock collector as it is', '{ name: otel, image: otel/opentelemetry-collector:0.136.0 }', 'stock-config'],
    [
      'a Dynatrace collector without its configuration',
      '{ name: otel, image: dynatrace/dynatrace-otel-collector:0.36.0 }',
      'missing-agent-setting',
    ],
    [
      'a Dynatrace collector with it',
      '{ name: otel, image: dynatrace/dynatrace-otel-collector:0.36.0, volumeMounts: [{ name: c, mountPath: /etc/otelcol }] }',
      '',
    ],
    [
      'Vector asked at its API, which its own configuration may open',
      '{ name: vector, image: timberio/vector:0.50.0-alpine, args: [--config, /v/v.yaml], startupProbe: { httpGet: { path: /health, port: 8686 } } }',
      '',
    ],
    [
      'nginx told to stay in the foreground by a longer directive',
      '{ name: web, image: nginx:1.29.1, command: [nginx, -g, "worker_processes 2; daemon off;"], volumeMounts: [{ name: c, mountPath: /etc/nginx/conf.d }] }',
      '',
    ],
    [
      'nginx started by a script',
      '{ name: web, image: nginx:1.29.1, command: [sh, -c, "nginx && tail -f /dev/null"] }',
      '',
    ],
    ['nginx by its whole path', '{ name: web, image: nginx:1.29.1, command: [/usr/sbin/nginx] }', 'agent-changes-mode'],
  ];
  for (const [title, sidecar, expected] of cases) test(title, () => assert.is(found(sidecar), expected));

  test('a host that is none of this instance says nothing of its agent', () => {
    const first = (host: string) =>
      `{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }], env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://${host}:5317" }] }`;
    const sidecar = '{ name: otel, image: otel/opentelemetry-collector:0.136.0 }';
    assert.is(found(sidecar, { first: first('gateway') }), 'stock-config');
    assert.is(found(sidecar, { first: first('localhost') }), 'agent-port-mismatch stock-config');
    assert.is(found(sidecar, { first: first('otel') }), 'agent-port-mismatch stock-config');
  });

  test('an agent that takes OTLP beside one that does not', () => {
    const first =
      '{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }], env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }] }';
    assert.is(found(`{ ${datadog}, env: [${key}] }`, { first }), 'otlp-receiver-off');
    const receiver = '{ name: DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT, value: "0.0.0.0:4318" }';
    assert.is(found(`{ ${datadog}, env: [${key}, ${receiver}] }`, { first }), '');
    const own = 'name: dd, image: gcr.io/acme/serverless-init:1';
    assert.is(found(`{ ${own}, env: [${key}] }`, { first }), '');
    const unknown = '        - { name: other, image: acme/other:1 }\n';
    assert.is(found(`{ ${datadog}, env: [${key}] }`, { first, more: unknown }), '');
  });

  test('an application that is built on the agent has its key elsewhere', () => {
    const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec: { template: { spec: { containers: [{ image: gcr.io/acme/serverless-init:1 }] } } }
`;
    assert.is(idsOf(text), '');
  });

  test('an agent on its own is a service like another', () => {
    const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: gateway }
spec: { template: { spec: { containers: [{ image: otel/opentelemetry-collector-contrib:0.110.0, args: ["--config=env:OTEL"], ports: [{ containerPort: 4318 }] }] } } }
`;
    assert.equal(lint('a.yaml', text, { rules, explicit: true }).diagnostics, []);
  });

  test('an order that cannot be read says nothing', () => {
    const text = (order: string) => `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    metadata: { annotations: { run.googleapis.com/container-dependencies: '${order}' } }
    spec:
      containers:
        - ${app}
        - { ${datadog}, env: [${key}] }
`;
    const ids = (order: string) =>
      lint('a.yaml', text(order), { rules, explicit: true }).diagnostics.map(({ rule }) => rule);
    assert.ok(ids('{}').includes('app-starts-before-agent'));
    assert.not(ids('${ORDER}').includes('app-starts-before-agent'));
    assert.not(ids('nonsense').includes('app-starts-before-agent'));
    assert.not(ids('{app: [datadog]}').includes('app-starts-before-agent'));
  });

  test('worker pools have CPU at all times and no scale to zero', () => {
    const text = `apiVersion: run.googleapis.com/v1
kind: WorkerPool
metadata: { name: workers }
spec:
  template:
    spec:
      containers:
        - { name: worker, image: acme/worker:1 }
        - { ${datadog}, env: [${key}] }
`;
    const ids = lint('a.yaml', text, { rules, explicit: true }).diagnostics.map(({ rule }) => rule);
    assert.equal(ids.sort(), ['agent-without-limits', 'agent-without-startup-probe', 'app-starts-before-agent']);
  });
});

suite('rules/database-proxy: near misses', (test) => {
  const vpc = `{ run.googleapis.com/network-interfaces: '[{"network":"default"}]' }`;
  const cases: readonly [string, string, string][] = [
    ['a proxy with all it needs', `{ ${csql}, args: [--port=5432, "${orders}"] }`, ''],
    ['a sub-command', `{ ${csql}, args: [wait, --max=10s] }`, ''],
    ['a script', `{ ${csql}, command: [sh, -c], args: ["/cloud-sql-proxy --port 5432 ${orders}"] }`, ''],
    [
      'a script with a mistake',
      `{ ${csql}, command: [sh, -c], args: ["/cloud-sql-proxy --structured-log ${orders}"] }`,
      'implicit-database-port unknown-proxy-flag',
    ],
    [
      'the value of a flag is no instance',
      `{ ${csql}, args: [--port, "5432", --telemetry-project, "a:b:c"] }`,
      'database-proxy-without-instance',
    ],
    ['arguments that are filled in', `{ ${csql}, args: ["\${PROXY_ARGS}"] }`, ''],
    ['a flag of a later release', `{ ${csql}, args: [--port=5432, --with-telepathy, "${orders}"] }`, ''],
    ['several switches in one', `{ ${csql}, args: [--port=5432, -il, "${orders}"] }`, ''],
    [
      'the first generation under the name of the second',
      `{ ${csql}, args: ["-instances=${orders}=tcp:5432"] }`,
      'unknown-proxy-flag',
    ],
    [
      'private for one instance only',
      `{ ${csql}, args: [--port=5432, "${orders}?private-ip=true"] }`,
      'database-proxy-without-vpc',
    ],
    ['private said to be false', `{ ${csql}, args: [--port=5432, --private-ip=false, "${orders}"] }`, ''],
    ['AlloyDB without a network', `{ ${alloydb}, args: [${cluster}] }`, 'database-proxy-without-vpc'],
    ['sockets that nobody shares', `{ ${csql}, args: [-u, /s, "${orders}"] }`, 'socket-not-shared'],
    ['sockets in a folder that is filled in', `{ ${csql}, args: [-u, "\${DIR}", "${orders}"] }`, ''],
    [
      'a probe of the data port, opened to all for one instance',
      `{ ${csql}, args: ["${orders}?address=0.0.0.0&port=5432"], startupProbe: { tcpSocket: { port: 5432 } } }`,
      '',
    ],
    [
      'a probe of the port that the database decides',
      `{ ${csql}, args: [--address=0.0.0.0, "${orders}"], startupProbe: { tcpSocket: { port: 5432 } } }`,
      'implicit-database-port',
    ],
    [
      'a probe on an address that is filled in',
      `{ ${csql}, args: [--port=5432, "--address=\${ADDRESS}", "${orders}"], startupProbe: { tcpSocket: { port: 5432 } } }`,
      '',
    ],
    [
      'health checks by variables',
      `{ ${csql}, args: [--port=5432, "${orders}"], env: [{ name: CSQL_PROXY_HEALTH_CHECK, value: "true" }], startupProbe: { httpGet: { path: /startup, port: 9090 } } }`,
      'unreachable-probe',
    ],
    [
      'a probe of a port that the database decides, on localhost',
      `{ ${csql}, args: ["${orders}"], startupProbe: { tcpSocket: { port: 1433 } } }`,
      'implicit-database-port unreachable-probe',
    ],
    [
      'a page with a query',
      `{ ${csql}, args: [--port=5432, --health-check, --http-address=0.0.0.0, "${orders}"], startupProbe: { httpGet: { path: "/startup?x=1", port: 9090 } } }`,
      '',
    ],
    [
      'the front page, which is none',
      `{ ${csql}, args: [--port=5432, --health-check, --http-address=0.0.0.0, "${orders}"], startupProbe: { httpGet: { port: 9090 } } }`,
      'health-check-off',
    ],
    [
      'the port in a variable beside a folder for sockets',
      `{ ${csql}, args: [-u, "\${DIR}", "${orders}"], env: [{ name: CSQL_PROXY_PORT, value: "5432" }] }`,
      'refused-proxy-flags',
    ],
    ['an address of version 6', `{ ${csql}, args: [--port=5432, "--address=::", "${orders}"] }`, ''],
    ['an address that is filled in', `{ ${csql}, args: [--port=5432, "--address=\${ADDR}", "${orders}"] }`, ''],
    [
      'a switch before the name of the instance',
      `{ ${csql}, args: [--port=5432, --private-ip, "${orders}"] }`,
      'database-proxy-without-vpc',
    ],
    [
      'a variable of a flag that a later release may have',
      `{ ${csql}, args: [--port=5432, "${orders}"], env: [{ name: CSQL_PROXY_WITH_TELEPATHY, value: "1" }] }`,
      '',
    ],
    [
      'the program of the second generation',
      `{ ${csql}, command: [/cloud-sql-proxy], args: [--port=5432, "${orders}"] }`,
      '',
    ],
    [
      'a socket of one instance on a volume that is not shared',
      `{ ${csql}, args: ["${orders}?unix-socket-path=/s/db"], volumeMounts: [{ name: v, mountPath: /s }] }`,
      'socket-not-shared',
    ],
  ];
  for (const [title, sidecar, expected] of cases) test(title, () => assert.is(found(sidecar), expected));

  test('sockets that another container or the annotation brings', () => {
    const first = (more = '') =>
      `{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }], env: [{ name: DB_HOST, value: /cloudsql/a:b:c }]${more} }`;
    const cache = '{ name: cache, image: redis:7 }';
    assert.is(found(cache, { first: first() }), 'socket-without-mount');
    assert.is(found(cache, { first: first(', volumeMounts: [{ name: v, mountPath: /cloudsql }]') }), '');
    assert.is(found(cache, { first: first(', volumeMounts: [{ name: v, mountPath: "${PATH}" }]') }), '');
    const annotations = '{ run.googleapis.com/cloudsql-instances: "a:b:c" }';
    assert.is(found(cache, { first: first(), annotations }), '');
    assert.is(found(cache, { first: first(), annotations: '{ run.googleapis.com/cloudsql-instances: "${DB}" }' }), '');
  });

  test('a database host that is no container of the instance', () => {
    const first =
      '{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }], env: [{ name: DATABASE_URL, value: "postgres://db:5433/x" }] }';
    assert.is(found(`{ ${csql}, args: [--port=5432, "${orders}"] }`, { first }), '');
  });

  test('a network at hand', () => assert.is(found(`{ ${alloydb}, args: [${cluster}] }`, { annotations: vpc }), ''));

  test('ports that may be those of another container', () => {
    const first =
      '{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }], env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "6432" }] }';
    const sidecar = `{ ${csql}, args: [--port=5432, "${orders}"] }`;
    assert.is(found(sidecar, { first }), 'database-port-mismatch');
    assert.is(found(sidecar, { first, more: '        - { name: pool, image: acme/pool:1 }\n' }), '');
    assert.is(found(sidecar, { first, more: '        - { name: cache, image: redis:7 }\n' }), 'database-port-mismatch');
    const bouncer =
      '        - { name: pool, image: edoburu/pgbouncer:v1.23, env: [{ name: LISTEN_PORT, value: "6432" }, { name: DB_HOST, value: x }] }\n';
    assert.is(found(sidecar, { first, more: bouncer }), '');
  });

  test('a database elsewhere is none of ours', () => {
    const first =
      '{ name: app, image: acme/shop:1, ports: [{ containerPort: 8080 }], env: [{ name: DB_HOST, value: db.example.com }, { name: DB_PORT, value: "6432" }] }';
    assert.is(found(`{ ${csql}, args: [--port=5432, "${orders}"] }`, { first }), '');
  });
});
