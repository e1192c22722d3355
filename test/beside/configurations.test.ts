import * as assert from 'uvu/assert';
import { givenFiles } from '../../src/beside/given-files.ts';
import { instanceOf } from '../../src/instance/instance.ts';
import type { Member } from '../../src/instance/member.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

type Files = Readonly<Record<string, string>>;

/** A container called `x` with an image of the same name beside another one. */
function member(files: Files, more = ''): Member {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - name: x
          image: europe-docker.pkg.dev/acme/shop/x
          ports: [{ containerPort: 8080 }]
${more}
        - name: app
          image: europe-docker.pkg.dev/acme/shop/app
`;
  const filesAround = () => givenFiles(files);
  const file = new ManifestFile(new YamlSource('service.yaml', text), {
    explicit: true,
    target: 'cloud-run',
    filesAround,
  });
  return instanceOf(file.workloads[0]!).members[0]!;
}

const listens = ({ listeners }: Member): readonly string[] =>
  listeners.map(({ port, reach, purpose, source }) => `${port} ${reach} ${purpose} ${source}`);
const dials = (of: Member): readonly string[] => of.dials.map(({ host, port, name }) => `${name} ${host}:${port}`);

const nginx = (lines: string, files: Files = {}): Files => ({
  'x/Dockerfile': `FROM nginx:1.27\n${lines}\n`,
  ...files,
});
const pass = 'server { listen 8080; location / { proxy_pass http://localhost:8081; } }';
const part = { 'x/default.conf': pass };

suite('beside/configurations of nginx', (test) => {
  test('are found where the image has them', () => {
    const found = member(nginx('COPY default.conf /etc/nginx/conf.d/default.conf', part));
    assert.is(found.config, 'read');
    assert.is(found.product?.id, 'nginx');
    assert.ok(found.isCertain);
    assert.ok(found.listenersKnown);
    assert.equal(listens(found), ['8080 all data file']);
    assert.equal(dials(found), ['proxy_pass localhost:8081']);
  });

  test('leave the server of the image where nothing takes its place', () => {
    const copy = 'COPY default.conf /etc/nginx/conf.d/shop.conf';
    assert.equal(listens(member(nginx(copy, part))), ['8080 all data file', '80 all data file']);
    assert.equal(listens(member(nginx(`RUN rm /etc/nginx/conf.d/default.conf\n${copy}`, part))), [
      '8080 all data file',
    ]);
    assert.equal(listens(member(nginx(`RUN rm -rf /etc/nginx/conf.d/*\n${copy}`, part))), ['8080 all data file']);
  });

  test('are not followed behind a script of one’s own, whatever it is called', () => {
    const copy = 'COPY default.conf /etc/nginx/conf.d/default.conf';
    const start = 'ENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["nginx", "-g", "daemon off;"]';
    const config = (lines: string) => member(nginx(`${copy}\n${lines}\n${start}`, part)).config;
    assert.is(config(''), 'read');
    assert.is(config('COPY docker-entrypoint.sh /'), 'unknown');
    assert.is(config('COPY start.sh /docker-entrypoint.sh'), 'unknown');
    assert.is(config('COPY root/ /'), 'unknown');
    assert.is(config('RUN sed -i s/a/b/ /docker-entrypoint.sh'), 'unknown');
  });

  test('follow what a main file includes', () => {
    const main = {
      'x/nginx.conf': 'events {} http { include mime.types; include /etc/nginx/conf.d/*.conf; }',
      ...part,
    };
    const both = 'COPY nginx.conf /etc/nginx/\nCOPY default.conf /etc/nginx/conf.d/';
    assert.equal(listens(member(nginx(both, main))), ['8080 all data file']);
    const other = { 'x/nginx.conf': 'events {} http { include /opt/*.conf; server { listen 8080; } }' };
    const found = member(nginx('COPY nginx.conf /etc/nginx/nginx.conf', other));
    assert.not(found.listenersKnown);
  });

  test('know nothing of what a tool fills in before the build', () => {
    const copy = 'COPY default.conf /etc/nginx/conf.d/default.conf';
    for (const mark of ['%PORT%', '__PORT__', '@PORT@', '<PORT>', 'PORT_HERE', 'localhost:%PORT%']) {
      const text = `server { listen ${mark}; location / { proxy_pass http://localhost:${mark}; } }`;
      const found = member(nginx(copy, { 'x/default.conf': text }));
      assert.equal([listens(found), dials(found)], [['undefined undefined data file', '8080 all data port'], []], mark);
      assert.not(found.listenersKnown);
    }
    for (const text of ['{{ header }}', '<%= header %>', '%{ if true }']) {
      const found = member(nginx(copy, { 'x/default.conf': `${text}\n${pass}` }));
      assert.is(found.beside?.configuration, undefined, text);
    }
  });

  test('know nothing of a file that a script writes, but for marks', () => {
    const config = (script: string) =>
      member(nginx('COPY default.conf /etc/nginx/conf.d/default.conf', { ...part, 'build.sh': `${script}\n` })).config;
    assert.is(config('echo hello > other.conf'), 'read');
    assert.is(config('envsubst < a.conf > x/default.conf'), 'unknown');
    assert.is(config('envsubst < a.conf >x/default.conf'), 'unknown');
    assert.is(config('OUT=x/default.conf\nenvsubst < a.conf > $OUT'), 'unknown');
    assert.is(config("sed -i 's/8081/9000/' x/default.conf"), 'unknown');
    assert.is(config('sed -i s/%PORT%/9000/ x/default.conf'), 'read');
    assert.is(config('sed -i -e s/%PORT%/9000/ -e s/8081/9000/ x/default.conf'), 'unknown');
    assert.is(config('yq -i .a=1 x/default.conf'), 'unknown');
  });

  test('fill in templates', () => {
    const copy = 'ENV API=localhost:9000\nCOPY default.conf.template /etc/nginx/templates/';
    const text = 'server { listen ${PORT}; location / { proxy_pass http://${API}; } }';
    const found = member(nginx(copy, { 'x/default.conf.template': text }));
    assert.equal(listens(found), ['8080 all data file']);
    assert.equal(dials(found), ['proxy_pass localhost:9000']);
  });

  test('are unknown where something else may write or hide them', () => {
    const copy = 'COPY default.conf /etc/nginx/conf.d/default.conf';
    for (const line of [
      'RUN sed -i s/8080/80/ /etc/nginx/conf.d/default.conf',
      'COPY --from=build /etc/nginx /etc/nginx',
      'COPY start.sh /docker-entrypoint.d/40-start.sh',
      'CMD ["/start.sh"]',
      'COPY start.sh /docker-entrypoint.sh\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["nginx", "-g", "daemon off;"]',
      'RUN echo exec nginx > /docker-entrypoint.sh\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["nginx", "-g", "daemon off;"]',
      'CMD envsubst < /x > /etc/nginx/conf.d/default.conf && nginx',
      'COPY missing.conf /etc/nginx/conf.d/',
    ]) {
      const found = member(nginx(`${copy}\n${line}`, { ...part, 'x/start.sh': 'x' }));
      assert.is(found.beside?.configuration, undefined, line);
    }
    const mounted = '          volumeMounts: [{ name: v, mountPath: /etc/nginx/conf.d }]';
    assert.is(member(nginx(copy, part), mounted).beside?.configuration, undefined);
  });

  test('are no reason to take a web server for a proxy', () => {
    const found = member(
      nginx('COPY default.conf /etc/nginx/conf.d/default.conf', { 'x/default.conf': 'server { listen 8080; }' }),
    );
    assert.is(found.product, undefined);
    assert.equal(listens(found), ['8080 all data file']);
  });
});

const collector = (text: string, from = 'otel/opentelemetry-collector-contrib:0.120.0', more = ''): Files => ({
  'x/Dockerfile': `FROM ${from}\nCOPY c.yaml /etc/otelcol-contrib/config.yaml\n${more}`,
  'x/c.yaml': text,
});

const pipelines = `
service:
  extensions: [health_check]
  telemetry: { metrics: { level: none } }
  pipelines:
    traces: { receivers: [otlp, zipkin], exporters: [otlp/2] }
`;
const config = `
receivers:
  otlp: { protocols: { grpc: , http: { endpoint: "0.0.0.0:4318" } } }
  zipkin: { endpoint: "\${env:HOST}:9412" }
  jaeger: { protocols: { grpc: } }
exporters:
  otlp/2: { endpoint: "localhost:\${PORT2:-5317}" }
  zipkin: { endpoint: "http://localhost:1" }
extensions:
  health_check: { path: /healthy }
  zpages:
${pipelines}`;

suite('beside/configurations of collectors', (test) => {
  test('have their places where a second byte order mark stands, too', () => {
    const text = '\ufeff\ufeffreceivers: { otlp: { protocols: { grpc: } } }\nservice: { extensions: [x] }\n';
    const [defect] = member(collector(text)).beside?.configuration?.defects ?? [];
    const { source, span } = defect!.on;
    assert.is(source.text.slice(span.start, span.end), 'x');
    assert.is(span.start, text.indexOf('[x'));
  });

  test('say which receivers and extensions are there, and where used ones send to', () => {
    const found = member(collector(config, undefined, 'ENV HOST=0.0.0.0\n'));
    assert.ok(found.listenersKnown);
    assert.equal(listens(found), [
      '4317 loopback data file',
      '4318 all data file',
      '9412 all data file',
      '13133 loopback health file',
    ]);
    assert.equal(dials(found), ['exporters.otlp/2.endpoint localhost:5317']);
    assert.equal(found.listeners.at(-1)?.listen?.paths, ['/healthy']);
  });

  test('bind all addresses in releases before 0.104, and nobody knows without a release', () => {
    const reach = (from: string) => listens(member(collector(config, from)))[0];
    assert.is(reach('otel/opentelemetry-collector-contrib:0.94.0'), '4317 all data file');
    assert.is(reach('otel/opentelemetry-collector-contrib@sha256:aa'), '4317 undefined data file');
    const gate =
      'CMD ["--config=/etc/otelcol-contrib/config.yaml", "--feature-gates=-component.UseLocalHostAsDefaultHost"]\n';
    assert.is(listens(member(collector(config, undefined, gate)))[0], '4317 undefined data file');
  });

  test('are the one that the arguments name', () => {
    const files = {
      'x/Dockerfile': 'FROM otel/opentelemetry-collector:0.120.0\nCOPY c.yaml /c.yaml\n',
      'x/c.yaml': config,
    };
    assert.is(member(files).beside?.configuration, undefined);
    assert.ok(member(files, '          args: ["--config=file:/c.yaml"]').beside?.configuration);
    assert.is(
      member(files, '          args: ["--config=/c.yaml", "--config=/d.yaml"]').beside?.configuration,
      undefined,
    );
    assert.is(member(files, '          args: ["--config=/c.yaml", "--set=a=b"]').beside?.configuration, undefined);
  });

  test('are not complete where a component may listen in a way that we do not know', () => {
    const odd = config
      .replace('receivers:\n', 'receivers:\n  odd: {}\n')
      .replace('[otlp, zipkin]', '[otlp, zipkin, odd]');
    assert.not(member(collector(odd, undefined, 'ENV HOST=0.0.0.0\n')).listenersKnown);
    assert.not(member(collector(config)).listenersKnown);
  });

  test('name targets to scrape, and their own metrics', () => {
    const found = member(
      collector(`
receivers:
  prometheus: { config: { scrape_configs: [{ job_name: a, static_configs: [{ targets: ["localhost:9090", "\${X}"] }] }] } }
exporters: { googlecloud: }
service:
  telemetry: { metrics: { readers: [{ periodic: { exporter: { otlp: { protocol: http/protobuf, endpoint: "http://localhost:4317" } } } }] } }
  pipelines: { metrics: { receivers: [prometheus], exporters: [googlecloud] } }
`),
    );
    assert.equal(dials(found), ['targets localhost:9090', 'service.telemetry localhost:4317']);
  });

  test('never throw', () => {
    for (const text of [
      '',
      '-',
      'a: [',
      'receivers: x',
      'service: { pipelines: [1, 2] }',
      'service: { extensions: { a: b } }',
      '&a [*a]',
    ]) {
      const found = member(collector(text));
      listens(found);
      dials(found);
    }
  });
});

const envoy = `
admin: { address: { socket_address: { address: 127.0.0.1, port_value: 9901 } } }
static_resources:
  listeners:
    - address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
  clusters:
    - name: app
      type: STATIC
      load_assignment:
        endpoints:
          - lb_endpoints:
              - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 8081 } } }
`;

suite('beside/configurations of Envoy', (test) => {
  const files = (text: string): Files => ({
    'x/Dockerfile': 'FROM envoyproxy/envoy:v1.31\nCOPY e.yaml /etc/envoy/envoy.yaml\n',
    'x/e.yaml': text,
  });

  test('say where it listens and which clusters it calls', () => {
    const found = member(files(envoy));
    assert.ok(found.listenersKnown);
    assert.equal(listens(found), ['8080 all data file', '9901 loopback admin file']);
    assert.equal(dials(found), ['cluster app 127.0.0.1:8081']);
  });

  test('are not complete where listeners come from elsewhere', () => {
    assert.not(member(files(`${envoy}\ndynamic_resources: { lds_config: { path: /x } }\n`)).listenersKnown);
  });

  test('never throw', () => {
    for (const text of ['', 'a: [', 'static_resources: [1]', 'static_resources: { listeners: { a: 1 } }'])
      listens(member(files(text)));
  });
});
