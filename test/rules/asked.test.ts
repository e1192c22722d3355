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
    assert.ok(all.includes('14 unknown-proxy-flag'), all.join());
    assert.not.ok(
      all.some((line) => line.includes('without-instance')),
      all.join(),
    );
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
    assert.equal(found(...container, '    values: debug'), [
      '10 list-expected',
      '10 missing-field',
      '11 unknown-field',
    ]);
  });
});
