import * as assert from 'uvu/assert';
import metadata from '../../rules/metadata/index.ts';
import startup from '../../rules/startup/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

const rules = [...metadata.rules, ...startup.rules];
const key = 'run.googleapis.com/container-dependencies';

/** The findings in a service of two containers, with this start order on the template or on the service. */
function found(order: string, place: 'template' | 'service' = 'template') {
  const annotations = (at: string): string => (at === place ? `{ ${key}: ${order} }` : '{}');
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, annotations: ${annotations('service')} }
spec:
  template:
    metadata: { annotations: ${annotations('template')} }
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - { name: web, image: acme/web:1, ports: [{ containerPort: 8080 }] }
        - { name: search, image: acme/search:1, startupProbe: { tcpSocket: { port: 9000 } } }
`;
  return lint('service.yaml', text, { rules, explicit: true }).diagnostics;
}

const ids = (...order: Parameters<typeof found>) => found(...order).map(({ rule }) => rule);

suite('rules/startup: one finding for one mistake', (test) => {
  test('a text in place of a list is no unknown name', () => {
    assert.equal(ids(`'{"web":"search, cache"}'`), ['malformed-dependencies']);
    assert.equal(ids(`'{"web":"search"}'`), ['malformed-dependencies']);
  });
  test('an order in the wrong place is an order', () => {
    assert.equal(ids(`'{"web":["search"]}'`, 'service'), ['misplaced-annotation']);
  });
  test('nothing is waited for', () => {
    assert.equal(ids(`'{"web":null}'`), []);
    assert.equal(ids(`''`), []);
  });
  test('of two entries for one container a person has to choose', () => {
    const [finding, ...others] = found('"{web: [search], web: []}"');
    assert.is(finding?.rule, 'dependencies-not-json');
    assert.is(finding?.fix, undefined);
    assert.equal(others, []);
    assert.ok(found('"{web: [search], search: []}"')[0]?.fix);
  });
});
