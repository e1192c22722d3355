import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { cloneOfThisProject, commitFile, inTemporaryFolder, isInstalled, newRepository, runIn } from './repository.ts';

const right = await readFile('examples/nginx/right.yaml', 'utf8');
const wrong = right.replace('cpu: 500m', 'cpu: plenty');

if (await isInstalled('pre-commit')) {
  suite('pre-commit', (test) => {
    test('a commit with a wrong service is stopped, others pass, and what can be fixed is', () =>
      inTemporaryFolder(async (folder) => {
        const tool = join(folder, 'tool');
        const user = join(folder, 'user');
        await mkdir(tool);
        const rev = await cloneOfThisProject(tool);
        await newRepository(user);
        const env = { PRE_COMMIT_HOME: join(folder, 'home') };
        assert.is((await runIn(user, 'pre-commit', ['install'], env)).code, 0);

        const first = await commitFile(user, '.pre-commit-config.yaml', configuration(tool, rev), env);
        assert.is(first.code, 0, first.text);
        assert.match(first.text, /lint Cloud Run configuration\.+Passed/);

        const other = await commitFile(user, 'compose.yaml', 'services:\n  app:\n    image: nginx\n', env);
        assert.is(other.code, 0, other.text);

        const good = await commitFile(user, 'service.yaml', right, env);
        assert.is(good.code, 0, good.text);

        const bad = await commitFile(user, 'service.yaml', wrong, env);
        assert.is(bad.code, 1, bad.text);
        assert.match(bad.text, /lint Cloud Run configuration\.+Failed/);
        assert.match(bad.text, /invalid-cpu/);
        assert.match(bad.text, /service\.yaml:\d+:\d+/);

        const fixing = configuration(tool, rev, 'cloudrun-lint-fix', 'cloudrun-lint-all');
        const changed = await commitFile(user, '.pre-commit-config.yaml', fixing, env);
        assert.is(changed.code, 1, changed.text);
        assert.match(changed.text, /lint all Cloud Run configuration\.+Failed/);

        const fixable = await commitFile(user, 'service.yaml', right.replace("cpu: '1'", 'cpu: 1'), env);
        assert.is(fixable.code, 1, fixable.text);
        assert.match(fixable.text, /fix Cloud Run configuration\.+Failed/);
        assert.match(fixable.text, /files were modified by this hook/);
        const fixed = await readFile(join(user, 'service.yaml'), 'utf8');
        assert.match(fixed, /cpu: ['"]1['"]/);

        const again = await commitFile(user, 'service.yaml', fixed, env);
        assert.is(again.code, 0, again.text);

        await commitFile(user, '.pre-commit-config.yaml', configuration(tool, rev), env);
        for (const [name, example, rule] of [
          ['main.tf', 'datadog-agent/wrong.tf', 'agent-probe-mismatch'],
          ['api.json', 'opentelemetry-collector/wrong.v2.json', 'dependency-without-startup-probe'],
        ] as const) {
          const stopped = await commitFile(user, name, await readFile(`examples/${example}`, 'utf8'), env);
          assert.is(stopped.code, 1, stopped.text);
          assert.match(stopped.text, new RegExp(`${name}:\\d+:\\d+`));
          assert.match(stopped.text, rule);
          const passed = await commitFile(user, name, name.endsWith('.tf') ? 'resource "a" "b" {}\n' : '{}\n', env);
          assert.is(passed.code, 0, passed.text);
        }
      }));

    test('the name of a file gives no option, whatever it is', () =>
      inTemporaryFolder(async (folder) => {
        const tool = join(folder, 'tool');
        const user = join(folder, 'user');
        await mkdir(tool);
        const rev = await cloneOfThisProject(tool);
        await newRepository(user);
        const env = { PRE_COMMIT_HOME: join(folder, 'home') };
        await runIn(user, 'pre-commit', ['install'], env);
        await commitFile(user, '.pre-commit-config.yaml', configuration(tool, rev), env);
        await writeFile(join(user, 'quiet.yaml'), 'rules: { invalid-cpu: off }\nfailOn: never\n');
        await writeFile(join(user, 'service.yaml'), wrong);
        const names = [
          '--config=quiet.yaml',
          '--fail-on=never.yaml',
          '-fsarif=service.yaml',
          '--format=sarif=service.yaml',
          '--fix-unsafe.yaml',
        ];
        for (const name of names) {
          const stopped = await commitFile(user, name, 'a: 1\n', env);
          assert.is(stopped.code, 1, name);
          assert.ok(stopped.text.includes(`"${name}" is an option, and the name of a file here.`), stopped.text);
          assert.match(stopped.text, /exit code: 2/);
          assert.is(await readFile(join(user, 'service.yaml'), 'utf8'), wrong);
          await rm(join(user, name));
        }
        const bad = await commitFile(user, 'other.yaml', 'a: 1\n', env);
        assert.is(bad.code, 1, bad.text);
        assert.match(bad.text, /invalid-cpu/);
      }));
  });
} else {
  console.log('SKIPPED: test/integrations/pre-commit.test.ts, since pre-commit is not installed.');
}

function configuration(repository: string, rev: string, ...hooks: readonly string[]): string {
  const ids = hooks.length > 0 ? hooks : ['cloudrun-lint'];
  const list = ids.map((id) => `      - id: ${id}\n`).join('');
  return `repos:\n  - repo: ${repository}\n    rev: ${rev}\n    hooks:\n${list}`;
}
