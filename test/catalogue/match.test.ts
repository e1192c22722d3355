import * as assert from 'uvu/assert';
import { products } from '../../src/catalogue/index.ts';
import { type ContainerFacts, type Match, match } from '../../src/catalogue/match.ts';
import { parseImage } from '../../src/model/image.ts';
import { commandLine } from '../model/reading.ts';
import { suite } from '../suite.ts';

const nothing: ContainerFacts = {
  name: undefined,
  image: undefined,
  commandLine: commandLine(),
  env: [],
  mountPaths: [],
  probePorts: [],
  hasPorts: false,
  isOnly: false,
};

function matchImage(image: string, facts: Partial<ContainerFacts> = {}): Match {
  return match({ ...nothing, image: parseImage(image), ...facts });
}

function show({ product, role, weight }: Match): string {
  return `${product?.id ?? '-'} ${role} ${weight.toFixed(2)}`;
}

suite('catalogue/match: images', (test) => {
  for (const product of products) {
    for (const image of product.images) {
      test(`${product.id} from ${image}`, () => {
        assert.is(show(matchImage(image)), `${product.id} ${product.role} 1.00`);
        assert.is(show(matchImage(`${image}:1.2.3@sha256:abcd`)), `${product.id} ${product.role} 1.00`);
        assert.is(matchImage(image).stock, true);
      });
    }
    for (const name of product.unmistakable ?? []) {
      test(`${product.id} from a copy called ${name}`, () => {
        const copy = `us-docker.pkg.dev/acme/apps/${name.replace('*', '')}:v1`;
        assert.is(show(matchImage(copy)), `${product.id} ${product.role} 0.80`);
        assert.is(matchImage(copy).stock, false);
      });
    }
  }

  const mirrors: readonly [string, string][] = [
    ['us-docker.pkg.dev/acme/dockerhub/datadog/agent:7', 'datadog-agent monitoring-agent 0.90'],
    ['us-docker.pkg.dev/acme/docker-hub/library/nginx', 'nginx reverse-proxy 0.90'],
    ['us-docker.pkg.dev/acme/docker-hub/nginx', 'nginx reverse-proxy 0.90'],
    ['${REGION}-docker.pkg.dev/acme/hub-mirror/redis:7', 'redis cache 0.90'],
    ['redis/redis-stack-server:7.4.0-v3', 'redis-stack cache 1.00'],
    ['europe-docker.pkg.dev/acme/quay/oauth2-proxy/oauth2-proxy:v7', 'oauth2-proxy auth-proxy 0.90'],
    [
      '123.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/otel/opentelemetry-collector-contrib:0.110.0',
      'otel-collector-contrib monitoring-agent 0.90',
    ],
    ['mirror.gcr.io/otel/opentelemetry-collector', 'otel-collector monitoring-agent 1.00'],
    ['harbor.example.com/proxy/fluent/fluent-bit:3', 'fluent-bit log-shipper 0.90'],
    ['mirror.gcr.io/library/httpd', 'httpd reverse-proxy 1.00'],
    ['mirror.gcr.io/grafana/alloy', 'grafana-alloy monitoring-agent 1.00'],
    ['eu.gcr.io/cloud-sql-connectors/cloud-sql-proxy:2', 'cloud-sql-proxy database-proxy 1.00'],
    ['asia.gcr.io/datadoghq/agent', 'datadog-agent monitoring-agent 1.00'],
    ['index.docker.io/datadog/serverless-init:1', 'datadog-serverless-init monitoring-agent 1.00'],
    ['gcr.io/$PROJECT_ID/pgadapter', 'pgadapter database-proxy 0.80'],
    ['us-docker.pkg.dev/acme/apps/opentelemetry-collector-custom', 'otel-collector monitoring-agent 0.80'],
  ];
  for (const [image, expected] of mirrors) {
    test(`${image} is ${expected}`, () => assert.is(show(matchImage(image)), expected));
  }

  const others: readonly string[] = [
    'gcr.io/acme/alloydb-omni',
    'php:8.3-apache',
    'docker.io/library/wordpress:6-apache',
    'nginxdemos/nginx-demo',
    'tiangolo/uwsgi-nginx:python3.11',
    'us-docker.pkg.dev/acme/apps/agent',
    'us-docker.pkg.dev/acme/public-images/agent',
    'us-docker.pkg.dev/acme/apps/proxy',
    'us-docker.pkg.dev/acme/apps/collector',
    'us-docker.pkg.dev/acme/apps/nginx',
    'us-docker.pkg.dev/acme/apps/vault',
    'grafana/grafana',
    'acme/vector',
  ];
  for (const image of others) {
    test(`${image} alone is nothing known`, () => {
      assert.is(show(matchImage(image, { isOnly: true, hasPorts: true })), '- application 0.70');
    });
  }
});

suite('catalogue/match: other signals', (test) => {
  const own = 'us-docker.pkg.dev/acme/apps/helper:1';
  const cases: readonly [string, string, Partial<ContainerFacts>, string][] = [
    [
      'an instance name',
      own,
      { commandLine: commandLine('acme-prod:europe-west1:orders') },
      'cloud-sql-proxy database-proxy 0.76',
    ],
    [
      'an instance name beside the name of the proxy',
      '${PROXY_IMAGE}',
      { name: 'cloud-sql-proxy', commandLine: commandLine('acme-prod:europe-west1:orders') },
      'cloud-sql-proxy database-proxy 0.85',
    ],
    ['an agent by name in front', own, { name: 'datadog', hasPorts: true }, '- application 0.70'],
    [
      'a v1 flag',
      own,
      { commandLine: commandLine('-instances=acme-prod:europe-west1:orders=tcp:5432') },
      'cloud-sql-proxy-v1 database-proxy 0.90',
    ],
    [
      'an AlloyDB name',
      own,
      { commandLine: commandLine('projects/p/locations/l/clusters/c/instances/i') },
      'alloydb-auth-proxy database-proxy 0.79',
    ],
    [
      "the proxy's variable",
      own,
      { env: ['CSQL_PROXY_INSTANCE_CONNECTION_NAME_0'] },
      'cloud-sql-proxy database-proxy 0.95',
    ],
    ['mesh variables', own, { env: ['LINKERD2_PROXY_LOG'] }, 'linkerd-proxy mesh-proxy 0.95'],
    [
      'a collector configuration',
      own,
      { commandLine: commandLine('--config=/etc/otelcol/config.yaml') },
      'otel-collector monitoring-agent 0.90',
    ],
    ['a name', own, { name: 'otel-collector' }, 'otel-collector monitoring-agent 0.68'],
    ['a numbered name', own, { name: 'serverless-init-1' }, 'datadog-serverless-init monitoring-agent 0.76'],
    ['a placeholder', '%OTELCOL_IMAGE%', {}, 'otel-collector monitoring-agent 0.68'],
    ['a placeholder and a name', '"${COLLECTOR_IMAGE}"', { name: 'collector' }, 'otel-collector monitoring-agent 0.79'],
    ['a mount', own, { mountPaths: ['/etc/rungmp/'] }, 'gmp-sidecar metrics-scraper 0.80'],
    ['a mount below', own, { mountPaths: ['/etc/nginx/conf.d'] }, 'nginx reverse-proxy 0.70'],
    ['a private nginx in front', 'us-docker.pkg.dev/acme/apps/nginx', { hasPorts: true }, 'nginx reverse-proxy 0.69'],
    ['a private redis behind', 'us-docker.pkg.dev/acme/apps/redis', {}, 'redis cache 0.64'],
    ['an nginx by name in front', own, { name: 'nginx', hasPorts: true }, 'nginx reverse-proxy 0.72'],
    ['a proxy by name in front', own, { name: 'proxy', hasPorts: true }, '- reverse-proxy 0.60'],
  ];
  for (const [title, image, facts, expected] of cases) {
    test(`${title} tells`, () => assert.is(show(matchImage(image, facts)), expected));
  }

  const unsaid: readonly [string, Partial<ContainerFacts>, string][] = [
    ['Datadog variables in the application', { env: ['DD_API_KEY', 'DD_SITE'], hasPorts: true }, '- application 0.70'],
    ['Datadog variables in a second container', { env: ['DD_API_KEY', 'DD_SITE'] }, '- unknown 0.00'],
    [
      'an instance name passed to the application',
      { commandLine: commandLine('acme-prod:europe-west1:orders'), hasPorts: true },
      '- application 0.70',
    ],
    ["a proxy's variable in the application", { env: ['CSQL_PROXY_PORT'], hasPorts: true }, '- application 0.70'],
    ['an embedded tailscale', { env: ['TS_AUTHKEY'], isOnly: true }, '- application 0.70'],
    ['INSTANCE_CONNECTION_NAME', { env: ['INSTANCE_CONNECTION_NAME', 'INSTANCE_UNIX_SOCKET'] }, '- unknown 0.00'],
    ['a name that contains another', { name: 'alloydb' }, '- unknown 0.00'],
    ['an nginx by name that nothing reaches', { name: 'nginx' }, '- unknown 0.00'],
    ['a probe port', { probePorts: [13133] }, '- unknown 0.00'],
    ['"ingress", as applications are called', { name: 'ingress', hasPorts: true }, '- application 0.70'],
  ];
  for (const [title, facts, expected] of unsaid) {
    test(`${title} tells nothing`, () => {
      assert.is(show(matchImage('us-docker.pkg.dev/acme/apps/web:1', facts)), expected);
    });
  }

  test('a lone web server is an application', () => {
    assert.is(show(matchImage('nginx:1.27', { isOnly: true, hasPorts: true })), 'nginx application 1.00');
  });

  test('names the signal', () => {
    assert.is(matchImage('redis:7').because, 'image "redis:7"');
    assert.is(matchImage(own, { name: 'collector' }).because, 'name "collector"');
    assert.is(
      matchImage(own, { env: ['CSQL_PROXY_INSTANCE_CONNECTION_NAME'] }).because,
      'variable "CSQL_PROXY_INSTANCE_CONNECTION_NAME"',
    );
  });

  test('names and probes alone never reach the certainty of an error', () => {
    for (const product of products) {
      for (const weight of Object.values(product.signals?.names ?? {})) assert.ok(weight < 0.8, product.id);
      for (const weight of Object.values(product.signals?.probePorts ?? {})) assert.ok(weight < 0.6, product.id);
    }
  });
});

suite('catalogue/match: what takes the requests', (test) => {
  const front = { hasPorts: true };
  test('is no helper for its name alone', () => {
    const facts = { ...front, name: 'vault' };
    assert.is(show(matchImage('europe-west1-docker.pkg.dev/acme-prod/web/vault:3', facts)), '- application 0.70');
    assert.is(
      show(matchImage('europe-west1-docker.pkg.dev/acme-prod/web/vault:3', { name: 'vault' })).slice(0, 5),
      'vault',
    );
  });

  test('may be a helper where the image is certain', () => {
    assert.is(matchImage('docker.io/library/redis:8', front).role, 'cache');
  });
});

suite('catalogue/match: the team knows better', (test) => {
  const facts: ContainerFacts = { ...nothing, image: parseImage('us-docker.pkg.dev/acme/sidecars/edge/envoy:3') };

  test('a glob names a product', () => {
    const found = match(facts, [{ image: 'us-docker.pkg.dev/acme/sidecars/**', product: 'envoy' }]);
    assert.is(show(found), 'envoy reverse-proxy 1.00');
  });
  test('a role and ports', () => {
    const found = match(facts, [{ image: '*/acme/sidecars/edge/*', role: 'tool', ports: [7000] }]);
    assert.is(show(found), '- tool 1.00');
    assert.equal(found.ports, [7000]);
  });
  test('a star stays within a component', () => {
    assert.is(match(facts, [{ image: 'us-docker.pkg.dev/acme/*', role: 'tool' }]).role, 'unknown');
  });
  test("Docker Hub's host may be left out", () => {
    const hub: ContainerFacts = { ...nothing, image: parseImage('acme/edge:1') };
    assert.is(match(hub, [{ image: 'acme/edge', role: 'tunnel' }]).role, 'tunnel');
  });
});
