import * as assert from 'uvu/assert';
import probes from '../../rules/probes/index.ts';
import scaling from '../../rules/scaling/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

const rules = [...probes.rules, ...scaling.rules];

/** The rules that find something in an application, a container beside it with these fields, and what follows. */
function found(container: string, rest = ''): string {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - { name: shop, image: acme/shop:1, ports: [{ containerPort: 8080 }] }
        - { name: search, image: acme/search:1, ${container} }
${rest}`;
  const { diagnostics, resources } = lint('service.yaml', text, { rules, explicit: true });
  assert.is(resources, 1, text);
  return [...new Set(diagnostics.map(({ rule }) => rule))].sort().join(' ');
}

// What the schema does not take in full cannot be a good example.
suite('rules: what may still be filled in', (test) => {
  test('zero in a probe may count as absent', () => {
    const zeros = 'timeoutSeconds: 0, periodSeconds: 0, failureThreshold: 0, successThreshold: 0';
    assert.is(found(`startupProbe: { ${zeros}, tcpSocket: { port: 0 } }`), '');
    assert.is(found('startupProbe: { failureThreshold: -1, tcpSocket: { port: 1 } }'), 'probe-out-of-range');
  });

  test('a period that is too long is found once', () => {
    assert.is(found('startupProbe: { periodSeconds: 700, tcpSocket: { port: 1 } }'), 'probe-out-of-range');
    assert.is(found('startupProbe: { periodSeconds: 240, tcpSocket: { port: 1 } }'), 'startup-window-too-long');
  });

  test('a handler that a template fills in may bring its port', () => {
    assert.is(found('startupProbe: { httpGet: "${HTTP_GET}" }'), '');
    assert.is(found('startupProbe: { httpGet: {} }'), 'probe-without-port');
  });

  test('a traffic target that a template fills in may bring its share', () => {
    const traffic = (first: string) => `  traffic:\n    - ${first}\n    - { latestRevision: true, percent: 10 }\n`;
    assert.is(found('', traffic('${STABLE}')), '');
    assert.is(found('', traffic('{ revisionName: shop-1, percent: 80 }')), 'traffic-not-100');
  });
});
