import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

/** What all rules say of a service with these lines in the spec of its template, advice left out. */
function found(...lines: readonly string[]): string[] {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
${lines.map((line) => `      ${line}\n`).join('')}`;
  const { diagnostics } = lint('service.yaml', text, { rules, explicit: true });
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, range }) => `${range.start.line} ${rule}`);
}

// Manifests as they are asked about: one mistake, and nothing said of what follows from it.
suite('rules, as asked', (test) => {
  test('takes a container that a dash cuts in two for one', () => {
    assert.equal(found('containers:', '- image: acme/shop:1', '- env: [{ name: A, value: b }]'), ['10 missing-field']);
    assert.equal(found('containers:', '- name: shop', '- image: acme/shop:1', '  ports: [{ containerPort: 80 }]'), [
      '9 missing-field',
    ]);
    assert.equal(
      found('containers:', '- image: acme/shop:1', '- args: [a]', '- resources: { limits: { memory: 1Gi } }'),
      ['10 missing-field', '11 missing-field'],
    );
  });

  test('takes two containers for two where both have the same key', () => {
    const lines = ['containers:', '- name: web', '  image: acme/web:1', '- name: side', '  args: [a]'];
    assert.equal(found(...lines), ['8 no-ingress-container', '11 missing-field']);
  });

  test('says of a command line in one argument that it is one', () => {
    const app = ['containers:', '- name: shop', '  image: acme/shop:1', '  ports: [{ containerPort: 8080 }]'];
    const proxy = ['- name: proxy', '  image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1'];
    const all = found(...app, ...proxy, '  args: ["--private-ip acme-prod:europe-west1:orders"]');
    assert.ok(all.includes('14 joined-proxy-arguments'), all.join());
    assert.not.ok(
      all.some((line) => line.includes('without-instance')),
      all.join(),
    );
  });

  const started = (command: string, ...more: readonly string[]): string[] =>
    found('containers:', '- image: acme/shop:1', `  command: ${command}`, ...more);

  test('reads the port of a web server from its command', () => {
    const expected = ['10 app-port-mismatch'];
    for (const command of [
      '[/usr/bin/python3, -m, uvicorn, main:app, "--port=9000"]',
      '[poetry, run, gunicorn, -b, ":9000", main:app]',
      '[sh, -c, "exec uvicorn main:app --port 9000"]',
      '[python, -m, http.server, "9000"]',
      '[flask, --app, shop, run, -h, 0.0.0.0, -p, "9000"]',
    ]) {
      assert.equal(started(command), expected, command);
      assert.equal(started(command, '  ports: [{ containerPort: 9000 }]'), [], command);
    }
  });

  test('keeps silent where the command does not tell the port for sure', () => {
    for (const command of [
      '[uvicorn, main:app]',
      '[gunicorn, -b, ":9000", -b, ":8080", main:app]',
      '[gunicorn, --bind, "unix:/tmp/shop.sock", main:app]',
      '[uvicorn, main:app, --fd, "3"]',
      '[uvicorn, main:app, --port, "${APP_PORT}"]',
      '[sh, -c, "nginx & uvicorn main:app --port 9000"]',
      '[/start.sh, uvicorn, --port, "9000"]',
      '[flask, routes, -p, "9000"]',
    ]) {
      assert.equal(started(command), [], command);
    }
    // Without a command the image's own program gets the arguments.
    assert.equal(found('containers:', '- image: acme/shop:1', '  args: [uvicorn, main:app, --port, "9000"]'), []);
  });

  test('says once of each variable how it is written', () => {
    const container = ['containers:', '- image: acme/shop:1', '  env:'];
    assert.equal(found(...container, '  - LOG_LEVEL: debug', '  - REGION: eu'), [
      '11 unknown-field',
      '12 unknown-field',
    ]);
    assert.equal(found(...container, '    LOG_LEVEL: debug', '    REGION: eu'), [
      '11 unknown-field',
      '12 unknown-field',
    ]);
    assert.equal(found(...container, '  - LOG_LEVEL=debug'), ['11 wrong-type']);
    assert.equal(found(...container, '    values: debug'), ['11 unknown-field']);
  });
});
