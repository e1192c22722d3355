import * as assert from 'uvu/assert';
import type { Edit } from '../../src/yaml/edit.ts';
import { quote, quoted, removeEntry, renameKey, setEntry } from '../../src/yaml/edits.ts';
import { Field } from '../../src/yaml/field.ts';
import { Source } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

type Any = Field<Record<string, unknown>>;

function root(text: string): Any {
  return Field.root(new Source('a.yaml', text).documents[0]!);
}

function at(text: string, ...keys: readonly string[]): Any {
  return keys.reduce((field, key) => field.get(key) as Any, root(text));
}

function apply(text: string, edits: readonly Edit[] | undefined): string | undefined {
  return edits && [...edits].sort((a, b) => b.start - a.start).reduce(replace, text);
}

function replace(text: string, edit: Edit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

suite('edits', (test) => {
  test('quotes a value and leaves its comment', () => {
    const text = 'a: 1 # one\nb: 2\n';
    assert.is(apply(text, quote(at(text, 'a'))), 'a: "1" # one\nb: 2\n');
    assert.is(quoted('{"a":1}'), `'{"a":1}'`);
    assert.is(quoted(`it's "so"`), `'it''s "so"'`);
  });

  test('gives a field another key', () => {
    const text = 'outer:\n  "nmae": x\n';
    assert.is(apply(text, renameKey(at(text, 'outer', 'nmae'), 'name')), 'outer:\n  name: x\n');
  });

  test('removes the lines of a field', () => {
    const text = 'a:\n  b: |\n    one\n    two\n  c: 3 # three\nd: 4\n';
    assert.is(apply(text, removeEntry(at(text, 'a', 'b'))), 'a:\n  c: 3 # three\nd: 4\n');
    assert.is(apply(text, removeEntry(at(text, 'a', 'c'))), 'a:\n  b: |\n    one\n    two\nd: 4\n');
  });

  test('removes a mapping that would be left empty', () => {
    const text = 'a:\n  b:\n    c: 1\nd: 4\n';
    assert.is(apply(text, removeEntry(at(text, 'a', 'b', 'c'))), 'd: 4\n');
  });

  test('adds an entry behind the last one', () => {
    const text = 'a:\n  b: 1 # one\n\nc: 2\n';
    assert.is(apply(text, setEntry(at(text, 'a'), ['x'], '"9"')), 'a:\n  b: 1 # one\n  x: "9"\n\nc: 2\n');
  });

  test('adds the mappings on the way', () => {
    const text = 'a:\n  b: 1\nc: 2';
    assert.is(apply(text, setEntry(root(text), ['a', 'x', 'y'], '9')), 'a:\n  b: 1\n  x:\n    y: 9\nc: 2');
    const empty = 'a:\n  b:\nc: 2';
    assert.is(apply(empty, setEntry(root(empty), ['a', 'b', 'y'], '9')), 'a:\n  b:\n    y: 9\nc: 2');
    const flow = 'a: { b: 1 }\n';
    assert.is(apply(flow, setEntry(root(flow), ['a', 'x', 'y'], '9')), 'a: { b: 1, x: { y: 9 } }\n');
  });

  test('keeps its hands off what is there, or stands elsewhere', () => {
    const text = 'a: &a\n  b: 1\nc: *a\nd:\n  <<: *a\n';
    assert.is(setEntry(root(text), ['a', 'b'], '2'), undefined);
    assert.is(setEntry(root(text), ['a', 'b', 'c'], '2'), undefined);
    for (const keys of [
      ['c', 'b'],
      ['d', 'b'],
    ]) {
      assert.is(quote(at(text, ...keys)), undefined);
      assert.is(removeEntry(at(text, ...keys)), undefined);
      assert.is(renameKey(at(text, ...keys), 'x'), undefined);
    }
    assert.is(removeEntry(at('- a: 1\n', 'a')), undefined);
    assert.is(removeEntry(at('a: { b: 1 }\n', 'a', 'b')), undefined);
  });
});
