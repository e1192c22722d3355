import * as assert from 'uvu/assert';
import { findDuplicateKeys } from '../../src/yaml/duplicate-keys.ts';
import { suite } from '../suite.ts';
import { read } from './reading.ts';

const found = (text: string) =>
  [...findDuplicateKeys(read(text))].map(({ name, first, again }) => {
    assert.is(text.slice(first.span.start, first.span.end).replace(/["']/g, ''), name);
    assert.is(text.slice(again.span.start, again.span.end).replace(/["']/g, ''), name);
    return `${again.stablePath.join('.')}@${first.span.start}-${again.span.start}`;
  });

suite('yaml/duplicate-keys', (test) => {
  test('finds them in block and flow mappings, at any depth', () => {
    assert.equal(found('a: 1\nb: 2\na: 3\n'), ['a@0-10']);
    assert.equal(found('x: { a: 1, b: 2, a: 3 }\n'), ['x.a@5-17']);
    assert.equal(found('x:\n  - name: web\n    env: 1\n    env: 2\n'), ['x.web.env@21-32']);
  });

  test('finds every repetition, and compares what the keys say', () => {
    assert.equal(found('a: 1\n"a": 2\n\'a\': 3\n'), ['a@0-5', 'a@0-12']);
  });

  test('finds them inside a value that is itself repeated', () => {
    assert.equal(found('a: { b: 1 }\na: { c: 1, c: 2 }\n').length, 2);
    const [, inner] = [...findDuplicateKeys(read('a: 1\na: { b: [{}, { c: 1, c: 2 }] }\n'))];
    assert.equal(inner?.again.path, ['a', 'b', 1, 'c']);
    assert.equal(inner?.again.stablePath, ['a', 'b', '1', 'c']);
  });

  test('lets merge keys, anchors and different mappings pass', () => {
    assert.equal(found('x: &x { a: 1 }\ny: &y { a: 2 }\nz:\n  <<: *x\n  <<: *y\n  a: 3\n'), []);
    assert.equal(found('x: &x { a: 1 }\ny: *x\n'), []);
    assert.equal(found('- a: 1\n- a: 2\n'), []);
    assert.equal(found('[1, 2]'), []);
  });
});
