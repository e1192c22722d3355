import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { parseHcl } from '../../src/hcl/parse.ts';
import { suite } from '../suite.ts';
import { type Fact, factsOf } from './facts.ts';

interface Expected {
  readonly name: string;
  readonly clean: boolean;
  readonly facts: readonly Fact[];
}

const expected = readFileSync('test/hcl/expected.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Expected);

/** What each broken case says, and the blocks that are read nonetheless. */
const problems: Readonly<Record<string, string>> = {
  blocks: '2 "a": A block on one line holds one argument. Give each a line of its own.',
  brace: '2 "template": The block "template" has no closing "}". + resource two',
  colon: '2 ": "x"": Behind "name" stands "=" and a value, or "{".',
  comment: '2 "/*": This comment is not closed. Write "*/" behind it. + locals',
  condition: '2 "1": This condition has no ":" behind its first value.',
  escape: '2 "\\U": This escape is unknown.',
  heredoc: '2 "<<EOT": This heredoc has no closing line "EOT".',
  insertion: '2 "${": This "${" has no closing "}". 5 "}"": A value is missing here.',
  json: '1 "{": An argument or a block begins with a name, and this is none.',
  list: '4 ""b"": A comma or a closing "]" is missing before this. + output after',
  object: '2 "c = 2 }": Between the entries of an object stands a comma or a line end.',
  'one-line': '1 "variable": A block on one line holds one argument. Give each a line of its own. + variable b',
  operator: '2 "+": A value is missing here.',
  quote: '2 ""x": This text has no closing quote. + resource two',
  stray: '4 "}": This "}" closes nothing. + locals + output b',
  value: '2 "=": A value is missing here. + resource after',
  yaml: '1 ": serving.knative.dev/v1": Behind "apiVersion" stands "=" and a value, or "{".',
};

function describe(text: string): string {
  const file = parseHcl(text);
  const said = file.problems.map(({ start, end, message }) => {
    return `${text.slice(0, start).split('\n').length} "${text.slice(start, end)}": ${message}`;
  });
  const read = file.body.blocks.map(
    ({ type, labels }) => `+ ${[type, ...labels.slice(-1).map((l) => l.text)].join(' ')}`,
  );
  return [...said, ...read].join(' ');
}

suite('hcl', (test) => {
  for (const { name, clean, facts } of expected) {
    test(`reads ${name} as HashiCorp's parser does`, () => {
      const text = readFileSync(`test/hcl/cases/${name}`, 'utf8');
      const file = parseHcl(text);
      assert.is(file.problems.length === 0, clean);
      if (clean) assert.equal(factsOf(file.body, text), facts);
      else assert.is(describe(text), problems[name.slice('broken-'.length, -'.tf'.length)]);
    });
  }

  test('finds every comment, where it stands', () => {
    const text = '# one\na = 1 // two\n/* three */ b = "# none" # four\nc = <<E\n# none\nE\n';
    const { comments } = parseHcl(text);
    assert.equal(
      comments.map((comment) => comment.text),
      ['# one', '// two', '/* three */', '# four'],
    );
    for (const { start, end, text: own } of comments) assert.is(text.slice(start, end), own);
  });

  const huge: Readonly<Record<string, string>> = {
    'four million characters': `a = "${'x'.repeat(4_000_001)}"`,
    '10,000 nested blocks': 'a {\n'.repeat(10_000),
    '10,000 nested lists': `a = ${'['.repeat(10_000)}`,
    '10,000 nested templates': `a = ${'"${'.repeat(10_000)}`,
    '100,000 signs': `a = ${'!'.repeat(100_000)}`,
    'a heredoc without an end': `a = <<E\n${'x\n'.repeat(500_000)}`,
    'a million lines of words': 'a\n'.repeat(1_000_000),
    'as many blocks as nobody has': 'a {\n}\n'.repeat(100_000),
    'templates that are not closed': 'a = "${\n'.repeat(100_000),
  };
  for (const [name, text] of Object.entries(huge)) {
    test(`says one thing of ${name}, and soon`, () => {
      const began = performance.now();
      assert.is(parseHcl(text).problems.length, 1);
      assert.ok(performance.now() - began < 2000);
    });
  }

  test('says nothing of what is left of a broken block', () => {
    const left = 'resource "a" "b" {\nname =\ntemplate {\ncontainers {\n}\n}\n}\nlocals {\n}\n';
    assert.is(describe(left), '2 "=": A value is missing here. + template + locals');
  });

  test('says where each character of a text stands', () => {
    const text = 'a = "x\\n$${h}"\nb = <<-E\n    one\n    two\n  E\n';
    const texts = parseHcl(text).body.attributes.map(({ value }) => value.kind === 'template' && value.parts[0]);
    const [quoted, heredoc] = texts.map((part) => (part && part.kind === 'text' ? part : undefined));
    assert.is(quoted?.text, 'x\n${h}');
    assert.equal(quoted?.offsets, [5, 6, 8, 8, 11, 12, 13]);
    assert.is(heredoc?.text, 'one\ntwo\n');
    assert.is(heredoc?.offsets?.[4], text.indexOf('two'));
  });
});
