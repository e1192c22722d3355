import * as assert from 'uvu/assert';
import { Field } from '../../src/tree/field.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

const source = (text: string) => new YamlSource('test.yaml', text);
const problems = (text: string) => source(text).documents.flatMap(({ problem }) => problem ?? []);

suite('yaml/source', (test) => {
  test('splits a file into its documents', () => {
    assert.is(source('a: 1\n---\nb: 2\n---\nc: 3\n').documents.length, 3);
    assert.is(source('---\na: 1\n...\n').documents.length, 1);
  });

  test('takes what holds nothing but comments for a document without content', () => {
    assert.equal(source('').documents, []);
    for (const text of ['# only this\n', '---\n', '---\n# only this\n...\n']) {
      assert.equal(problems(text), []);
      for (const document of source(text).documents) assert.equal(Field.root(document).keys, [], text);
    }
  });

  test('reads on behind a document that is broken', () => {
    const { documents } = source('a: b: c\n---\nb: 2\n');
    assert.is(documents.length, 2);
    assert.ok(documents[0]?.problem);
    assert.is(documents[1]?.problem, undefined);
  });

  test('reads lines that stand too far left for YAML 1.2, and keeps the places in them', () => {
    const text = 'a:\n  b: "{\n  x: \\"y\\",\n  }"\n  c: [\n  d, # e ]\n  f\n  ]\n';
    const file = source(text);
    assert.equal(problems(text), []);
    const a = Field.root<{ a?: { b?: string; c?: string[] } }>(file.documents[0]!).get('a');
    const b = a.get('b');
    const at = b.text!.indexOf('y');
    assert.is(text[b.part(at, at + 1).span.start], 'y');
    assert.equal(
      a.get('c').items.map(({ text: item }) => item),
      ['d', 'f'],
    );
    for (const broken of ['a:\n  b: "c\n  d: e\n', 'a:\n  b: [c\n  d: e\n'])
      assert.is(problems(broken).length, 1, broken);
  });

  test('counts lines and columns from 1, columns in UTF-16 units', () => {
    const { position } = YamlSource.prototype;
    const file = source('a: 1\n# \u{1F600}\u00e9x\nlast');
    const at = (needle: string) => position.call(file, file.text.indexOf(needle));
    assert.equal(at('a'), { line: 1, column: 1 });
    assert.equal(at('\n'), { line: 1, column: 5 });
    assert.equal(at('x'), { line: 2, column: 6 });
    assert.equal(at('last'), { line: 3, column: 1 });
  });

  test('moves positions out of bounds to the nearest end', () => {
    assert.equal(source('ab\nc').position(-5), { line: 1, column: 1 });
    assert.equal(source('ab\nc').position(99), { line: 2, column: 2 });
    assert.equal(source('ab\n').position(99), { line: 2, column: 1 });
    assert.equal(source('').position(0), { line: 1, column: 1 });
  });

  test('keeps CRLF out of the columns that follow', () => {
    const file = source('a: 1\r\nb: 2\r\n');
    assert.equal(file.position(file.text.indexOf('b')), { line: 2, column: 1 });
    assert.equal(problems('a: 1\r\nb:\r\n  - c\r\n'), []);
  });

  test('drops a byte order mark', () => {
    const file = source('\uFEFFa: 1');
    assert.is(file.text, 'a: 1');
  });

  test('finds every comment, but no # inside a value', () => {
    const text = '# top\na: b#c # end\nd: "# no"\ne: |\n  # no\n# between\n---\nf: 1 # last';
    const { comments } = source(text);
    assert.equal(
      comments.map((comment) => comment.text),
      ['# top', '# end', '# between', '# last'],
    );
    for (const { start, end, text: comment } of comments) assert.is(text.slice(start, end), comment);
  });

  test('tells where the YAML breaks, on one line and in words', () => {
    const broken = ['a: [1, 2\nb: 3\n', 'a: "x\n', 'a:\n\t- b\n', 'a: b: c\n', '- a\nb: 1\n', 'a: @b\n', 'a: "\\q"\n'];
    for (const text of broken) {
      const [problem] = problems(text);
      assert.ok(problem, text);
      assert.match(problem.message, /^[A-Z].*[.)]$/);
      assert.ok(problem.start >= 0 && problem.start <= problem.end && problem.end <= text.length, text);
      assert.not.match(text.slice(problem.start, problem.end), /\n/);
    }
  });

  test('refuses more than 200 levels, at a place that no version of Node.js moves', () => {
    const nested = (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
    assert.equal(problems(nested(199)), []);
    for (const levels of [201, 900, 10_000]) assert.is(problems(nested(levels))[0]?.start, 'a: '.length + 200);
    const dashes = (levels: number) => `a:\n  ${'- '.repeat(levels)}x\n`;
    assert.equal(problems(dashes(199)), []);
    for (const levels of [201, 900, 10_000]) assert.is(problems(dashes(levels))[0]?.start, 'a:\n'.length);
  });

  test('takes brackets in texts and comments for no levels', () => {
    const brackets = '['.repeat(300);
    assert.equal(problems(`a: "${brackets}" # ${brackets}\nb: |\n  ${brackets}\n`), []);
  });
});
