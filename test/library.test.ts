import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { categories } from '../rules/index.ts';
import { fix, graph, lint, OptionsError, rules } from '../src/library/index.ts';
import { inTemporaryFolder } from './integrations/repository.ts';
import { suite } from './suite.ts';

const wrong = readFileSync('examples/nginx/wrong.yaml', 'utf8');
const found = (options?: Parameters<typeof lint>[1]) => lint(wrong, options).diagnostics.map(({ rule }) => rule);

suite('library', (test) => {
  test('finds what the command line finds', () => {
    assert.equal(found().sort(), ['bypassed-proxy', 'proxy-without-limits', 'shadowed-config']);
    assert.is(lint(wrong, { path: 'deploy/web.yaml' }).diagnostics[0]!.path, 'deploy/web.yaml');
    assert.equal(lint('a: b'), { diagnostics: [], resources: 0 });
  });

  test('obeys profile, rules and configuration', () => {
    assert.equal(found({ rules: { proxy: 'off', 'service-mesh': 'off' } }), []);
    const levels = lint(wrong, { rules: { 'bypassed-proxy': 'info' } }).diagnostics;
    assert.is(levels.find(({ rule }) => rule === 'bypassed-proxy')!.severity, 'info');
    assert.ok(!found({ profile: 'deploy' }).includes('proxy-without-limits'));
    assert.ok(!found({ config: 'rules:\n  bypassed-proxy: off\n' }).includes('bypassed-proxy'));
    assert.ok(!found({ config: 'extends: deploy\n' }).includes('proxy-without-limits'));
    const override = 'overrides:\n  - files: deploy/*\n    rules: { proxy: off }\n    reason: old\n';
    const suppressed = (path: string) =>
      lint(wrong, { config: override, path }).diagnostics.filter((diagnostic) => diagnostic.suppressed).length;
    assert.ok(suppressed('deploy/web.yaml') > 0);
    assert.is(suppressed('web.yaml'), 0);
  });

  test('refuses options that make no sense in one line', () => {
    const refused = (options: unknown, message: RegExp) => {
      assert.throws(
        () => lint(wrong, options as never),
        (error: Error) => error instanceof OptionsError && message.test(error.message),
      );
    };
    refused({ profile: 'stric' }, /^"profile" cannot be "stric"\. It is one of .+Did you mean "strict"\?$/);
    refused({ rules: { 'bypased-proxy': 'off' } }, /"bypased-proxy"\. Did you mean "bypassed-proxy"\?$/);
    refused({ rules: { 'bypassed-proxy': 'of' } }, /^"rules\.bypassed-proxy" cannot be "of"\./);
    refused({ config: 'rules:\n  nope: off\n' }, /^cloudrun-lint\.yaml:2:3: /);
    refused({ config: 'extends: ./other.yaml\n' }, /no file is read/);
    refused({ target: 'all' }, /^"target" cannot be "all"/);
  });

  test('fixes', () => {
    const text = wrong.replace(/cpu: .*/, 'cpu: 1');
    const fixed = fix(text);
    assert.equal(lint(fixed.text).diagnostics, fixed.diagnostics);
    assert.is(fix('no yaml: [').text, 'no yaml: [');
  });

  test('draws', () => {
    assert.match(graph(wrong, 'mermaid'), /^flowchart LR\n/);
    assert.match(graph(wrong, 'svg'), /^<svg/);
    assert.is(graph('a: b', 'dot'), '');
    assert.throws(() => graph(wrong, 'png' as never), /There is no graph format "png"/);
  });

  test('the example in the documentation prints what stands there (UPDATE=1 npm test library)', async () => {
    const file = 'docs/library.md';
    const page = readFileSync(file, 'utf8');
    const block = /(```js\n([\s\S]*?)```[\s\S]*<!-- library -->\n```text\n)([\s\S]*?)```/;
    const [, before = '', example = '', expected = ''] = block.exec(page) ?? [];
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'service.yaml'), wrong);
      const library = pathToFileURL('src/library/index.ts').href;
      writeFileSync(join(folder, 'lint.mjs'), example.replace("'cloudrun-lint'", `'${library}'`));
      const loader = import.meta.resolve('tsx');
      const printed = execFileSync(process.execPath, ['--import', loader, 'lint.mjs'], {
        cwd: folder,
        encoding: 'utf8',
      });
      if (process.env.UPDATE)
        writeFileSync(
          file,
          page.replace(block, () => `${before}${printed}\`\`\``),
        );
      else assert.is(expected, printed);
    });
  });

  test('tells of every rule', () => {
    assert.is(rules.length, categories.flatMap((category) => category.rules).length);
    for (const { id, page, url } of rules) assert.ok(page.startsWith(`# ${id}\n`) && url.includes(id), id);
  });
});
