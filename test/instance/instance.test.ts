import * as assert from 'uvu/assert';
import { template } from '../../src/examples.ts';
import { type Instance, instanceOf } from '../../src/instance/instance.ts';
import type { Listener } from '../../src/instance/listener.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

function read(strings: TemplateStringsArray, ...values: string[]): Instance {
  const file = new ManifestFile(new YamlSource('service.yaml', template(strings, ...values).yaml), { explicit: true });
  return instanceOf(file.workloads[0]!);
}

function show({ port, reach, protocol, udp, source, certainty, on }: Listener): string {
  const { start, end } = on.span;
  const text = on.source.text.slice(start, end);
  return `${port ?? '?'}${udp ? '/udp' : ''} ${reach ?? '?'} ${protocol ?? '?'} by ${source} ${certainty} at ${text}`;
}

/** The listeners of the second container. */
function sidecar(instance: Instance): readonly string[] {
  return instance.members[1]!.listeners.map(show);
}

function dials(instance: Instance): readonly string[] {
  return instance.dials.map(({ member, host, port, udp, protocol, name, target, on, certainty }) => {
    const text = on.source.text.slice(on.span.start, on.span.end);
    return `${member.label} ${host}:${port ?? '?'}${udp ? '/udp' : ''} ${protocol ?? '?'} by ${name} at ${text} -> ${target?.label ?? '?'} ${certainty}`;
  });
}

suite('instance/listeners', (test) => {
  test('a database proxy takes its port from a flag', () => {
    const instance = read`
      spec:
        containers:
          - name: app
            image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5433", "--address", "0.0.0.0", "acme-prod:europe-west1:orders"]
    `;
    assert.equal(sidecar(instance), ['5433 all ? by setting certain at 5433']);
    assert.is(instance.members[1]!.listenersKnown, true);
    assert.equal(instance.members[0]!.listeners.map(show), ['8080 all http by port certain at 8080']);
  });

  test('a list of addresses, and a variant that reads PORT', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: kong
            image: docker.io/kong/kong-gateway:3.11
            env: [{ name: KONG_PROXY_LISTEN, value: "0.0.0.0:8000 reuseport, 127.0.0.1:8443 ssl" }]
          - name: pdf
            image: docker.io/gotenberg/gotenberg:8-cloudrun
            env: [{ name: PORT, value: "3001" }]
          - name: other-pdf
            image: docker.io/gotenberg/gotenberg:8
            env: [{ name: PORT, value: "3002" }]
    `;
    const [, kong, pdf, other] = instance.members.map(({ listeners }) =>
      listeners.filter(({ purpose }) => purpose === 'data').map(({ port, reach }) => `${port} ${reach ?? '?'}`),
    );
    assert.equal(kong, ['8000 all', '8443 loopback']);
    assert.equal(pdf, ['3001 all']);
    assert.equal(other, ['3000 all']);
  });

  test('short flags, several instances and options of one', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: eu.gcr.io/cloud-sql-connectors/cloud-sql-proxy:2
            args: [-p, "5432", acme-prod:europe-west1:one, "acme-prod:europe-west1:two?port=6000&address=0.0.0.0", acme-prod:europe-west1:three]
    `;
    assert.equal(sidecar(instance), [
      '5432 loopback postgres by setting certain at "5432"',
      '6000 all ? by setting certain at "acme-prod:europe-west1:two?port=6000&address=0.0.0.0"',
      '5433 loopback ? by setting certain at "5432"',
    ]);
  });

  test('without a port, the database decides', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: [--health-check, --http-address=0.0.0.0, acme-prod:europe-west1:orders]
    `;
    assert.equal(sidecar(instance), [
      '? loopback ? by default certain at acme-prod:europe-west1:orders',
      '9090 all http by default certain at gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1',
    ]);
    assert.is(instance.members[1]!.listenersKnown, false);
  });

  test('variables of the proxy, and sockets in place of ports', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.0
            env:
              - { name: ALLOYDB_PROXY_INSTANCE_URI, value: projects/p/locations/l/clusters/c/instances/i }
              - { name: ALLOYDB_PROXY_PORT, value: "5555" }
          - name: sockets
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: [--unix-socket, /cloudsql, acme-prod:europe-west1:orders]
    `;
    assert.equal(sidecar(instance), ['5555 loopback postgres by setting certain at "5555"']);
    assert.equal(instance.members[2]!.listeners.map(show), []);
    assert.is(instance.members[2]!.listenersKnown, true);
  });

  test('the first generation', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloudsql-docker/gce-proxy:1.33
            command: [/cloud_sql_proxy, "-instances=acme-prod:europe-west1:a=tcp:5432,acme-prod:europe-west1:b=tcp:0.0.0.0:3306"]
    `;
    const on = '"-instances=acme-prod:europe-west1:a=tcp:5432,acme-prod:europe-west1:b=tcp:0.0.0.0:3306"'.slice(12, -1);
    assert.equal(sidecar(instance), [
      `5432 loopback postgres by setting certain at ${on}`,
      `3306 all mysql by setting certain at ${on}`,
    ]);
  });

  test('PGAdapter splits its arguments and listens to all with -x', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: pgadapter
            image: gcr.io/cloud-spanner-pg-adapter/pgadapter
            args: ["-dir /sockets", "-s 5433", "-x"]
    `;
    assert.equal(sidecar(instance), ['5433 all postgres by setting certain at 5433']);
  });

  test('a Datadog agent and its health port', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: datadog
            image: gcr.io/datadoghq/serverless-init:1
            env: [{ name: DD_HEALTH_PORT, value: "5555" }, { name: DD_APM_RECEIVER_PORT, value: "9126" }]
    `;
    assert.equal(sidecar(instance), [
      '9126 all datadog-apm by setting certain at "9126"',
      '8125/udp all dogstatsd by default certain at gcr.io/datadoghq/serverless-init:1',
      '5555 all http by setting certain at "5555"',
    ]);
    assert.is(instance.members[1]!.listenersKnown, true);
  });

  test('releases decide who reaches a collector and OPA', () => {
    const reaches = (image: string, port: number): unknown => {
      const { yaml } = template`
        spec:
          containers:
            - image: acme/shop
              ports: [{ containerPort: 8080 }]
            - name: sidecar
              image: IMAGE-HERE
              args: [run, --server]
      `;
      const text = yaml.replace('IMAGE-HERE', image);
      const file = new ManifestFile(new YamlSource('service.yaml', text), { explicit: true });
      return instanceOf(file.workloads[0]!).members[1]!.listeners.find((listener) => listener.port === port)?.reach;
    };
    assert.is(reaches('openpolicyagent/opa:0.55.0', 8181), 'all');
    assert.is(reaches('openpolicyagent/opa:1.2.0', 8181), 'loopback');
    assert.is(reaches('openpolicyagent/opa:1', 8181), 'loopback');
    assert.is(reaches('openpolicyagent/opa', 8181), 'loopback');
    assert.is(reaches('openpolicyagent/opa:edge', 8181), undefined);
    assert.is(reaches('openpolicyagent/opa@sha256:abcd', 8181), undefined);
    assert.is(reaches('otel/opentelemetry-collector-contrib:0.103.1', 13133), 'all');
    assert.is(reaches('otel/opentelemetry-collector-contrib:0.104.0', 13133), 'loopback');
  });

  test('a configuration of their own leaves defaults unsure', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: otel/opentelemetry-collector-contrib:0.110.0
            args: ["--config=/etc/otelcol-contrib/config.yaml"]
            startupProbe: { httpGet: { path: /, port: 13133 } }
            volumeMounts: [{ name: config, mountPath: /etc/otelcol-contrib/ }]
        volumes: [{ name: config, secret: { secretName: config } }]
    `;
    const collector = instance.members[1]!;
    assert.is(collector.config, 'own');
    assert.is(collector.listenersKnown, false);
    assert.ok(collector.listeners.some(({ port, certainty }) => port === 4317 && certainty === 'guess'));
    assert.ok(
      collector.listeners.some(
        ({ port, source, certainty }) => port === 13133 && source === 'probe' && certainty === 'likely',
      ),
    );
  });

  test('an ingress with a configuration of its own listens where Cloud Run is told', () => {
    const instance = read`
      spec:
        containers:
          - name: nginx
            image: nginx:1.27
            ports: [{ containerPort: 8080 }]
            volumeMounts: [{ name: config, mountPath: /etc/nginx/conf.d }]
          - name: envoy
            image: envoyproxy/envoy:v1.31.0
            args: ["-c /config/envoy.yaml"]
        volumes: [{ name: config, secret: { secretName: config } }]
    `;
    assert.equal(instance.members[0]!.listeners.map(show), ['8080 all http by port certain at 8080']);
    assert.is(instance.members[0]!.listenersKnown, false);
    assert.is(instance.members[1]!.config, 'own');
  });

  test('naming the stock configuration leaves it stock', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: collector
            image: otel/opentelemetry-collector-contrib:0.110.0
            args: ["--config=/etc/otelcol-contrib/config.yaml"]
    `;
    assert.is(instance.members[1]!.config, 'stock');
    assert.is(instance.members[1]!.listenersKnown, true);
  });

  test('binds in every notation', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: ollama
            image: ollama/ollama:0.5
            env: [{ name: OLLAMA_HOST, value: "0.0.0.0:8081" }]
          - name: auth
            image: us-docker.pkg.dev/acme/quay/oauth2-proxy/oauth2-proxy:v7.6.0
            args: ["--http-address=:4181"]
          - name: envless
            image: us-docker.pkg.dev/acme/quay/oauth2-proxy/oauth2-proxy:v7.6.0
          - name: bare
            image: ollama/ollama
            env: [{ name: OLLAMA_HOST, value: "http://127.0.0.1" }]
    `;
    assert.equal(
      instance.members.slice(1).map(({ listeners }) => show(listeners[0]!)),
      [
        '8081 all http by setting certain at "0.0.0.0:8081"',
        '4181 all http by setting certain at :4181',
        '4180 loopback http by default certain at us-docker.pkg.dev/acme/quay/oauth2-proxy/oauth2-proxy:v7.6.0',
        '11434 loopback http by setting certain at "http://127.0.0.1"',
      ],
    );
  });

  test('what was not read at the source is never sure enough for an error', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: relay
            image: getsentry/relay:24.11.0
          - name: auth
            image: bitnami/oauth2-proxy:7.7.1
          - name: tunnel
            image: cloudflare/cloudflared:2024.11.1
            args: [tunnel, run]
    `;
    assert.equal(
      instance.members.slice(1).map(({ listeners }) => listeners.map(show)),
      [
        ['3000 all http by default likely at getsentry/relay:24.11.0'],
        ['4180 ? http by default certain at bitnami/oauth2-proxy:7.7.1'],
        [],
      ],
    );
    assert.is(instance.members[1]!.listeners[0]!.certainty, 'likely');
    assert.is(instance.members[2]!.listenersKnown, false);
  });

  test('PORT is injected into the ingress container alone', () => {
    const instance = read`
      spec:
        containers:
          - name: browser
            image: docker.io/browserless/chrome:1
            ports: [{ containerPort: 9000 }]
          - name: pdf
            image: acme/pdf
            env: [{ name: PORT, value: "8888" }]
          - name: model
            image: docker.io/browserless/chrome:1
    `;
    assert.equal(
      instance.members.map(({ listeners }) => listeners.map(({ port, source }) => `${port} ${source}`)),
      [['9000 port'], ['8888 setting'], ['3000 default']],
    );
  });

  test('placeholders stay unknown', () => {
    const instance = read`
      spec:
        containers:
          - image: acme/shop
            ports: [{ containerPort: 8080 }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=${'${DB_PORT}'}", "${'${INSTANCE}'}"]
          - name: other
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["${'${ARGS}'}"]
    `;
    assert.equal(sidecar(instance), ['? loopback ? by setting certain at ${DB_PORT}']);
    assert.is(instance.members[1]!.listenersKnown, false);
    assert.is(instance.members[2]!.settings.isOn(['--health-check']), undefined);
    assert.is(instance.members[2]!.listenersKnown, false);
  });
});

suite('instance/dials', (test) => {
  test('the scraper of metrics calls its usual port, or those that it is told', () => {
    const instance = read`
      spec:
        containers:
          - name: app
            image: acme/shop
            ports: [{ containerPort: 3000 }]
          - name: usual
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
          - name: told
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
            env: [{ name: GMP_SCRAPE_PORTS, value: "3000" }]
    `;
    assert.equal(
      instance.dials.map(({ member, port }) => `${member.label} ${port}`),
      ['usual 8080'],
    );
  });

  test('pairs, URLs and names in every form', () => {
    const instance = read`
      spec:
        containers:
          - name: app
            image: acme/shop
            ports: [{ containerPort: 8080 }]
            env:
              - { name: DB_HOST, value: 127.0.0.1 }
              - { name: DB_PORT, value: "5432" }
              - { name: DATABASE_URL, value: "postgres://user:${'${PASS}'}@localhost:5432/shop" }
              - { name: JDBC_URL, value: "jdbc:postgresql://localhost/shop?ssl=false" }
              - { name: MYSQL_DSN, value: "user:pw@tcp(127.0.0.1:3306)/shop" }
              - { name: PG_DSN, value: "host=localhost port=5433 dbname=shop" }
              - { name: ConnectionStrings__Shop, value: "Server=127.0.0.1,1433;Database=shop" }
              - { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://collector:4318" }
              - { name: CACHE_ADDR, value: "redis:6379" }
              - { name: REDIS_HOST, value: localhost }
              - { name: DD_TRACE_AGENT_PORT, value: "8126" }
              - { name: STATSD_HOST, value: localhost }
              - { name: REMOTE_URL, value: "https://api.example.com/v1" }
              - { name: LISTEN_ADDR, value: "0.0.0.0:8080" }
              - { name: VERSION, value: "redis:7" }
              - { name: HOST, value: "localhost" }
          - name: collector
            image: otel/opentelemetry-collector-contrib:0.110.0
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
            args: ["--port=5432", "acme-prod:europe-west1:orders"]
    `;
    assert.equal(dials(instance), [
      'app 127.0.0.1:5432 ? by DB_PORT at "5432" -> proxy certain',
      'app localhost:5432 postgres by DATABASE_URL at localhost:5432 -> proxy certain',
      'app localhost:5432 postgres by JDBC_URL at localhost -> proxy certain',
      'app 127.0.0.1:3306 mysql by MYSQL_DSN at 127.0.0.1:3306 -> ? certain',
      'app localhost:5433 ? by PG_DSN at 5433 -> ? certain',
      'app 127.0.0.1:1433 ? by ConnectionStrings__Shop at 127.0.0.1,1433 -> ? certain',
      'app collector:4318 http by OTEL_EXPORTER_OTLP_ENDPOINT at collector:4318 -> collector certain',
      'app redis:6379 ? by CACHE_ADDR at "redis:6379" -> ? certain',
      'app localhost:6379 redis by REDIS_HOST at localhost -> ? likely',
      'app localhost:8125/udp statsd by STATSD_HOST at localhost -> ? likely',
      'app localhost:8126 datadog-apm by DD_TRACE_AGENT_PORT at "8126" -> ? certain',
    ]);
  });

  test('upstreams of proxies', () => {
    const instance = read`
      spec:
        containers:
          - name: auth
            image: us-docker.pkg.dev/acme/quay/oauth2-proxy/oauth2-proxy:v7.6.0
            args: ["--http-address=0.0.0.0:8080", "--upstream=http://127.0.0.1:8888/"]
            ports: [{ containerPort: 8080 }]
          - name: app
            image: acme/shop
            env: [{ name: PORT, value: "8888" }]
          - name: gmp
            image: us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0
          - name: dapr
            image: daprio/daprd:1.14
            args: [./daprd, --app-port, "8888"]
    `;
    assert.equal(dials(instance), [
      'auth 127.0.0.1:8888 http by --upstream at 127.0.0.1:8888 -> app certain',
      'gmp localhost:8080 prometheus by Managed Service for Prometheus sidecar at us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar:1.2.0 -> auth certain',
      'dapr localhost:8888 ? by --app-port at "8888" -> app certain',
    ]);
  });

  test('the same instance for every rule', () => {
    const instance = read`
      spec:
        containers: [{ image: acme/shop }]
    `;
    assert.is(instanceOf(instance.workload), instance);
  });
});
