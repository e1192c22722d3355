import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { categories } from '../rules/index.ts';
import { type Diagnostic, fix, graph, lint, OptionsError, rules } from '../src/library/index.ts';
import { inTemporaryFolder } from './integrations/repository.ts';
import { suite } from './suite.ts';

const wrong = readFileSync('examples/nginx/wrong.yaml', 'utf8');
const rulesOf = (id: string) => categories.find((category) => category.id === id)!.rules;
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

  test('reads files beside the text', () => {
    const examples = rulesOf('beside').flatMap(({ id, bad }) => bad.map((example) => ({ id, example })));
    assert.ok(examples.length >= 7);
    for (const { id, example } of examples) {
      const { yaml, files = {} } = example;
      const options = { path: 'service.yaml', target: 'cloud-run', profile: 'strict' } as const;
      const of = (given: Parameters<typeof lint>[1]) =>
        lint(yaml, { ...options, ...given }).diagnostics.filter(({ rule }) => rule === id);
      assert.ok(of({ files }).length > 0, id);
      if (of({}).length > 0) continue;
      const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`./deploy/${path}`, text]));
      const moved = of({ files: { ...below, 'deploy/service.yaml': 'old' }, path: 'deploy/service.yaml' });
      assert.equal(
        moved.map(({ path, message }) => [path.replace('deploy/', ''), message]),
        of({ files }).map(({ path, message }) => [path, message]),
      );
      const off = { config: 'beside: false\n', files };
      assert.equal(of(off), [], id);
    }
  });

  test('finds in a tree what the command line finds, and draws it', async () => {
    const service = readFileSync('examples/nginx/right.yaml', 'utf8');
    const config = 'beside:\n  - container: nginx\n    config: conf/default.conf\n    at: /etc/nginx/conf.d\n';
    const files: Readonly<Record<string, string>> = {
      'cloudrun-lint.yaml': `${config}overrides:\n  - files: conf/**\n    rules: { connectivity: info }\n    reason: old\n`,
      'conf/default.conf': '\ufeff# ports\nserver { listen 8080; location / { proxy_pass http://localhost:9999; } }\n',
      'base/kustomization.yaml': 'patches:\n  - path: patch.yaml\n',
      'base/patch.yaml': 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\n',
      'deploy/skaffold.yaml': 'deploy:\n  cloudrun: {}\n',
      'deploy/typed.yaml': service.replace(/cpu: .*/, 'cpu: 1'),
      'tf/locals.tf': 'locals {\n  port = 80\n}\n',
      'tf/main.tf': readFileSync('examples/nginx/right.tf', 'utf8').replace(
        /container_port\s*=\s*\d+/,
        'container_port = local.port',
      ),
      'web.yaml': service,
    };
    await inTemporaryFolder(async (folder) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const loader = import.meta.resolve('tsx');
      for (const path of ['web.yaml', 'base/patch.yaml', 'deploy/typed.yaml', 'tf/main.tf']) {
        const args = ['--import', loader, resolve('src/cli/main.ts'), '--format', 'json', '--profile', 'strict', path];
        const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
        const options = { path, files, config: files['cloudrun-lint.yaml']!, profile: 'strict' } as const;
        const { diagnostics } = lint(files[path]!, options);
        const said = (list: readonly Diagnostic[]) =>
          list.map(({ path, rule, severity, message, range }) => ({ path, rule, severity, message, range }));
        assert.equal(said(diagnostics), said(JSON.parse(stdout).diagnostics), path);
        if (path === 'web.yaml') {
          assert.ok(diagnostics.some((one) => one.path === 'conf/default.conf' && one.range.start.line === 2));
          assert.match(graph(files[path]!, 'mermaid', options), /default\.conf/);
        } else {
          const { files: _, ...alone } = options;
          assert.not.equal(lint(files[path]!, alone).diagnostics, diagnostics, path);
        }
      }
    });
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
    refused({ files: { '../a': '' } }, /^"files" cannot hold "\.\.\/a"/);
    refused({ files: { a: 1 } }, /^"files" holds no text for "a"/);
    refused({ files: {}, path: '/etc/service.yaml' }, /^"\/etc\/service\.yaml" does not lie below/);
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
