import * as assert from 'uvu/assert';
import {
  type AnyField,
  quoteScalar,
  renameKey,
  replaceScalar,
  replaceText,
  unquoteScalar,
} from '../../src/tree/edit.ts';
import { suite } from '../suite.ts';
import { at, edited } from './editing.ts';

suite('yaml/edit: scalars', (test) => {
  const replace = (value: string) => (field: AnyField) => replaceScalar(field, value);

  test('replaces a value and keeps its quotes', () => {
    assert.is(edited('a: b # c\n', ['a'], replace('d')), 'a: d # c\n');
    assert.is(edited("a: 'b' # c\n", ['a'], replace("it's")), "a: 'it''s' # c\n");
    assert.is(edited('a: "b"\n', ['a'], replace('"x" \\')), 'a: "\\"x\\" \\\\"\n');
    assert.is(edited('a: {b: "x", c: y}\n', ['a', 'c'], replace('z')), 'a: {b: "x", c: z}\n');
    assert.is(edited('- a\n-   b\n', [1], replace('c')), '- a\n-   c\n');
  });

  test('quotes a new value that cannot stand plain', () => {
    assert.is(edited('a: b\n', ['a'], replace('x: y')), "a: 'x: y'\n");
    assert.is(edited('a: b\n', ['a'], replace('x,y')), 'a: x,y\n');
    assert.is(edited('a: [b]\n', ['a', 0], replace('x,y')), "a: ['x,y']\n");
    assert.is(edited('a: b\n', ['a'], replace('x #y')), "a: 'x #y'\n");
    assert.is(edited('a: b\n', ['a'], replace('')), "a: ''\n");
    assert.is(edited("a: 'b'\n", ['a'], replace('x\ny')), 'a: "x\\ny"\n');
  });

  test('quotes a new value where the schema wants a string and it would be something else', () => {
    const shape = { properties: { a: { type: 'string' }, b: { type: 'integer' } } };
    assert.is(edited('a: x\n', ['a'], replace('8080'), shape), "a: '8080'\n");
    assert.is(edited('a: x\n', ['a'], replace('y'), shape), "a: 'y'\n");
    assert.is(edited('b: x\n', ['b'], replace('8080'), shape), 'b: 8080\n');
  });

  test('replaces the text of a block scalar on its line', () => {
    assert.is(edited('a: |\n  {x: y}\nb: c\n', ['a'], replace('{"x":"y"}')), 'a: |\n  {"x":"y"}\nb: c\n');
    assert.is(edited('a: >-\n  one\n  two\nb: c\n', ['a'], replace('three')), 'a: >-\n  three\nb: c\n');
    assert.is(edited('a: |\n  x\n', ['a'], replace('y\nz')), undefined);
  });

  const quote = (field: AnyField) => quoteScalar(field);

  test('quotes a plain scalar with single quotes', () => {
    assert.is(edited('a: no # why\n', ['a'], quote), "a: 'no' # why\n");
    assert.is(edited('a: 1.10', ['a'], quote), "a: '1.10'");
    assert.is(edited("a: it's\n", ['a'], quote), "a: 'it''s'\n");
    assert.is(edited('{a: 8080, b: c}\n', ['a'], quote), "{a: '8080', b: c}\n");
    assert.is(edited('- x: 5\r\n- y\r\n', [0, 'x'], quote), "- x: '5'\r\n- y\r\n");
    assert.is(
      edited('a: 0400\n', ['a'], (field) => quoteScalar(field, '0400 ')),
      "a: '0400 '\n",
    );
  });

  test('quotes as the file mostly does', () => {
    assert.is(edited('a: "x"\nb: 1\n', ['b'], quote), 'a: "x"\nb: "1"\n');
    assert.is(edited('a: "x"\nb: {"c": 1}\n', ['b', 'c'], quote), 'a: "x"\nb: {"c": "1"}\n');
    assert.is(edited('a: "x"\nb: \'y\'\nc: 1\n', ['c'], quote), "a: \"x\"\nb: 'y'\nc: '1'\n");
  });

  test('takes quotes off', () => {
    const unquote = (field: AnyField) => unquoteScalar(field);
    assert.is(edited("a: '8080' # b\n", ['a'], unquote), 'a: 8080 # b\n');
    assert.is(edited('{a: "true", b: c}\n', ['a'], unquote), '{a: true, b: c}\n');
    assert.is(
      edited('a: "30s"\n', ['a'], (field) => unquoteScalar(field, '30')),
      'a: 30\n',
    );
    assert.is(edited('a: "x: y"\n', ['a'], unquote), undefined);
    assert.is(edited('a: "x"\n', ['b'], unquote), undefined);
  });

  test('quotes nothing that is quoted, absent, null or a collection', () => {
    for (const text of ["a: 'x'\n", 'a: "x"\n', 'a: |\n  x\n', 'b: x\n', 'a: {}\n']) {
      assert.is(edited(text, ['a'], quote), undefined);
    }
  });

  test('renames a key in its quotes', () => {
    const rename = (field: AnyField) => renameKey(field, 'new');
    assert.is(edited('old: b # c\n', ['old'], rename), 'new: b # c\n');
    assert.is(edited('- old:\n    x: y\n', [0, 'old'], rename), '- new:\n    x: y\n');
    assert.is(edited("'old': b\n", ['old'], rename), "'new': b\n");
    assert.is(edited('{"old":b}\n', ['old'], rename), '{"new":b}\n');
    assert.is(
      edited('old: b\n', ['old'], (field) => renameKey(field, 'a: b')),
      "'a: b': b\n",
    );
    assert.is(edited('? old\n: b\n', ['old'], rename), '? new\n: b\n');
  });

  test('renames to no key that is taken', () => {
    assert.is(
      edited('old: b\nnew: c\n', ['old'], (field) => renameKey(field, 'new')),
      undefined,
    );
  });

  test('edits nothing that would change another place too', () => {
    const text = 'a: &x\n  b: c\nd: *x\ne:\n  <<: *x\n  f: g\nh: &y z\ni: *y\n';
    for (const path of [['a', 'b'], ['d', 'b'], ['e', 'b'], ['h'], ['i']]) {
      assert.is(edited(text, path, replace('new')), undefined, path.join('.'));
    }
    assert.is(edited('a: &x 1\nb: c\n', ['b'], replace('d')), 'a: &x 1\nb: d\n');
    assert.is(edited('a: !!str 5\n', ['a'], replace('d')), undefined);
  });
});

suite('yaml/edit: text inside a value', (test) => {
  const put = (start: number, end: number, text: string) => (field: AnyField) => replaceText(field, start, end, text);

  test('replaces a part and escapes it', () => {
    assert.is(edited('a: image:v1\n', ['a'], put(6, 8, 'v2')), 'a: image:v2\n');
    assert.is(edited("a: 'it''s b'\n", ['a'], put(5, 6, "'c'")), "a: 'it''s ''c'''\n");
    assert.is(edited('a: "x\\ty z"\n', ['a'], put(2, 3, '"')), 'a: "x\\t\\" z"\n');
    assert.is(edited('a: |\n  one\n  two\n', ['a'], put(4, 7, 'three')), 'a: |\n  one\n  three\n');
    assert.is(edited('a: x y\n', ['a'], put(1, 2, ': ')), "a: 'x: y'\n");
  });

  test('changes JSON inside an annotation', () => {
    const replace = (field: AnyField) => replaceScalar(field, 'proxy');
    const inside = (text: string) => edited(text, ['d'], (field) => replace(at(field.embedded(), ['app', 0])));
    assert.is(inside(`d: '{"app":["proxi"]}' # order\n`), `d: '{"app":["proxy"]}' # order\n`);
    assert.is(inside('d: "{\\"app\\":[\\"proxi\\"]}"\n'), 'd: "{\\"app\\":[\\"proxy\\"]}"\n');
    assert.is(inside("d: '{app: [proxi]}'\n"), "d: '{app: [proxy]}'\n");
    assert.is(inside('d: |\n  {\n    "app": ["proxi"]\n  }\n'), 'd: |\n  {\n    "app": ["proxy"]\n  }\n');
    assert.is(inside(`d: &x '{"app":["proxi"]}'\n`), undefined);
  });

  test('quotes inside JSON with double quotes', () => {
    assert.is(
      edited("d: '{app: [no]}'\n", ['d'], (field) => quoteScalar(at(field.embedded(), ['app', 0]))),
      `d: '{app: ["no"]}'\n`,
    );
    assert.is(
      edited('d: "{app: [no]}"\n', ['d'], (field) => quoteScalar(at(field.embedded(), ['app', 0]))),
      'd: "{app: [\\"no\\"]}"\n',
    );
  });
});
