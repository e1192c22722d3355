import * as assert from 'uvu/assert';
import type { Field } from '../../src/tree/field.ts';
import type { Shape } from '../../src/tree/shape.ts';
import { suite } from '../suite.ts';
import { covered, read } from './reading.ts';

const typed = (type: string): Shape => ({ type: 'object', properties: { a: { type } } });
const value = (type: string, text: string) => read<{ a: unknown }>(`a: ${text}\n`, typed(type)).get('a').value;

suite('yaml/field values', (test) => {
  test('reads a text only where gcloud reads one', () => {
    assert.is(value('string', 'web'), 'web');
    assert.is(value('string', '"1"'), '1');
    assert.is(value('string', "'no'"), 'no');
    assert.is(value('string', '|\n  two\n  lines\n'), 'two\nlines\n');
    for (const text of ['1', '1.10', 'no', '2024-01-01', '12:30', '~', '', '[a]', '{ a: b }']) {
      assert.is(value('string', text), undefined, text);
    }
  });

  test('reads whole numbers, written as text too, by YAML 1.1', () => {
    assert.is(value('integer', '8080'), 8080);
    assert.is(value('integer', '"8080"'), 8080);
    assert.is(value('integer', '0400'), 256);
    assert.is(value('integer', '-1'), -1);
    for (const text of ['1.5', '"1.5"', 'eight', 'true', '""', '[1]', '1e3']) {
      assert.is(value('integer', text), undefined, text);
    }
  });

  test('reads true and false only where they are not quoted', () => {
    assert.is(value('boolean', 'true'), true);
    assert.is(value('boolean', 'off'), false);
    for (const text of ['"true"', '1', 'maybe', '']) assert.is(value('boolean', text), undefined, text);
  });

  test('has no value where another tool fills one in', () => {
    for (const text of ['${PORT}', '"%PORT%"', '%PORT%', '<port>', '{{ port }}', '__PORT__', '"x-$PORT"']) {
      const field = read<{ a: number }>(`a: ${text}\n`, typed('integer')).get('a');
      assert.is(field.value, undefined, text);
      assert.is(field.unknown, true, text);
      assert.is(field.exists, true, text);
    }
  });

  test('takes what Cloud Deploy fills in for unknown', () => {
    const text = [
      'a: "" # from-param: ${name}',
      'b: # from-param: ${name}',
      'c: 5 # from-param: ${scale} # and why',
      'd: host/app:latest   #from-param:   ${host}/app:${tag}',
      'e: [x] # from-param: ${name}',
      'f: x # from-param: name',
      'g: x # a note',
      '# from-param: ${name}',
      'h: x',
      'i:',
      '  - x # from-param: ${name}',
      '  - y',
    ].join('\n');
    const root = read<Record<string, string[]>>(text);
    const texts = ['a', 'b', 'c', 'd'].map((key) => root.get(key).text);
    assert.equal(texts, ['${name}', '${name}', '${scale}', '${host}/app:${tag}']);
    for (const key of ['a', 'b', 'c', 'd']) {
      const field = root.get(key);
      assert.is(field.unknown, true, key);
      assert.is(field.value, undefined, key);
      assert.is(field.isNull, false, key);
    }
    for (const key of ['f', 'g', 'h']) assert.is(root.get(key).text, 'x', key);
    assert.equal(
      root.get('i').items.map(({ unknown }) => unknown),
      [true, false],
    );
    assert.is(covered(root.get('d').part(5, 8)), 'host/app:latest');
  });

  test('tells an empty value from a missing one', () => {
    const root = read('a:\nb: null\nc: ~\nd: ""\n');
    for (const key of ['a', 'b', 'c']) {
      assert.is(root.get(key).exists, true, key);
      assert.is(root.get(key).isNull, true, key);
      assert.is(root.get(key).value, undefined, key);
    }
    assert.is(root.get('d').isNull, false);
    assert.is(root.get('e').exists, false);
    assert.is(root.get('e').isNull, false);
  });

  test('tells how a scalar is written', () => {
    const root = read('a: x\nb: "x"\nc: \'x\'\nd: |\n  x\ne: >-\n  x\nf: [x]\n');
    const styles = root.entries.map(([, field]) => field.style);
    assert.equal(styles, ['plain', 'double-quoted', 'single-quoted', 'block', 'block', undefined]);
  });

  test('takes an explicit tag at its word', () => {
    assert.is(value('string', '!!str 8080'), '8080');
  });
});

suite('yaml/field structure', (test) => {
  test('goes on below what is missing, and keeps the way there', () => {
    const field = read('spec: { template: {} }\n')
      .get('spec')
      .get('template')
      .get('metadata')
      .get(0 as never);
    assert.is(field.exists, false);
    assert.equal(field.path, ['spec', 'template', 'metadata', 0]);
    assert.equal(field.items, []);
    assert.equal(field.keys, []);
  });

  test('takes a lone value for a list of one where the schema wants a list', () => {
    const shape: Shape = { type: 'object', properties: { a: { type: 'array', items: { type: 'string' } } } };
    const items = (text: string) =>
      read<{ a: string[] }>(text, shape)
        .get('a')
        .items.map((item) => item.text);
    assert.equal(items('a: [x, y]\n'), ['x', 'y']);
    assert.equal(items('a: x\n'), ['x']);
    assert.equal(items('a:\n'), []);
    assert.equal(items('a: ${LIST}\n'), []);
    assert.equal(items('b: x\n'), []);
    assert.is(read<{ a: string[] }>('a: x\n', shape).get('a').isUnlisted, true);
    assert.equal(read('a: x\n').get('a').items, [], 'without a schema nothing is guessed');
  });

  test('follows an alias to its anchor and points at the alias', () => {
    const root = read<Record<string, Record<string, string>>>('a: &x { b: one }\nc: *x\nd: &t two\ne: *t\n');
    assert.is(root.get('c').get('b').value, 'one');
    assert.is(root.get('c').isReference, true);
    assert.is(root.get('c').get('b').isReference, true);
    assert.is(covered(root.get('c')), '*x');
    assert.is((root.get('e') as unknown as Field<string>).value, 'two');
    assert.is(covered(root.get('e')), '*t');
  });

  test('fills in from merge keys what the mapping itself does not say', () => {
    const root = read<Record<string, Record<string, string>>>(
      'a: &a { x: 1a, y: 1b }\nb: &b { y: 2b, z: 2c }\nc:\n  <<: [*a, *b]\n  x: own\nd: { <<: *b }\n',
    );
    assert.equal(
      ['x', 'y', 'z'].map((key) => root.get('c').get(key).value),
      ['own', '1b', '2c'],
    );
    assert.equal(root.get('c').keys, ['x', 'y', 'z']);
    assert.equal(root.get('d').keys, ['y', 'z']);
    assert.equal(read('a: { "<<": x }\n').get('a').keys, ['<<'], 'a quoted one is a key like any other');
  });

  test('lets the first of two twins win, as gcloud does', () => {
    assert.is(read<Record<string, string>>('a: first\nb: x\na: second\n').get('a').value, 'first');
  });

  test('reads keys of any style, and leaves out those that are no scalars', () => {
    assert.equal(read('"a": 1\n\'b\': 2\n1: 3\n? [c]\n: 4\n').keys, ['a', 'b', '1']);
  });
});

suite('yaml/field places', (test) => {
  const text = `kind: Service
spec:
  containers:
    - image: web # the first
      name: app
      env: [{ name: A, value: "x" }]
    - &c
      image: "proxy"
  empty:
  block: |
    text
  items: [a, b]
`;
  const root = read<Record<string, Record<string, Record<string, Record<string, string>[]>[]>>>(text);
  const spec = root.get('spec');
  const containers = spec.get('containers') as unknown as Field<Record<string, Record<string, string>[]>[]>;

  test('shows a scalar by its text, quotes included', () => {
    const [first, second] = containers.items;
    assert.is(covered(first!.get('image')), 'web');
    assert.is(covered(second!.get('image')), '"proxy"');
    assert.is(covered(first!.get('image').key), 'image');
  });

  test('shows a mapping, list, block or empty value by the key that introduces it', () => {
    assert.is(covered(spec), 'spec');
    assert.is(covered(containers), 'containers');
    assert.is(covered(spec.get('block')), 'block');
    assert.is(covered(spec.get('empty')), 'empty');
  });

  test('shows a list item by its name, else by its first key', () => {
    const [first, second] = containers.items;
    assert.is(covered(first!), 'app');
    assert.is(covered(second!), 'image');
    assert.is(covered(first!.get('env').items[0]!), 'A');
  });

  test('shows the document by its kind', () => {
    assert.is(covered(root), 'Service');
    assert.is(covered(read('metadata: {}\n')), 'metadata');
  });

  test('shows what is missing by the nearest that is there', () => {
    const missing = containers.items[0]!.get('startupProbe').items[0] ?? containers.items[0]!.get('startupProbe');
    assert.is(covered(missing), 'app');
    assert.equal(missing.path, ['spec', 'containers', 0, 'startupProbe']);
    assert.is(covered(spec.get('volumes')), 'spec');
  });

  test('names list items in the stable path, so that it outlives reordering', () => {
    const [first, second] = containers.items;
    assert.equal(first!.get('env').items[0]!.get('value').stablePath, [
      'spec',
      'containers',
      'app',
      'env',
      'A',
      'value',
    ]);
    assert.equal(second!.get('image').path, ['spec', 'containers', 1, 'image']);
    assert.equal(second!.get('image').stablePath, ['spec', 'containers', '1', 'image']);
  });

  test('knows all that is written in a place', () => {
    assert.is(text.slice(spec.get('items').fullSpan.start, spec.get('items').fullSpan.end), '[a, b]');
    const { start, end } = spec.get('volumes').fullSpan;
    assert.is(start, end);
  });

  test('points into a scalar of any style', () => {
    const pointed = (written: string, found: string) => {
      const field = read<Record<string, string>>(`a: ${written}\n`).get('a');
      const at = field.text!.indexOf(found);
      assert.ok(at >= 0, written);
      return covered(field.part(at, at + found.length));
    };
    assert.is(pointed('one two', 'two'), 'two');
    assert.is(pointed('"one two"', 'two'), 'two');
    assert.is(pointed("'it''s two'", 'two'), 'two');
    assert.is(pointed('"\\u00e9\\t\\"two\\""', 'two'), 'two');
    assert.is(pointed('"\\U0001F600two"', 'two'), 'two');
    assert.is(pointed('|\n  one\n  two', 'two'), 'two');
    assert.is(pointed('>-\n  one\n  two\n\n  three', 'three'), 'three');
    assert.is(pointed('one\n  two', 'two'), 'two');
    assert.is(pointed('"one\n  two"', 'two'), 'two');
    assert.is(pointed('"one\\\n  two"', 'two'), 'two');
  });

  test('shows the whole alias where only a piece of what it repeats is meant', () => {
    const field = read<Record<string, string>>('a: &x one two\nb: *x\n').get('b');
    assert.is(covered(field.part(4, 7)), '*x');
  });
});
