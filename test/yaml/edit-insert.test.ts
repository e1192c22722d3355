import * as assert from 'uvu/assert';
import type { AnyField, NewValue } from '../../src/tree/edit.ts';
import { appendItem, insertEntry, setEntry } from '../../src/tree/edit.ts';
import { suite } from '../suite.ts';
import { at, edited } from './editing.ts';

const insert = (value: NewValue, after?: string) => (field: AnyField) =>
  insertEntry(field, 'new', value, after === undefined ? {} : { after });

suite('yaml/edit-insert: block mappings', (test) => {
  test('adds an entry after the last one, in its indentation', () => {
    assert.is(edited('a:\n  b: c\nd: e\n', ['a'], insert('x')), 'a:\n  b: c\n  new: x\nd: e\n');
    assert.is(edited('a:\n b: c # d\n', ['a'], insert('x')), 'a:\n b: c # d\n new: x\n');
    assert.is(edited('a:\n     b: c', ['a'], insert('x')), 'a:\n     b: c\n     new: x');
    assert.is(edited('a:\r\n  b: c\r\nd: e\r\n', ['a'], insert('x')), 'a:\r\n  b: c\r\n  new: x\r\nd: e\r\n');
    assert.is(edited('- b: c\n  d: e\n- f\n', [0], insert('x')), '- b: c\n  d: e\n  new: x\n- f\n');
    assert.is(edited('-   b: c\n', [0], insert('x')), '-   b: c\n    new: x\n');
    assert.is(edited('\uFEFFb: c\n', [], insert('x')), 'b: c\nnew: x\n');
  });

  test('adds behind all that the last entry holds', () => {
    assert.is(
      edited('a:\n  b:\n    c:\n    - d\n    - e: f # g\n\n# h\ni: j\n', ['a'], insert('x')),
      'a:\n  b:\n    c:\n    - d\n    - e: f # g\n  new: x\n\n# h\ni: j\n',
    );
    assert.is(edited('a:\n  b: |\n    text\n\nc: d\n', ['a'], insert('x')), 'a:\n  b: |\n    text\n  new: x\n\nc: d\n');
    assert.is(edited('a:\n  b: # c\nd: e\n', ['a'], insert('x')), 'a:\n  b: # c\n  new: x\nd: e\n');
    assert.is(edited('a:\n  b:\n  - x\n  -\nd: e\n', ['a'], insert('x')), 'a:\n  b:\n  - x\n  -\n  new: x\nd: e\n');
    assert.is(edited('a:\n  b: "x\n    y"\n', ['a'], insert('x')), 'a:\n  b: "x\n    y"\n  new: "x"\n');
    assert.is(edited('a:\n  b: {x: y,\n    z: 1}\n', ['a'], insert('x')), 'a:\n  b: {x: y,\n    z: 1}\n  new: x\n');
    assert.is(edited('a:\n  b: |+\n    text\n\nc: d\n', ['a'], insert('x')), undefined);
  });

  test('adds after a named entry', () => {
    assert.is(
      edited('a:\n  b: c\n  # of d\n  d: e\n', ['a'], insert('x', 'b')),
      'a:\n  b: c\n  new: x\n  # of d\n  d: e\n',
    );
    assert.is(edited('a:\n  b: c\n', ['a'], insert('x', 'none')), 'a:\n  b: c\n  new: x\n');
    assert.is(edited('- b: c\n  d: e\n', [0], insert('x', 'b')), '- b: c\n  new: x\n  d: e\n');
  });

  test('writes nested values as the file does', () => {
    const probe = { tcpSocket: { port: 8080 }, periodSeconds: 5 };
    assert.is(
      edited('a:\n  b: c\n', ['a'], insert(probe)),
      'a:\n  b: c\n  new:\n    tcpSocket:\n      port: 8080\n    periodSeconds: 5\n',
    );
    assert.is(
      edited('a:\n    b: c\n', ['a'], insert({ d: { e: true } })),
      'a:\n    b: c\n    new:\n        d:\n            e: true\n',
    );
    assert.is(
      edited('a:\n  b:\n  - c\n', ['a'], insert([{ d: 1, e: 2 }, 'f'])),
      'a:\n  b:\n  - c\n  new:\n  - d: 1\n    e: 2\n  - f\n',
    );
    assert.is(edited('a:\n  b:\n    - c\n', ['a'], insert(['f'])), 'a:\n  b:\n    - c\n  new:\n    - f\n');
    assert.is(edited('a:\n  b: c\n', ['a'], insert({})), 'a:\n  b: c\n  new: {}\n');
  });

  test('quotes what would not be a string', () => {
    assert.is(edited('a: b\n', [], insert('false')), "a: b\nnew: 'false'\n");
    assert.is(edited('a: "b"\nc: d\n', [], insert('1')), 'a: "b"\nc: d\nnew: "1"\n');
    assert.is(edited('a: "b"\n', [], insert('{"x":1}')), `a: "b"\nnew: '{"x":1}'\n`);
    assert.is(edited('a: b\n', [], insert(false)), 'a: b\nnew: false\n');
    assert.is(edited('a: b\n', [], insert('1e3')), "a: b\nnew: '1e3'\n");
  });

  test('quotes as its siblings are quoted', () => {
    assert.is(edited('a:\n  b: "c"\n', ['a'], insert('x')), 'a:\n  b: "c"\n  new: "x"\n');
    assert.is(edited("a: {b: 'c', \"d\": 'e'}\n", ['a'], insert('x')), "a: {b: 'c', \"d\": 'e', new: 'x'}\n");
    assert.is(edited('a:\n  b: "c"\n  d: e\n', ['a'], insert('x')), 'a:\n  b: "c"\n  d: e\n  new: x\n');
    assert.is(edited('a:\n  b: "c"\n', ['a'], insert(5)), 'a:\n  b: "c"\n  new: 5\n');
  });

  test('puts first what the schema has before all others', () => {
    const shape = { properties: { a: { properties: { first: {}, new: {}, b: {}, c: {} } } } };
    const put = (text: string) => edited(text, ['a'], insert('x'), shape);
    assert.is(put('a: # d\n  # of b\n  b: e\n  c: f\n'), 'a: # d\n  new: x\n  # of b\n  b: e\n  c: f\n');
    assert.is(put('a: {b: e}\n'), 'a: {new: x, b: e}\n');
    assert.is(put('a: {\n  b: e\n}\n'), 'a: {\n  new: x,\n  b: e\n}\n');
    assert.is(put('a:\n  first: e\n  b: f\n'), 'a:\n  first: e\n  b: f\n  new: x\n');
    assert.is(put('a:\n  other: e\n'), 'a:\n  other: e\n  new: x\n');
    assert.is(put('a: !x\n  b: e\n'), undefined);
  });

  test('makes missing parents', () => {
    const deep = (field: AnyField) => insertEntry(at(field, ['metadata', 'annotations']), 'k/x', 'false');
    assert.is(
      edited('spec:\n  a: b\n', ['spec'], deep),
      "spec:\n  a: b\n  metadata:\n    annotations:\n      k/x: 'false'\n",
    );
    assert.is(edited('spec: {a: b}\n', ['spec'], deep), "spec: {a: b, metadata: { annotations: { k/x: 'false' } }}\n");
    assert.is(
      edited('spec:\n    metadata:\n        name: x\n', ['spec'], deep),
      "spec:\n    metadata:\n        name: x\n        annotations:\n            k/x: 'false'\n",
    );
  });

  test('fills what is empty', () => {
    assert.is(edited('a:\nb: c\n', ['a'], insert('x')), 'a:\n  new: x\nb: c\n');
    assert.is(edited('a: # none\nb: c\n', ['a'], insert('x')), 'a: # none\n  new: x\nb: c\n');
    assert.is(edited('a: {} # none\nb: c\n', ['a'], insert('x')), 'a: # none\n  new: x\nb: c\n');
    assert.is(edited('a: {} \nb: c\n', ['a'], insert('x')), 'a:\n  new: x\nb: c\n');
    assert.is(edited('a: {}', ['a'], insert('x')), 'a:\n  new: x');
    assert.is(edited('a: null\r\nb: c\r\n', ['a'], insert('x')), 'a:\r\n  new: x\r\nb: c\r\n');
    assert.is(edited('z:\n   a: ~\n', ['z', 'a'], insert('x')), 'z:\n   a:\n      new: x\n');
    assert.is(edited('- a:\n', [0, 'a'], insert('x')), '- a:\n    new: x\n');
    assert.is(edited('{a: , b: c}\n', ['a'], insert('x')), '{a: { new: x }, b: c}\n');
    assert.is(edited('{a: {}}\n', ['a'], insert('x')), '{a: { new: x }}\n');
    assert.is(edited('{a: null}\n', ['a'], insert('x')), '{a: { new: x }}\n');
  });

  test('refuses what is taken, shared or no mapping', () => {
    assert.is(edited('a:\n  new: b\n', ['a'], insert('x')), undefined);
    assert.is(edited('a: b\n', ['a'], insert('x')), undefined);
    assert.is(edited('a:\n- b\n', ['a'], insert('x')), undefined);
    assert.is(edited('a: &x\n  b: c\nd: *x\n', ['d'], insert('x')), undefined);
    assert.is(edited('a: &x\n  b: c\nd: *x\n', ['a'], insert('x')), undefined);
    assert.is(edited('a: &x\n  new: c\nd:\n  <<: *x\n', ['d'], insert('x')), undefined);
    assert.is(edited('? a\n: b\n', [], insert('x')), undefined);
    assert.is(edited('--- # none\n', [], insert('x')), undefined);
  });
});

suite('yaml/edit-insert: flow mappings', (test) => {
  test('adds an entry before the brace', () => {
    assert.is(edited('a: {b: c}\n', ['a'], insert('x')), 'a: {b: c, new: x}\n');
    assert.is(edited('a: { b: c }\n', ['a'], insert('x')), 'a: { b: c, new: x }\n');
    assert.is(edited('a: { b: c, }\n', ['a'], insert('x')), 'a: { b: c, new: x }\n');
    assert.is(edited('a: {b: c, d: e}\n', ['a'], insert('x', 'b')), 'a: {b: c, new: x, d: e}\n');
    assert.is(edited('a: {b: c}\n', ['a'], insert('x, y')), "a: {b: c, new: 'x, y'}\n");
    assert.is(edited('a: {b: c}\n', ['a'], insert({ d: [1] })), 'a: {b: c, new: { d: [1] }}\n');
    assert.is(edited('a: [b: c]\n', ['a', 0], insert('x')), undefined);
  });

  test('gives it a line of its own where the others have one', () => {
    assert.is(edited('a: {\n  b: c\n}\n', ['a'], insert('x')), 'a: {\n  b: c,\n  new: x\n}\n');
    assert.is(edited('a: {\n  b: c, # d\n}\n', ['a'], insert('x')), 'a: {\n  b: c, # d\n  new: x,\n}\n');
    assert.is(edited('a: {\n  b: c # d\n}\n', ['a'], insert('x')), 'a: {\n  b: c, # d\n  new: x\n}\n');
    assert.is(edited('a: {\n  b: c,\n  d: e\n}\n', ['a'], insert('x', 'b')), 'a: {\n  b: c,\n  new: x,\n  d: e\n}\n');
    assert.is(edited('a: {\n  b: c }\n', ['a'], insert('x')), 'a: {\n  b: c, new: x }\n');
    assert.is(edited('a: {\n  b: c\n  , d: e\n}\n', ['a'], insert('x', 'b')), 'a: {\n  b: c\n  , new: x, d: e\n}\n');
  });

  test('adds to JSON inside an annotation', () => {
    const into = (value: NewValue) => (field: AnyField) => insertEntry(field.embedded(), 'new', value);
    assert.is(edited(`d: '{"a":["b"]}'\n`, ['d'], into(['c'])), `d: '{"a":["b"],"new":["c"]}'\n`);
    assert.is(edited(`d: '{"a": ["b"]}'\n`, ['d'], into(["c'd"])), `d: '{"a": ["b"], "new": ["c''d"]}'\n`);
    assert.is(edited('d: "{\\"a\\":1}"\n', ['d'], into(['c'])), 'd: "{\\"a\\":1,\\"new\\":[\\"c\\"]}"\n');
    assert.is(edited("d: '{}'\n", ['d'], into({ e: 1 })), `d: '{"new":{"e":1}}'\n`);
  });
});

suite('yaml/edit-insert: values and items', (test) => {
  const set = (value: string) => (field: AnyField) => setEntry(field, 'k', value);
  const append = (value: NewValue) => (field: AnyField) => appendItem(field, value);

  test('sets a value that is missing, null or another', () => {
    assert.is(edited('a: b\n', [], set('false')), "a: b\nk: 'false'\n");
    assert.is(edited('k: "true"\n', [], set('false')), 'k: "false"\n');
    assert.is(edited('k:\na: b\n', [], set('x')), 'k: x\na: b\n');
    assert.is(edited('k: # c\n', [], set('x')), 'k: x # c\n');
    assert.is(edited('k: null\n', [], set('x')), 'k: x\n');
    assert.is(edited('{k: , a: b}\n', [], set('x')), '{k: x, a: b}\n');
    assert.is(edited('k: {}\n', [], set('x')), undefined);
  });

  test('appends an item', () => {
    assert.is(edited('a: ["b"]\n', ['a'], append('--c')), 'a: ["b", "--c"]\n');
    assert.is(edited('a: [b]\n', ['a'], append('--c')), 'a: [b, --c]\n');
    assert.is(edited('a:\n- b\nc: d\n', ['a'], append('x')), 'a:\n- b\n- x\nc: d\n');
    assert.is(
      edited('a:\n  - b: c # d\n    e: f\n', ['a'], append({ g: 1, h: 2 })),
      'a:\n  - b: c # d\n    e: f\n  - g: 1\n    h: 2\n',
    );
    assert.is(edited('a: [b]\n', ['a'], append('x')), 'a: [b, x]\n');
    assert.is(edited('a: [\n  b,\n  c\n]\n', ['a'], append('x')), 'a: [\n  b,\n  c,\n  x\n]\n');
    assert.is(edited('a: []\n', ['a'], append('x')), 'a:\n  - x\n');
    assert.is(edited('a:\nb:\n- c\n', ['a'], append('x')), 'a:\n- x\nb:\n- c\n');
    assert.is(edited('{a: []}\n', ['a'], append('x')), '{a: [x]}\n');
    assert.is(edited('b: c\n', ['a'], append({ d: 1, e: 2 })), 'b: c\na:\n  - d: 1\n    e: 2\n');
    assert.is(edited('{b: c}\n', ['a'], append('x')), '{b: c, a: [x]}\n');
    assert.is(edited('a: x\n', ['a'], append('y')), undefined);
    assert.is(
      edited(`d: '{"a":["b"]}'\n`, ['d'], (field) => appendItem(at(field.embedded(), ['a']), 'c')),
      `d: '{"a":["b","c"]}'\n`,
    );
    assert.is(
      edited(`d: '{"a":["b"]}'\n`, ['d'], (field) => appendItem(at(field.embedded(), ['e']), 'c')),
      `d: '{"a":["b"],"e":["c"]}'\n`,
    );
  });
});
