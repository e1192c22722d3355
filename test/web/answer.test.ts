import { readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import * as assert from 'uvu/assert';
import { svg } from '../../src/graph/svg.ts';
import { fix, graph, lint } from '../../src/library/index.ts';
import { answer } from '../../src/web/answer.ts';
import { issueText } from '../../src/web/issue.ts';
import { suite } from '../suite.ts';

const examples = globbySync('examples/*/*.{yaml,tf}').filter((path) => !path.includes('/editor/'));

suite('the playground', (test) => {
  test('finds and fixes what the library does', () => {
    for (const path of examples) {
      const text = readFileSync(path, 'utf8');
      const question = { id: 1, files: [{ path, text }], options: { profile: 'strict' } } as const;
      const options = { ...question.options, path };
      const found = answer({ ...question, task: 'lint' });
      assert.equal(found.diagnostics, lint(text, options).diagnostics, path);
      assert.equal(found.graphs, []);
      const { fixed, diagnostics } = answer({ ...question, task: 'unsafe' });
      const expected = fix(text, { unsafe: true, ...options });
      assert.is(fixed.get(path) ?? text, expected.text, path);
      assert.equal(diagnostics, lint(expected.text, options).diagnostics, path);
    }
  });

  test('lints the manifests of a tree, and shows the rest as it lies beside', () => {
    const tree = Object.fromEntries(
      globbySync('examples/nginx/*').map((path) => [path.replace('examples/nginx/', ''), readFileSync(path, 'utf8')]),
    );
    tree['default.conf'] = tree['default.conf']!.replace(/proxy_pass .*;/, 'proxy_pass http://localhost:1;');
    const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
    const { diagnostics, resources, graphs } = answer({ id: 1, task: 'lint', files, draw: 'right.tf', options: {} });
    assert.equal(
      [...resources.keys()].sort(),
      globbySync('examples/nginx/*.{yaml,tf}')
        .map((path) => path.slice(15))
        .sort(),
    );
    assert.ok(diagnostics.some(({ path, rule }) => path === 'default.conf' && rule === 'upstream-mismatch'));
    assert.equal(
      diagnostics.filter(({ path }) => path === 'wrong.tf'),
      lint(tree['wrong.tf']!, { path: 'wrong.tf', files: tree }).diagnostics.filter(({ path }) => path === 'wrong.tf'),
    );
    assert.is(svg(graphs), graph(tree['right.tf']!, 'svg', { path: 'right.tf', files: tree }));
    assert.is(new Set(diagnostics.map((one) => JSON.stringify(one))).size, diagnostics.length);
  });

  test('takes the first file for a manifest where none looks like one', () => {
    const of = (...paths: string[]) =>
      answer({ id: 1, task: 'lint', files: paths.map((path) => ({ path, text: 'kind: Deployment\n' })), options: {} });
    assert.equal([...of('a.yaml', 'b.yaml').resources], [['a.yaml', 0]]);
    assert.equal([...of('b.yaml').resources], [['b.yaml', 0]]);
  });

  test('says what is wrong with a configuration', () => {
    const files = [{ path: 'service.yaml', text: '' }];
    const { problem } = answer({ id: 1, task: 'lint', files, options: { config: 'rules: { nothing: off }' } });
    assert.match(problem, /^cloudrun-lint\.yaml:1:/);
  });

  test('posts all that is needed to repeat it', () => {
    const files = [
      { path: 'service.yaml', text: 'a: ```\n' },
      { path: 'main.tf', text: 'b = 1\n' },
    ];
    const text = issueText({ files, config: 'rules: {}\n', profile: 'strict' }, [], 'version 1');
    assert.ok(text.startsWith('version 1, profile `strict`.'));
    for (const part of ['````yaml\na: ```\n````', '```hcl\nb = 1\n```', '`cloudrun-lint.yaml`:\n\n```yaml\nrules: {}'])
      assert.ok(text.includes(part), part);
  });
});
