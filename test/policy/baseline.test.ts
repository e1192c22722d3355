import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { type Baseline, compare, parseBaseline, record, writeBaseline } from '../../src/policy/baseline.ts';
import { suite } from '../suite.ts';

const head = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
`;
const web = '        - name: web\n          image: gcr.io/acme-prod/web\n          ports: [{ containerPort: 8080 }]\n';
const proxy = '        - name: proxy\n          image: gcr.io/acme-prod/edge\n';
const agent = '        - name: agent\n          image: gcr.io/acme-prod/agent\n';

function findings(text: string) {
  const tags = rules.filter(({ id }) => id === 'floating-image-tag');
  return lint('a.yaml', text, { rules: tags }).diagnostics;
}

/** The containers with findings that are not held back, and how many entries are stale. */
function seen(before: string, after: string): readonly [readonly (string | undefined)[], number] {
  const { diagnostics, stale } = compare(findings(after), record(findings(before)));
  return [diagnostics.filter(({ suppressed }) => !suppressed).map(({ subject }) => subject?.container), stale];
}

suite('policy/baseline', (test) => {
  test('holds back what was there, wherever it stands now', () => {
    assert.is(findings(head + web + proxy).length, 2);
    assert.equal(seen(head + web + proxy, head + web + proxy), [[], 0]);
    assert.equal(seen(head + web + proxy, `# moved\n\n${head}${proxy}${web}`), [[], 0]);
  });

  test('never holds back what is new', () => {
    assert.equal(seen(head + web + proxy, head + web + agent + proxy), [['agent'], 0]);
    assert.equal(seen(head + web + proxy, (head + web + proxy).replace('name: shop', 'name: other')), [
      ['web', 'proxy'],
      2,
    ]);
    assert.equal(seen(head + web + proxy, head + web + proxy + proxy)[0], ['proxy']);
  });

  test('holds back what was found under an id that the rule had before', () => {
    const found = findings(head + web + proxy);
    const before = new Map([...record(found).keys()].map((key) => [key.replace('floating-image-tag', 'latest'), 1]));
    const names = new Map([['floating-image-tag', ['floating-image-tag', 'latest']]]);
    const { diagnostics, stale } = compare(found, before, names);
    assert.equal([diagnostics.map(({ suppressed }) => suppressed?.by), stale], [['baseline', 'baseline'], 0]);
    assert.is(compare(found, before).stale, 2);
  });

  test('counts what is gone', () => {
    assert.equal(seen(head + web + proxy + agent, head + web + proxy), [[], 1]);
  });

  test('records nothing that is suppressed otherwise, nor crashes', () => {
    const [one] = findings(head + web + proxy);
    assert.is(record([{ ...one!, suppressed: { by: 'comment' } }]).size, 0);
    assert.is(record([{ ...one!, suppressed: { by: 'config' } }]).size, 0);
    assert.is(record([{ ...one!, suppressed: { by: 'baseline' } }]).size, 1);
    assert.is(record([{ ...one!, rule: 'internal-error' }]).size, 0);
  });

  test('is written in one order and read back', () => {
    const baseline: Baseline = new Map([
      ['b.yaml', new Map([['y', 1]])],
      [
        'a.yaml',
        new Map([
          ['z', 2],
          ['x', 1],
        ]),
      ],
    ]);
    const text = writeBaseline(baseline);
    assert.match(text, /^{\n {2}"version": 1,\n {2}"files": {\n {4}"a\.yaml": {\n {6}"x": 1,\n {6}"z": 2\n/);
    assert.equal(parseBaseline(text), new Map([...baseline].sort().map(([path, entries]) => [path, entries])));
    assert.is(writeBaseline(parseBaseline(text)!), text);
  });

  test('is refused where it is none', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      '{"version":2,"files":{}}',
      '{"version":1,"files":{"a":{"x":"1"}}}',
      '{"version":1,"files":{"a":{"x":0}}}',
    ]) {
      assert.is(parseBaseline(text), undefined);
    }
  });
});
