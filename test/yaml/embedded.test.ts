import * as assert from 'uvu/assert';
import type { Field } from '../../src/tree/field.ts';
import { suite } from '../suite.ts';
import { covered, read } from './reading.ts';

type Graph = Record<string, string[]>;

const graph = (written: string): Field<Graph> =>
  read<Record<string, string>>(`key: ${written}\nother: x\n`).get('key').embedded<Graph>();

/** What the places of all keys and all list items cover in the file. */
function places(written: string): string[] {
  const root = graph(written);
  return root.entries.flatMap(([, needs]) => [covered(needs.key), ...needs.items.map(covered)]);
}

/** One and the same map, as people write it into an annotation. */
const styles: Readonly<Record<string, string>> = {
  'single quotes': `'{"app":["one","two"]}'`,
  'double quotes with escapes': String.raw`"{\"app\":[\"one\",\"two\"]}"`,
  'double quotes and escapes that stand for one character': String.raw`"\x7b\"app\"\u003a[\"one\",\"two\"]\U0000007d"`,
  'a literal block': '|\n  {\n    "app": ["one",\n      "two"]\n  }',
  'a literal block with indentation and chomping': '|2-\n    {"app":\n  ["one","two"]}',
  'a folded block': '>-\n  {"app":["one",\n  "two"]}',
  'a folded block with blank lines': '>\n  {"app":\n\n  ["one",\n\n\n  "two"]}\n',
  'double quotes over several lines': '"{\\"app\\":\n    [\\"one\\",\\"two\\"]}"',
  'double quotes with an escaped line break': '"{\\"app\\":[\\"o\\\n    ne\\",\\"two\\"]}"',
  'single quotes over several lines': `'{"app":\n    ["one",\n\n     "two"]}'`,
};

suite('yaml/field embedded', (test) => {
  for (const [name, written] of Object.entries(styles)) {
    test(`reads a map in ${name}`, () => {
      const root = graph(written);
      assert.equal(root.keys, ['app']);
      assert.equal(
        root.get('app').items.map((item) => item.text),
        ['one', 'two'],
      );
    });

    test(`knows the places of a map in ${name}`, () => {
      const bare = places(written).map((place) => place.replace(/\\\n\s*/g, '').replace(/[\\"']/g, ''));
      assert.equal(bare, ['app', 'one', 'two']);
    });
  }

  test('reads the loose form without quotes', () => {
    assert.equal(places('"{app:[one, two], web: [one]}"'), ['app', 'one', 'two', 'web', 'one']);
    assert.equal(places("'{app:[one, two]}'"), ['app', 'one', 'two']);
  });

  test('keeps its places behind characters that take two UTF-16 units', () => {
    assert.equal(places(`'{"\u{1F600}":["a\u{1F600}","b"],"c":["d"]}'`), [
      '"\u{1F600}"',
      '"a\u{1F600}"',
      '"b"',
      '"c"',
      '"d"',
    ]);
    assert.equal(places(String.raw`"{\"\U0001F600\":[\"b\"]}"`), [String.raw`\"\U0001F600\"`, String.raw`\"b\"`]);
    assert.equal(places(String.raw`"{\"\ud83d\ude00\":[\"b\"]}"`), [String.raw`\"\ud83d\ude00\"`, String.raw`\"b\"`]);
  });

  test('keeps its places in a file with CRLF', () => {
    assert.equal(places('|\r\n  {"app":\r\n    ["one"]}\r'), ['"app"', '"one"']);
    assert.equal(places('>-\r\n  {"app":\r\n  ["one"]}\r'), ['"app"', '"one"']);
  });

  test('keeps its places behind doubled apostrophes', () => {
    assert.equal(places(`'{"it''s":["one"]}'`), [`"it''s"`, '"one"']);
  });

  test('has nothing to say of a text that is neither a map nor a list', () => {
    for (const written of ['app', '""', "'{'", '\'{"a":\'', '"a: b"', '[a]', '']) {
      assert.equal(graph(written).keys, [], written);
      assert.is(graph(written).isMap, false, written);
    }
  });

  test('does not follow aliases that lead nowhere', () => {
    assert.equal(graph(`'{"a":[*b],"c":["d"]}'`).get('c').items.length, 1);
  });

  test('reads what an alias repeats and points at the alias', () => {
    const root = read<Record<string, string>>(`a: &x '{"app":["one"]}'\nb: *x\n`).get('b').embedded<Graph>();
    assert.equal(root.keys, ['app']);
    assert.is(covered(root.get('app').items[0]!), '*x');
  });
});
