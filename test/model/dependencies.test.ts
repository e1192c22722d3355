import * as assert from 'uvu/assert';
import type { Service } from '../../src/model/service.ts';
import { suite } from '../suite.ts';
import { service } from './reading.ts';

/** A service with containers of these names and this start order; "-" is a container without a name. */
function ordered(annotation: string, ...names: readonly string[]): Service {
  const containers = names.map((name) => (name === '-' ? '{ image: x }' : `{ name: "${name}", image: x }`));
  return service(
    `{ metadata: { annotations: { run.googleapis.com/container-dependencies: ${annotation} } }, spec: { containers: [${containers.join(', ')}] } }`,
  );
}

const edges = ({ dependencies }: Service) => dependencies.all.map(({ from, to }) => `${from}>${to}`);
const circles = ({ dependencies }: Service) =>
  dependencies.circles.map((circle) => circle.map(({ waiter }) => waiter.label).join('>'));
const startOrder = ({ dependencies }: Service) => dependencies.startOrder.map(({ label }) => label);

suite('model/dependencies', (test) => {
  test('reads JSON, its loose form, and a map in place of the text', () => {
    const forms = [`'{"a":["b","c"]}'`, `"{a: [b, c]}"`, '{ a: [b, c] }', `'{a:[b,c]}'`, `' { "a" : [ "b", "c" ] } '`];
    for (const form of forms) {
      const { dependencies } = ordered(form, 'a', 'b', 'c');
      assert.equal(edges(ordered(form, 'a', 'b', 'c')), ['a>b', 'a>c'], form);
      assert.equal([dependencies.exists, dependencies.isReadable, dependencies.isWellFormed], [true, true, true], form);
    }
  });

  test('tells no order from one that cannot be read', () => {
    const { dependencies: none } = service('{ spec: { containers: [{ image: x }] } }');
    assert.equal([none.exists, none.isReadable, none.all.length], [false, true, 0]);
    const { dependencies: empty } = ordered('', 'a');
    assert.equal([empty.exists, empty.isReadable], [false, true]);
    for (const form of ['a=b', `'{'`, '[a]', `'["a"]'`, '"%ORDER%"', `'{"a":["\${B}"]}'`]) {
      const { dependencies } = ordered(form, 'a', 'b');
      assert.equal([dependencies.exists, dependencies.isReadable], [true, false], form);
      assert.equal(dependencies.all, [], form);
    }
  });

  test('reads a lone name as a list of one, and says that it is none', () => {
    const { dependencies } = ordered(`'{"a":"b"}'`, 'a', 'b');
    assert.is(dependencies.isWellFormed, false);
    assert.is(dependencies.all.length, 1);
    for (const form of [`'{"a":{"b":[]}}'`, `'{"a":[["b"]]}'`, `'{"a":null}'`]) {
      assert.is(ordered(form, 'a', 'b').dependencies.isWellFormed, false, form);
    }
  });

  test('knows which containers the names mean, the unnamed one included', () => {
    const { dependencies, containers } = ordered(`'{"":["b"],"b":["x"]}'`, '-', 'b');
    const [first, second] = dependencies.all;
    assert.is(first?.waiter, containers[0]);
    assert.is(first?.needed, containers[1]);
    assert.is(second?.waiter, containers[1]);
    assert.is(second?.needed, undefined);
  });

  test('follows the order through others', () => {
    const { dependencies, containers } = ordered(`'{"a":["b"],"b":["c"],"d":["a"]}'`, 'a', 'b', 'c', 'd', 'e');
    const [a, b, c, d, e] = containers;
    assert.is(dependencies.waitsFor(a!, b!), true);
    assert.is(dependencies.waitsFor(a!, c!), true);
    assert.is(dependencies.waitsFor(d!, c!), true);
    assert.is(dependencies.waitsFor(c!, a!), false);
    assert.is(dependencies.waitsFor(a!, a!), false);
    assert.is(dependencies.waitsFor(e!, a!), false);
    assert.equal(
      dependencies.edgesTo(b!).map(({ from }) => from),
      ['a'],
    );
  });

  test('finds circles and leaves chains and diamonds alone', () => {
    assert.equal(circles(ordered(`'{"a":["b","c"],"b":["d"],"c":["d"]}'`, 'a', 'b', 'c', 'd')), []);
    assert.equal(circles(ordered(`'{"a":["a"]}'`, 'a')), ['a']);
    assert.equal(circles(ordered(`'{"a":["b"],"b":["a"]}'`, 'a', 'b')), ['a>b']);
    assert.equal(circles(ordered(`'{"a":["b"],"b":["c"],"c":["b"]}'`, 'a', 'b', 'c')), ['b>c']);
    assert.equal(circles(ordered(`'{"a":["b"],"b":["a"],"c":["d"],"d":["c"]}'`, 'a', 'b', 'c', 'd')), ['a>b', 'c>d']);
    assert.equal(circles(ordered(`'{"a":["b","c"],"b":["b"],"c":["a"]}'`, 'a', 'b', 'c')), ['b', 'a>c']);
  });

  test('orders containers behind what they wait for, without those in or behind a circle', () => {
    assert.equal(startOrder(ordered(`'{"a":["b"],"b":["c"]}'`, 'a', 'b', 'c', 'd')), ['c', 'd', 'b', 'a']);
    assert.equal(startOrder(ordered(`'{"a":["b"],"b":["a"],"c":["a"]}'`, 'a', 'b', 'c', 'd')), ['d']);
  });

  test('copes with long chains and many circles', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `c${i}`);
    const chain = names.slice(1).map((name, i) => `"${name}":["c${i}"]`);
    const long = ordered(`'{${chain.join(',')}}'`, ...names);
    assert.is(long.dependencies.startOrder.length, names.length);
    assert.equal(long.dependencies.circles, []);
    const rings = names.slice(1).map((name, i) => `"${name}":["c${i}","c0","${name}"]`);
    const { circles: found } = ordered(`'{"c0":["c${names.length - 1}"],${rings.join(',')}}'`, ...names).dependencies;
    assert.ok(found.reduce((sum, circle) => sum + circle.length, 0) <= 2 * names.length);
  });
});
