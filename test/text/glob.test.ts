import picomatch from 'picomatch';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { Random } from '../../scripts/random.ts';
import { speaksOf } from '../../src/catalogue/user-product.ts';
import { parseConfig } from '../../src/policy/config.ts';
import { nameMatcher, pathMatcher } from '../../src/policy/glob.ts';
import { globTest, refusedGlob } from '../../src/text/glob.ts';
import { suite } from '../suite.ts';

/** CPU milliseconds. */
function spent(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

suite('text/glob', (test) => {
  test('means what picomatch means by the same glob', () => {
    const random = new Random(7);
    const pieces = [
      'a',
      'b',
      '.',
      '-',
      '*',
      '?',
      '/',
      '/**/',
      '**/',
      '/**',
      '[ab]',
      '[a-c]',
      '{a,b}',
      '{b,c/a}',
      '\\*',
    ];
    const names = ['a', 'b', 'c', '.', '-', '/', '*', 'aa'];
    const write = (from: readonly string[], count: number) =>
      Array.from({ length: 1 + random.below(count) }, () => random.pick(from)).join('');
    for (let i = 0; i < 20_000; i++) {
      const glob = write(pieces, 5);
      const path = write(names, 6);
      // What no path is, and and globs of whose stars, being many or beside other signs, picomatch makes something of its own.
      if (/\/\/|^\/|\/$|(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) continue;
      if (glob.split('**').length > 2) continue;
      if (/\/\/|^\/|\/$|\*\*[^/]|[^/]\*\*|(?:^|\/)\.{1,2}|\*\*\/\*\*|!\//.test(glob)) continue;
      assert.is(globTest(glob)(path), picomatch(glob, { dot: true })(path), `${glob} ${path}`);
    }
  });

  test('ends, whatever the glob', () => {
    const name = 'a'.repeat(200);
    const deep = 'a/'.repeat(500);
    for (const glob of [
      `${'*a'.repeat(200)}*b`,
      '+(+(a)+(a))b',
      `${'a/**/'.repeat(100)}b`,
      `${'**/a/'.repeat(150)}b`,
    ]) {
      const time = spent(() => {
        globTest(glob)(name);
        globTest(glob)(deep);
        pathMatcher('/r', [glob])(`/r/${deep}x`);
        nameMatcher([glob])(name);
      });
      assert.ok(time < 2000, `${glob.slice(0, 20)}: ${time}`);
    }
    assert.ok(spent(() => speaksOf({ image: `${'*a**a'.repeat(100)}b` }, `docker.io/${name}/${name}`)) < 2000);
  });

  test('costs little where there are many and none is meant', () => {
    const globs = Array.from({ length: 1000 }, (_, i) => [`services/a${i}/*.yaml`, `team-${i}`, `**/x${i}/**`][i % 3]!);
    const matches = pathMatcher('/r', globs);
    const paths = Array.from({ length: 400 }, (_, i) => `/r/deploy/production/europe-west1/shop${i}/service.yaml`);
    const time = spent(() => paths.forEach((path) => void assert.not(matches(path))));
    // Where each glob takes the path apart anew, it is some 550.
    assert.ok(time < 300, String(time));
    assert.ok(matches('/r/deploy/team-1/service.yaml'));
  });

  test('refuses globs that nobody writes, and says so', () => {
    assert.match(refusedGlob('a'.repeat(1001))!, 'longer than 1,000');
    assert.match(refusedGlob('{a,b}'.repeat(20))!, 'more than 100 globs');
    assert.is(refusedGlob('{a,b,{c,d}}/**/*.yaml'), undefined);
    const problems = (text: string) => {
      const parsed = parseConfig('c.yaml', text, [{ id: 'x', title: '', rules } as never]);
      return 'problems' in parsed ? parsed.problems.map(({ message }) => message) : [];
    };
    const braces = '{a,b}'.repeat(20);
    assert.equal(problems(`exclude: "${braces}"\n`), ['This glob has braces that stand for more than 100 globs.']);
    assert.equal(problems(`exclude: [${'a,'.repeat(60_000)}]\n`), [
      'There are more than 1,000 globs in this file. Write fewer, wider ones.',
    ]);
    assert.is(problems(`overrides: [{ files: "${braces}", rules: {} }]\n`).length, 1);
    const many =
      'The globs of this file have more than 20,000 characters, braces written out. Write fewer, wider ones.';
    const long = (glob: string) => Array.from({ length: 30 }, (_, i) => `"${glob}${'x'.repeat(400)}${i}"`).join(', ');
    assert.equal(problems(`exclude: [${long('*')}, ${long('?')}]\n`), [many]);
    assert.equal(problems(`exclude: ["*${'a'.repeat(300)}{${'b,'.repeat(90)}c}"]\n`), [many]);
    assert.equal(problems(`exclude: [${long('')}, ${long('a')}]\n`), []);
    const entries = long('acme/*').split(', ');
    const catalogue = [...entries, ...entries].map((image) => `{ image: ${image}, role: cache }`).join(', ');
    assert.equal(problems(`catalogue: [${catalogue}]\n`), [many]);
    assert.ok(problems(`catalogue: [{ image: "${'a'.repeat(1001)}*", role: cache }]\n`).length > 0);
  });

  test('understands stars in the names of images as before', () => {
    const speaks = (image: string, repository: string) => speaksOf({ image }, repository);
    assert.ok(speaks('acme/*', 'docker.io/acme/shop'));
    assert.ok(speaks('nginx', 'docker.io/library/nginx'));
    assert.not(speaks('acme/*', 'docker.io/acme/shop/x'));
    assert.ok(speaks('gcr.io/**/shop', 'gcr.io/a/b/shop'));
    assert.not(speaks('gcr.io/*/shop', 'gcr.io/a/b/shop'));
    assert.ok(speaks('**', 'x'));
  });
});
