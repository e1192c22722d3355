import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { isAlias, isCollection, isMap, isPair, isScalar } from 'yaml';
import { bundleScript } from '../../scripts/bundle-script.ts';
import { makeInput, readSeeds } from '../../scripts/fuzz/inputs.ts';
import { suite } from '../suite.ts';

type Library = typeof import('./bundled-yaml.ts');

/** Every kind of thing that a lexer tells apart, whole and broken. */
const texts = [
  '',
  '\uFEFFa: 1\r\nb: 2\r\n',
  '%YAML 1.1\n%TAG ! tag:example.com,2000:\n---\na: !x 1\n...\n# end\n--- b\n--- >-\n  c\n',
  '? [a, b]\n: - 1\n  - ? k\n    : v\n? |\n  long\n: x\n',
  'a: &x {b: *x, "c": \'d\', e: [1, , 2], f}\n<<: *x\n*x : 1\n',
  'a: |2-\n   b\n  c\n\n\nd: >+\n  e\n\n  f\n\n\n',
  '"a\\x41\\\n  b": "c\n\n  d"\n\'e\'\'f\': plain\n  more\n',
  '- - - a\n    - b\n  -\n- # comment\n  c: # other\n    d # third\n#last',
  'a: b: c\n---\nd: [\n---\n}\n--- "e\n',
  '\ta: 1\na:\n\t- b\nc: {\n}\n @d: %e\n`f\n',
  'a: !<tag:x> &y !z "\\q"\n- b\nc\n',
  '[a: b, ? c : d, "e":f, {g: h}: i]: j\n',
];

/** All that parsing tells, the fields that no enumeration shows included. */
function told({ parseAllDocuments }: Library, text: string): unknown {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  return [...documents].map(({ contents, errors, warnings, range, commentBefore, comment }) => {
    const problems = [...errors, ...warnings].map(({ code, message, pos }) => ({ code, message, pos }));
    return { contents: node(contents), problems, range, commentBefore, comment };
  });
}

function node(of: unknown): unknown {
  if (isPair(of)) return { pair: [node(of.key), node(of.value)] };
  if (isAlias(of)) return { alias: of.source, range: of.range };
  if (isScalar(of)) {
    const { value, source, type, tag, anchor, range, comment, commentBefore, spaceBefore } = of;
    return { value, source, type, tag, anchor, range, comment, commentBefore, spaceBefore };
  }
  if (!isCollection(of)) return of;
  const { items, tag, anchor, range, flow, comment, commentBefore, spaceBefore } = of;
  const kind = isMap(of) ? 'map' : 'seq';
  return { kind, items: items.map(node), tag, anchor, range, flow, comment, commentBefore, spaceBefore };
}

const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-test-'));
const file = await bundleScript('test/yaml/bundled-yaml.ts', folder);
const bundled = (await import(pathToFileURL(file).href)) as Library;
await rm(folder, { recursive: true });
/** The form for browsers, since it is what the bundle is made from; that for Node.js differs in `!!binary`. */
const published = (await import(pathToFileURL(resolve('node_modules/yaml/browser/index.js')).href)) as Library;

function readAlike(text: string): void {
  assert.equal([...new bundled.Lexer().lex(text)], [...new published.Lexer().lex(text)], text);
  assert.equal(told(bundled, text), told(published, text), text);
}

/** Of the bundle the tests otherwise see little, since they run the sources. */
suite('the YAML library in the bundle', (test) => {
  test('is another than the published one, which makes tokens one by one', () => {
    assert.ok(Array.isArray(new bundled.Lexer().lex('a: 1')));
    assert.not(Array.isArray(new published.Lexer().lex('a: 1')));
  });
  test('reads every kind of syntax alike', () => {
    for (const text of texts) readAlike(text);
  });
  test('reads manifests and broken ones alike', async () => {
    const seeds = await readSeeds();
    for (const text of [...seeds.cloudRun, ...seeds.others]) readAlike(text);
    for (let i = 0; i < 1000; i++) readAlike(makeInput(seeds, 3, i).text);
  });
});
