import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

const service = (traffic: string) => `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    metadata:
      name: shop-v2
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
${traffic}`;

const fixOf = (text: string) =>
  lint('service.yaml', text, { rules, explicit: true }).diagnostics.find(({ rule }) => rule === 'fixed-revision-name')
    ?.fix;

suite('fixes/named-revision', (test) => {
  test('takes no name away that the traffic of the file goes to', () => {
    assert.ok(fixOf(service('')));
    assert.ok(fixOf(service('  traffic: [{ latestRevision: true, percent: 100 }]\n')));
    assert.not.ok(fixOf(service('  traffic: [{ revisionName: shop-v2, percent: 100 }]\n')));
  });
});
