import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { Field } from '../../src/tree/field.ts';
import { Lines } from '../../src/tree/lines.ts';
import { readLineBreaks } from '../../src/yaml/line-breaks.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

const service = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      # with a container
      containers:
        - image: docker.io/acme/shop:1
          command: "run"
          livenessProbe: { httpGet: { path: / }, anotations: 1 }
`;

/** What is found in a text, with its lines. */
function found(text: string): readonly string[] {
  return lint('service.yaml', text, { rules, explicit: true }).diagnostics.map(
    ({ rule, range, message }) => `${range.start.line}:${range.start.column} ${rule} ${message}`,
  );
}

function problems(text: string): readonly string[] {
  return new YamlSource('a.yaml', text).documents.flatMap(({ problem }) =>
    problem ? `${problem.start} ${problem.message}` : [],
  );
}

/** The characters of an entry at the top of a text, as gcloud reads them. */
function value(text: string, ...path: readonly string[]): string | undefined {
  let field = Field.root<Record<string, unknown>>(new YamlSource('a.yaml', text).documents[0]!);
  for (const key of path) field = field.get(key) as typeof field;
  return field.text;
}

suite('yaml/line-breaks', (test) => {
  test('reads a file whose lines end with a lone CR, at the same places', () => {
    assert.ok(found(service).length > 0);
    assert.equal(found(service.replaceAll('\n', '\r')), found(service));
    assert.equal(found(service.replaceAll('\n', '\r\n')), found(service));
  });

  test('reads what stands behind a comment that a lone CR ends', () => {
    const hidden = '# shop\r  annotations: { run.googleapis.com/ingres: all }';
    const text = service.replace('  name: shop', `  name: shop\n${hidden}`);
    assert.ok(found(text).some((line) => line.startsWith('6:18 ') && line.includes('ingres')));
  });

  test('counts a lone CR as a line', () => {
    const lines = new Lines('a\rb\r\nc\n\rd\r');
    assert.equal(
      Array.from({ length: lines.count }, (_, i) => lines.line(i + 1)),
      ['a', 'b', 'c', '', 'd', ''],
    );
    assert.equal(lines.position(8), { line: 5, column: 1 });
  });

  for (const [name, c] of [
    ['NEL', '\x85'],
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029'],
  ] as const) {
    test(`refuses what stands behind a comment that ${name} ends, as gcloud does`, () => {
      for (const text of [
        `a: 1\n# shop${c}  b: 2\n`,
        `a: 1 # shop${c}b: 2\n`,
        `a: x # shop${c} y\n`,
        `a: [x # shop${c} y]\n`,
        `a: x\n# shop${c} y\n`,
        `a: |\n  x\n  y${c} z\n`,
        `a: | # shop${c} y\n  x\n`,
        `a: >-${c} \n  x\n`,
        `%YAML 1.1${c}---\na: 1\n`,
      ])
        assert.is(problems(text).length, 1, JSON.stringify(text));
    });
    test(`reads around ${name} what gcloud reads`, () => {
      assert.is(value(`a: # shop${c} b\n`, 'a'), 'b');
      assert.is(value(`a:${c}x\n`, 'a'), 'x');
      assert.is(value(`a:\n# shop${c} b: 2\n`, 'a', 'b'), '2');
      assert.is(value(`a: # one${c}# two${c} { b: "x" }\n`, 'a', 'b'), 'x');
      for (const text of [
        `a: x # one${c} # two\n`,
        `a: "x # one${c} y"\n`,
        `a: |\n  x${c}\n  y\n`,
        `a: |${c}\n  x\n`,
        `# one${c}\na: 1\n`,
        `a: "one \\\n # x${c} b: y"\n`,
      ])
        assert.equal(problems(text), [], JSON.stringify(text));
    });
    test(`says of an error behind ${name} where it comes from`, () => {
      const [problem = ''] = problems(`a: # shop${c}b: c: d\n`);
      assert.match(problem, /^\d+ The invisible character U\+/);
    });
    test(`ends, however many comments ${name} ends`, () => {
      const text = `a: ${`# x${c}{ b: `.repeat(50_000)}\n`;
      const start = process.cpuUsage();
      assert.is(problems(text).length, 1);
      assert.ok(process.cpuUsage(start).user < 5e6);
    });
  }

  test('refuses characters that YAML does not have, in comments too', () => {
    for (const c of ['\0', '\x07', '\v', '\f', '\x1b', '\x7f', '\x9b', '\ufffe', '\ud800', '\udc00'])
      assert.match(problems(`a: 1\n# shop ${c}\n`)[0] ?? '', /^12 The invisible character U\+.* cannot stand in YAML/);
    assert.equal(problems('a: "\u{1f600}\ufeff\ue000\u00a0\t"\n'), []);
  });

  test('names the document that such a character stands in', () => {
    const { documents } = new YamlSource('a.yaml', 'a: 1\n---\nb: \f\n---\nc: 1\n');
    assert.equal(
      documents.map(({ problem }) => problem !== undefined),
      [false, true, false],
    );
  });

  test('refuses a key that does not stand on one line with its colon', () => {
    for (const text of [
      '{ a\n b: 1 }\n',
      '{ "a\n  b": 1 }\n',
      '{ a\n : 1 }\n',
      'c: 1\na\n :\n  - b\n',
      '{ a # x\n  : b }\n',
    ])
      assert.match(problems(text)[0] ?? '', /one line with its colon/, text);
    for (const text of ['{ a: 1,\n b\n }\n', '? a\n: b\n', '{ ? a\n b : 1 }\n', '{"a" :\n b}\n'])
      assert.equal(problems(text), [], text);
  });

  test('leaves ordinary texts alone', () => {
    for (const text of [service, service.replaceAll('\n', '\r\n'), '# \u00e9\u4e16\n'])
      assert.is(readLineBreaks(text).text, text);
  });
});
