import * as assert from 'uvu/assert';
import { hasManyWildcards } from '../../src/cli/wildcards.ts';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const hostile = [
  '*a*a*a*a*a*a*a*a*a*a*a*a*b',
  '+(+(a)+(a))b',
  `${'a/**/'.repeat(7)}b`,
  '{a,b}'.repeat(20),
  `../${'{a,b}'.repeat(20)}`,
  '{1..99999}/x',
  'a'.repeat(1001).concat('*'),
];

suite('cli/wildcards', (test) => {
  test('tells patterns that nobody should wait for', () => {
    for (const pattern of hostile) assert.ok(hasManyWildcards(pattern), pattern);
    for (const pattern of [
      '*.py[cod]',
      '**/a/**/*.tfstate.*',
      '*-*.*',
      'deploy/{a,b}/*.yaml',
      '{a,b}/{c,d}/*.{yml,yaml}',
      '../{a,b}/*.yaml',
      '(a)',
      '',
    ])
      assert.not(hasManyWildcards(pattern), pattern);
  });

  for (const pattern of hostile) {
    test(
      `does not follow ${pattern.slice(0, 30)} in a .gitignore, and says so`,
      inFolder({ '.gitignore': `x\n${pattern}\n`, [`${'a'.repeat(60)}.yaml`]: '' }, async ({ run }) => {
        const { code, err } = await run('.');
        assert.is(code, 2);
        assert.match(err.join('\n'), '.gitignore: line 2 has more wildcards than are followed');
      }),
    );
    test(
      `does not search for ${pattern.slice(0, 30)}, and says so`,
      inFolder({ [`${'a'.repeat(60)}.yaml`]: '' }, async ({ run }) => {
        const { code, err } = await run(pattern);
        assert.is(code, 2);
        assert.match(err.join('\n'), /it has more wildcards than are followed|no such file|name is too long/);
      }),
    );
  }

  test(
    'follows no more than 50 patterns',
    inFolder({ 'a.yaml': '' }, async ({ run }) => {
      const { code, err } = await run(...Array.from({ length: 60 }, (_, i) => `${i}*.yaml`));
      assert.is(code, 2);
      assert.is(err.join('\n').split('no more than 50 patterns').length, 2);
    }),
  );
});
