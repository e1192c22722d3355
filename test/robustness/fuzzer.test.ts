import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { checkDiagnostics } from '../../scripts/fuzz/check-diagnostics.ts';
import { checkFixes } from '../../scripts/fuzz/check-fixes.ts';
import { checkLarge } from '../../scripts/fuzz/check-large.ts';
import { checkTree } from '../../scripts/fuzz/check-tree.ts';
import { checkXml } from '../../scripts/fuzz/check-xml.ts';
import { enlarge } from '../../scripts/fuzz/enlarge.ts';
import { makeInput } from '../../scripts/fuzz/inputs.ts';
import { makeTree } from '../../scripts/fuzz/make-tree.ts';
import { mutateTree } from '../../scripts/fuzz/mutate-tree.ts';
import { parseShaped } from '../../scripts/fuzz/shapes.ts';
import { Random } from '../../scripts/random.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { lint } from '../../src/lint.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - { name: app, image: nginx, ports: [{ containerPort: 8080 }] }
        - { name: proxy, image: "docker.io/acme/proxy:latest" }
`;
const lintAll = (tried: string): readonly Diagnostic[] =>
  lint('service.yaml', tried, { rules, explicit: true }).diagnostics;
const [finding] = lintAll(text).filter(({ pointer }) => pointer.startsWith('/spec/template/spec/containers/1'));

function checkOne(changed: Partial<Diagnostic>): void {
  checkDiagnostics([{ ...finding!, ...changed }], new YamlSource('service.yaml', text));
}

async function assertRejects(work: Promise<void>, pattern: RegExp): Promise<void> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.match(String(error), pattern);
}

/** The fuzzer is right about what is right, and finds what is wrong. */
suite('robustness/fuzzer', (test) => {
  test('gives the same input for the same number', () => {
    const seeds = { cloudRun: [text, text.replace('shop', 'web')], terraform: ['a'], v2: ['b'], others: ['a: [b]\n'] };
    const inputs = (run: number) => Array.from({ length: 100 }, (_, i) => makeInput(seeds, run, i).text);
    assert.equal(inputs(1), inputs(1));
    assert.is.not(inputs(1).join(), inputs(2).join());
    assert.ok(new Set(inputs(1)).size > 90);
  });
  test('changes a tree to one that can be parsed, and leaves a broken text alone', () => {
    const trees = Array.from({ length: 200 }, (_, i) => mutateTree(text, text, new Random(i)));
    const whole = trees.filter((tree) => new YamlSource('a.yaml', tree).documents.every(({ problem }) => !problem));
    assert.ok(whole.length > 100, `${whole.length} of ${trees.length}`);
    assert.ok(new Set(trees).size > 190);
    assert.is(mutateTree('a: [', text, new Random(1)), 'a: [');
  });
  test('finds a place that is none, and one that the pointer does not lead to', () => {
    checkOne({});
    assert.throws(() => checkOne({ pointer: '/spec/template/spec/containers/0/image' }), /leads elsewhere/);
    assert.throws(() => checkOne({ pointer: 'spec' }), /no JSON pointer/);
    assert.throws(() => checkOne({ message: 'a\nb' }), /not one line/);
    assert.throws(() => checkOne({ span: { start: 0, end: 9999 } }), /does not lie in a text/);
    const { start } = finding!.range;
    const end = { line: start.line + 1, column: 1 };
    assert.throws(() => checkOne({ range: { start, end } }), /is not at/);
  });
  test('finds a fix that breaks the text, and one that goes on for ever', () => {
    const withFix = (start: number, by: string): Diagnostic => ({
      ...finding!,
      fix: { title: 'x', safe: true, edits: [{ start, end: start, text: by }] },
    });
    const random = new Random(1);
    assert.throws(() => checkFixes(text, [withFix(0, '[')], random, () => []), /cannot be parsed/);
    assert.throws(() => checkFixes(text, [withFix(0, '')], random, () => []), /changes nothing/);
    const growing = (): readonly Diagnostic[] => [withFix(0, '# x\n')];
    assert.throws(() => checkFixes(text, growing(), random, growing), /change the text again/);
  });
  test('finds what a run in a tree must not do', async () => {
    const tree = (...argv: string[]): string =>
      JSON.stringify({ files: { 'service.yaml': text, '::error::x.yaml': text }, links: {}, otherNames: {}, argv });
    await checkTree(tree('service.yaml', '-f', 'json=report.json'));
    // What a person names outside of the repository may be read and written.
    await assertRejects(checkTree(tree('../outside/secret.yaml')), /nobody's business/);
    await assertRejects(checkTree(tree('.', '-f', 'json=../outside/secret.yaml')), /secret\.yaml is changed/);
    await assertRejects(checkTree(tree('.', '-f', 'json=../outside/x')), /is written beside/);
    const trees = Array.from({ length: 300 }, (_, i) => makeTree(new Random(i)));
    for (const part of ['--fix', '../outside', 'extends', '+(a', 'json=']) {
      assert.ok(trees.filter((made) => made.includes(part)).length > 2, part);
    }
  });
  test('makes texts as long as they may be, and finds what takes too long', async () => {
    const long = Array.from({ length: 30 }, (_, i) => enlarge(text, new Random(i)));
    assert.ok(long.every(({ length }) => length < 4_000_000));
    assert.ok(long.filter(({ length }) => length > 80_000).length > 20);
    assert.ok(long.some(({ length }) => length > 3_000_000));
    await assertRejects(checkLarge('service.yaml', text, new Random(1), 0), /characters took/);
  });
  test('finds formats of another shape', () => {
    assert.throws(() => parseShaped('gitlab', '[{}]'), /has another shape/);
    assert.throws(() => parseShaped('sarif', '{ "version": "2.1.0", "runs": [] }'), /has another shape/);
    assert.throws(() => checkXml('<a><b></a>', ['a', 'b']));
    assert.throws(() => checkXml('<a><b/></a>', ['a']), /none of its elements/);
  });
});
