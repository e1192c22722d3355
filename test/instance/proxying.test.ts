import * as assert from 'uvu/assert';
import { type Instance, instanceOf } from '../../src/instance/instance.ts';
import { applicationsOf, canBeBehind, frontProxyOf, mayBeCalled, upstreamsOf } from '../../src/instance/proxying.ts';
import { containers } from '../model/reading.ts';
import { suite } from '../suite.ts';

const instance = (list: string): Instance => instanceOf(containers(list));
const labels = (members: readonly { readonly label: string }[]) => members.map(({ label }) => label);
const named = (found: Instance, name: string) => found.members.find(({ label }) => label === name)!;

const nginx = '{ name: nginx, image: "docker.io/library/nginx:1.29", ports: [{ containerPort: 8080 }] }';
const web = '{ name: web, image: docker.io/acme/web:1, env: [{ name: PORT, value: "8081" }] }';
const auth = (upstream: string) =>
  `{ name: auth, image: "quay.io/oauth2-proxy/oauth2-proxy:v7.12.0", args: ["--http-address=0.0.0.0:4180", "--upstream=${upstream}"] }`;

suite('instance/proxying', (test) => {
  test('takes a known proxy with ports for the one in front', () => {
    assert.is(frontProxyOf(instance(`[${nginx}, ${web}]`))?.label, 'nginx');
    assert.is(frontProxyOf(instance(`[${web}, ${nginx}]`))?.label, 'nginx');
  });

  test('has no proxy in front where the application takes the requests, or the web server is alone', () => {
    const app = '{ name: app, image: docker.io/acme/app:1, ports: [{ containerPort: 8080 }] }';
    assert.is(frontProxyOf(instance(`[${app}, ${auth('http://localhost:8080')}]`)), undefined);
    assert.is(frontProxyOf(instance(`[${nginx}]`)), undefined);
    assert.is(frontProxyOf(instance(`[${nginx}, ${app}]`)), undefined);
  });

  test('counts what is no known helper among the applications', () => {
    const helpers =
      '{ name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2" }, { name: agent, image: "gcr.io/datadoghq/serverless-init:1" }';
    assert.equal(labels(applicationsOf(instance(`[${nginx}, ${web}, ${helpers}]`))), ['web']);
  });

  test('finds whom a proxy is told to pass requests on to, by port and by name', () => {
    const upstream = (to: string) => labels(upstreamsOf(named(instance(`[${auth(to)}, ${web}]`), 'auth')));
    assert.equal(upstream('http://localhost:8081'), ['web']);
    assert.equal(upstream('http://web:1234'), ['web']);
    assert.equal(upstream('http://localhost:9999'), []);
    assert.equal(upstream('https://example.com'), []);
    assert.equal(upstream('${UPSTREAM}'), []);
  });

  test('does not take telemetry for an upstream', () => {
    const traced = auth('http://localhost:8081').replace(
      'args',
      'env: [{ name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4318" }], args',
    );
    const collector = '{ name: collector, image: "docker.io/otel/opentelemetry-collector-contrib:0.128.0" }';
    const found = instance(`[${traced}, ${web}, ${collector}]`);
    assert.equal(labels(upstreamsOf(named(found, 'auth'))), ['web']);
    assert.is(canBeBehind(named(found, 'collector')), false);
  });

  test('sees that a container is called, or may be the one that nobody knows', () => {
    const caller = (url: string) =>
      `{ name: app, image: docker.io/acme/app:1, ports: [{ containerPort: 8080 }], env: [{ name: API_URL, value: "${url}" }] }`;
    const envoy =
      '{ name: envoy, image: "docker.io/envoyproxy/envoy:v1.34.4", volumeMounts: [{ name: c, mountPath: /etc/envoy }] }';
    const isCalled = (url: string) => mayBeCalled(named(instance(`[${caller(url)}, ${envoy}]`), 'envoy'));
    assert.is(isCalled('http://localhost:10000'), true);
    assert.is(isCalled('http://envoy:1'), true);
    assert.is(isCalled('https://api.example.com'), false);
    assert.is(isCalled('http://db:5432'), false);
  });
});
