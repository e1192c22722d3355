import * as assert from 'uvu/assert';
import { makeWait } from '../../src/model/wait-edit.ts';
import { EditSet } from '../../src/policy/apply-edits.ts';
import { suite } from '../suite.ts';
import { workloads } from './reading.ts';

function wait(
  order: string,
  proxy = 'startupProbe: { tcpSocket: { port: 1 } }',
  name = 'name: app, ',
): string | undefined {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
${order}    spec:
      containers:
        - { ${name}image: a }
        - { name: proxy, image: b, ${proxy} }
`;
  const [workload] = workloads(text);
  const [app, other] = workload!.containers;
  const edits = makeWait(app!, other!);
  if (!edits) return undefined;
  const set = new EditSet();
  assert.ok(set.add(edits));
  return /container-dependencies: (.*)\n/.exec(set.applyTo(text))?.[1];
}

const annotated = (value: string): string =>
  `    metadata:\n      annotations:\n        run.googleapis.com/container-dependencies: ${value}\n`;

suite('model/wait-edit', (test) => {
  test('writes a start order where there is none', () => assert.is(wait(''), `'{"app":["proxy"]}'`));
  test('takes any name for a name', () => {
    for (const name of ['constructor', 'toString']) {
      assert.is(wait('', undefined, `name: ${name}, `), `'{"${name}":["proxy"]}'`);
    }
  });
  test('adds to one that is there', () => {
    assert.is(wait(annotated(`'{"app":["cache"],"x":["y"]}'`)), `'{"app":["cache","proxy"],"x":["y"]}'`);
  });
  test('keeps how it is written', () => {
    assert.is(wait(annotated(`'{"x": ["y"]}' # why`)), `'{"x": ["y"], "app": ["proxy"]}' # why`);
    assert.is(wait(annotated(`'{"app": [ ]}'`)), `'{"app": ["proxy"]}'`);
    assert.is(wait(annotated(`'{}'`)), `'{"app":["proxy"]}'`);
  });
  test('makes JSON of YAML flow', () =>
    assert.is(wait(annotated('"{x: [y]}"')), String.raw`"{\"x\":[\"y\"],\"app\":[\"proxy\"]}"`));
  test('refuses what a deploy would refuse', () => {
    assert.is(wait('', 'args: []'), undefined, 'without a startup probe');
    assert.is(wait('', undefined, ''), undefined, 'without a name');
    assert.is(wait(annotated(`'{"proxy":["app"]}'`)), undefined, 'a cycle');
    assert.is(wait(annotated('${ORDER}')), undefined, 'a placeholder');
  });
});
