import { readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { fix, lint } from '../../src/library/index.ts';
import { answer } from '../../src/web/answer.ts';
import { suite } from '../suite.ts';

const examples = globbySync('examples/*/*.{yaml,tf}').filter((path) => !path.includes('/editor/'));

suite('the playground', (test) => {
  test('finds and fixes what the library does', () => {
    for (const path of examples) {
      const file = { path, text: readFileSync(path, 'utf8') };
      const options = { profile: 'strict' } as const;
      const found = answer({ id: 1, task: 'lint', file, options });
      assert.equal(found.diagnostics, lint(file.text, { path, ...options }).diagnostics, path);
      assert.equal(Object.keys(found.pages).sort(), [...new Set(found.diagnostics.map(({ rule }) => rule))].sort());
      const { fixed, diagnostics } = answer({ id: 2, task: 'unsafe', file, options });
      const expected = fix(file.text, { path, unsafe: true, ...options });
      assert.is(fixed, expected.text, path);
      assert.equal(diagnostics, lint(expected.text, { path, ...options }).diagnostics, path);
    }
  });

  test('says what is wrong with a configuration', () => {
    const file = { path: 'service.yaml', text: '' };
    const { problem } = answer({ id: 1, task: 'lint', file, options: { config: 'rules: { nothing: off }' } });
    assert.match(problem, /^cloudrun-lint\.yaml:1:/);
  });

  test('has an example of every rule', () => {
    for (const { id, bad } of rules) {
      const { example } = answer({ id: 1, task: 'example', file: { path: id, text: '' }, options: {} });
      assert.is(example?.text, bad[0]?.shown ?? bad[0]?.yaml, id);
    }
    const none = answer({ id: 1, task: 'example', file: { path: 'no-such-rule', text: '' }, options: {} });
    assert.is(none.example, undefined);
  });
});
