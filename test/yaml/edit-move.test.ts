import * as assert from 'uvu/assert';
import type { AnyField } from '../../src/tree/edit.ts';
import { deleteEntries, deleteEntry, type Emptied, moveEntry, wrapAsListItem } from '../../src/tree/edit.ts';
import type { Segment } from '../../src/tree/field.ts';
import { suite } from '../suite.ts';
import { at, edited } from './editing.ts';

type Path = readonly Segment[];

const drop = (field: AnyField) => deleteEntry(field);
const dropWithParent = (field: AnyField) => deleteEntry(field, 'remove');

suite('yaml/edit-delete: block style', (test) => {
  test('deletes whole lines with the comment on them and keeps all others', () => {
    assert.is(edited('a: b\n# of c\nc: d # e\n\nf: g\n', ['c'], drop), 'a: b\n# of c\n\nf: g\n');
    assert.is(edited('a:\n  b: c\n  d:\n    e: f # g\n  h: i\n', ['a', 'd'], drop), 'a:\n  b: c\n  h: i\n');
    assert.is(edited('a: b\nc: |\n  text\n\nd: e\n', ['c'], drop), 'a: b\n\nd: e\n');
    assert.is(edited('a: b\r\nc: d\r\n', ['a'], drop), 'c: d\r\n');
    assert.is(edited('a: b\nc:\nd: e\n', ['c'], drop), 'a: b\nd: e\n');
  });

  test('keeps a missing final newline missing', () => {
    assert.is(edited('a: b\nc: d', ['c'], drop), 'a: b');
    assert.is(edited('a: b\r\nc: d # e', ['c'], drop), 'a: b');
    assert.is(edited('a: b\nc: d', ['a'], drop), 'c: d');
  });

  test('deletes the first entry of a list item', () => {
    assert.is(edited('- a: b\n  c: d\n', [0, 'a'], drop), '- c: d\n');
    assert.is(edited('x:\n  - a: b # e\n    c: d\n', ['x', 0, 'a'], drop), 'x:\n  - c: d\n');
    assert.is(edited('- a: b\n  # of c\n  c: d\n', [0, 'a'], drop), '- \n  # of c\n  c: d\n');
  });

  test('deletes list items', () => {
    assert.is(edited('a:\n- b\n- c # d\n- e\n', ['a', 1], drop), 'a:\n- b\n- e\n');
    assert.is(edited('a:\n  - b: c\n    d: e\n  - f: g\n', ['a', 0], drop), 'a:\n  - f: g\n');
    assert.is(edited('- - a\n  - b\n- c\n', [0, 0], drop), '- - b\n- c\n');
    assert.is(edited('-\n  a: b\n- c\n', [0], drop), '- c\n');
  });

  test('leaves no broken mapping behind the last entry', () => {
    assert.is(edited('a:\n  b: c # d\ne: f\n', ['a', 'b'], drop), 'a: {}\ne: f\n');
    assert.is(edited('a: # x\n  b: c\ne: f\n', ['a', 'b'], drop), 'a: {} # x\ne: f\n');
    assert.is(edited('a:\n- b\ne: f\n', ['a', 0], drop), 'a: []\ne: f\n');
    assert.is(edited('a:\n  b: c', ['a', 'b'], drop), 'a: {}');
    assert.is(edited('a:\n  b:\n    c: d\ne: f\n', ['a', 'b', 'c'], dropWithParent), 'e: f\n');
    assert.is(edited('a: b\n', ['a'], drop), undefined);
    assert.is(edited('- a: b\n- c\n', [0, 'a'], drop), undefined);
  });

  test('deletes several at once', () => {
    const dropBoth = (first: Path, second: Path, emptied: Emptied) => (_: AnyField, root: AnyField) =>
      deleteEntries([at(root, first), at(root, second)], emptied);
    const both = (text: string, first: Path, second: Path, emptied: Emptied = 'keep') =>
      edited(text, [], dropBoth(first, second, emptied));
    assert.is(both('a: b\nc: d\n# e\nf: g\n', ['a'], ['c']), '# e\nf: g\n');
    assert.is(both('- a: b\n  c: d # e\n  f: g\n', [0, 'a'], [0, 'c']), '- f: g\n');
    assert.is(both('- a: b\n  c: d\n  f: g\n', [0, 'a'], [0, 'f']), '- c: d\n');
    assert.is(both('a:\n  b: c\n  # of d\n  d: e\nf: g\n', ['a', 'b'], ['a', 'd']), 'a: {}\nf: g\n');
    assert.is(both('a:\n  b: c\n  d: e\nf: g\n', ['a', 'b'], ['a', 'd'], 'remove'), 'f: g\n');
    assert.is(both('a:\n  b: c\nd: e\nf: g\n', ['a', 'b'], ['d'], 'remove'), 'f: g\n');
    assert.is(both('{a: b, c: d, e: f}\n', ['c'], ['e']), '{a: b}\n');
    assert.is(both('{a: b, c: d, e: f}\n', ['a'], ['e']), '{c: d}\n');
    assert.is(both('x: {a: b, c: d}\n', ['x', 'c'], ['x', 'a']), 'x: {}\n');
    assert.is(both('x: {\n  a: b,\n  c: d,\n  e: f\n}\n', ['x', 'c'], ['x', 'e']), 'x: {\n  a: b\n}\n');
  });

  test('refuses what is shared or written unusually', () => {
    assert.is(edited('a: &x\n  b: c\n  d: e\nf: *x\n', ['f', 'b'], drop), undefined);
    assert.is(edited('a: &x\n  b: c\n  d: e\nf: *x\n', ['a', 'b'], drop), undefined);
    assert.is(edited('? a\n: b\n? c\n: d\n', ['a'], drop), undefined);
    assert.is(edited('a: b\n', ['c'], drop), undefined);
  });
});

suite('yaml/edit-delete: flow style', (test) => {
  test('deletes an entry and one comma', () => {
    assert.is(edited('a: {b: c, d: e, f: g}\n', ['a', 'b'], drop), 'a: {d: e, f: g}\n');
    assert.is(edited('a: {b: c, d: e, f: g}\n', ['a', 'd'], drop), 'a: {b: c, f: g}\n');
    assert.is(edited('a: { b: c, d: e }\n', ['a', 'd'], drop), 'a: { b: c }\n');
    assert.is(edited('a: [b, c, d]\n', ['a', 1], drop), 'a: [b, d]\n');
    assert.is(edited('a: { b: c }\n', ['a', 'b'], drop), 'a: {}\n');
    assert.is(edited('a: [b]\n', ['a', 0], drop), 'a: []\n');
    assert.is(edited('{a: {b: c}, d: e}\n', ['a', 'b'], dropWithParent), '{d: e}\n');
  });

  test('deletes a line where the entry has one', () => {
    assert.is(edited('a: {\n  b: c, # x\n  d: e, # y\n}\n', ['a', 'b'], drop), 'a: {\n  d: e, # y\n}\n');
    assert.is(edited('a: {\n  b: c, # x\n  d: e # y\n}\n', ['a', 'd'], drop), 'a: {\n  b: c # x\n}\n');
    assert.is(edited('a: [\n  b,\n  c\n]\n', ['a', 1], drop), 'a: [\n  b\n]\n');
    assert.is(edited('a: { b: c, # x\n  d: e }\n', ['a', 'd'], drop), undefined);
  });

  test('deletes from JSON inside an annotation', () => {
    const inside =
      (...path: (string | number)[]) =>
      (field: AnyField) =>
        deleteEntry(at(field.embedded(), path));
    assert.is(edited(`d: '{"a":["b","c"],"e":[]}'\n`, ['d'], inside('a', 0)), `d: '{"a":["c"],"e":[]}'\n`);
    assert.is(edited(`d: '{"a":["b","c"],"e":[]}'\n`, ['d'], inside('e')), `d: '{"a":["b","c"]}'\n`);
    assert.is(edited('d: "{\\"a\\":[\\"b\\"]}"\n', ['d'], inside('a', 0)), 'd: "{\\"a\\":[]}"\n');
  });
});

suite('yaml/edit-move', (test) => {
  const toTemplate = (field: AnyField, root: AnyField) => moveEntry(field, at(root, ['t', 'ann']));

  test('moves an entry with its quotes and its comment', () => {
    assert.is(
      edited('ann:\n  k: "x" # why\n  l: m\nt:\n    ann:\n        n: o\n', ['ann', 'k'], toTemplate),
      'ann:\n  l: m\nt:\n    ann:\n        n: o\n        k: "x" # why\n',
    );
    assert.is(
      edited('ann:\n  k: |\n    {\n      a\n    }\n  l: m\nt:\n   ann:\n      n: o\n', ['ann', 'k'], toTemplate),
      'ann:\n  l: m\nt:\n   ann:\n      n: o\n      k: |\n        {\n          a\n        }\n',
    );
    assert.is(
      edited('ann:\n    k: v\n    l: m\nt:\n ann:\n  n: o', ['ann', 'k'], toTemplate),
      'ann:\n    l: m\nt:\n ann:\n  n: o\n  k: v',
    );
  });

  test('makes the mapping that it moves into and drops the one that it empties', () => {
    assert.is(
      edited("name: n\nann:\n  'k/x': 'y'\nt:\n  s: u\n", ['ann', 'k/x'], toTemplate),
      "name: n\nt:\n  s: u\n  ann:\n    'k/x': 'y'\n",
    );
    assert.is(
      edited("m:\n  ann:\n    k: 'y'\n  name: n\nspec:\n  t:\n    s: u\n", ['m', 'ann', 'k'], (field, root) =>
        moveEntry(field, at(root, ['spec', 't', 'meta', 'ann'])),
      ),
      "m:\n  name: n\nspec:\n  t:\n    s: u\n    meta:\n      ann:\n        k: 'y'\n",
    );
  });

  test('moves between block and flow style', () => {
    assert.is(
      edited('ann: {k: v, l: m}\nt: {ann: {n: o}}\n', ['ann', 'k'], toTemplate),
      'ann: {l: m}\nt: {ann: {n: o, k: v}}\n',
    );
    assert.is(
      edited('ann:\n  k: v, w # c\n  l: m\nt: {ann: {}}\n', ['ann', 'k'], toTemplate),
      "ann:\n  l: m\nt: {ann: { k: 'v, w' }}\n",
    );
    assert.is(
      edited('ann: {k: "v", l: m}\nt:\n  ann:\n    n: o\n', ['ann', 'k'], toTemplate),
      'ann: {l: m}\nt:\n  ann:\n    n: o\n    k: "v"\n',
    );
    assert.is(
      edited('ann: {k: v, l: m}\nt: {s: u}\n', ['ann', 'k'], toTemplate),
      'ann: {l: m}\nt: {s: u, ann: { k: v }}\n',
    );
  });

  test('refuses where the key is taken or shared', () => {
    assert.is(edited('ann:\n  k: v\n  l: m\nt:\n  ann:\n    k: o\n', ['ann', 'k'], toTemplate), undefined);
    assert.is(edited('ann: &x\n  k: v\n  l: m\nt:\n  ann: *x\n', ['ann', 'k'], toTemplate), undefined);
  });
});

suite('yaml/edit-list', (test) => {
  const wrap = (field: AnyField) => wrapAsListItem(field);

  test('makes a list item of a block mapping', () => {
    assert.is(
      edited('a:\n  b: c # d\n  # e\n  f:\n    g: h\ni: j\n', ['a'], wrap),
      'a:\n- b: c # d\n  # e\n  f:\n    g: h\ni: j\n',
    );
    assert.is(
      edited('a:\n  b: c\n\n  f: |\n    g\ni:\n  - j\n', ['a'], wrap),
      'a:\n  - b: c\n\n    f: |\n      g\ni:\n  - j\n',
    );
    assert.is(edited('a:\n    b: c\n    f: g\n', ['a'], wrap), 'a:\n  - b: c\n    f: g\n');
    assert.is(edited('a:\r\n b: c\r\n d: e\r\n', ['a'], wrap), 'a:\r\n- b: c\r\n  d: e\r\n');
    assert.is(edited('- a:\n    b: c', [0, 'a'], wrap), '- a:\n  - b: c');
  });

  test('makes a list of a flow mapping or a scalar', () => {
    assert.is(edited('a: {b: c} # d\n', ['a'], wrap), 'a: [{b: c}] # d\n');
    assert.is(edited('{a: {b: c}}\n', ['a'], wrap), '{a: [{b: c}]}\n');
    assert.is(edited('a: b # c\n', ['a'], wrap), 'a: [b] # c\n');
    assert.is(edited('a: b,c\n', ['a'], wrap), "a: ['b,c']\n");
    assert.is(edited('a: "b"\n', ['a'], wrap), 'a: ["b"]\n');
  });

  test('refuses lists, nothing, and what is shared', () => {
    assert.is(edited('a: [b]\n', ['a'], wrap), undefined);
    assert.is(edited('a:\n', ['a'], wrap), undefined);
    assert.is(edited('a: &x\n  b: c\nd: *x\n', ['d'], wrap), undefined);
  });
});
