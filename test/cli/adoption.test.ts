import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

const plenty = service({ cpu: 'plenty' });
const clean = service();

const git = (folder: string, ...argv: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...argv], { cwd: folder, stdio: 'ignore' });
};

/** A repository of git's own with one commit of these files. */
function inRepository(files: Readonly<Record<string, string>>, work: Parameters<typeof inFolder>[1]) {
  return inFolder(files, async (session) => {
    await rm(join(session.folder, '.git'), { recursive: true });
    git(session.folder, 'init', '-q');
    git(session.folder, 'add', '-A');
    git(session.folder, 'commit', '-q', '-m', 'x');
    await work(session);
  });
}

suite('cli: statistics', (test) => {
  test(
    'count by rule, as text and as JSON',
    inFolder({ 'a.yaml': plenty, 'b.yaml': plenty }, async ({ run }) => {
      const { out, code } = await run('--statistics');
      assert.is(code, 1);
      assert.equal(out.slice(0, 2), ['2  error    invalid-cpu', 'Found 2 errors in 2 Cloud Run resources of 2 files.']);
      const { statistics, summary } = JSON.parse((await run('--statistics', '-f', 'json')).out.join('\n'));
      assert.equal(statistics, [
        { rule: 'invalid-cpu', category: 'resources', severity: 'error', count: 2, fixable: { safe: 0, unsafe: 0 } },
      ]);
      assert.is(summary.errors, 2);
      assert.equal((await run('--statistics', '-f', 'sarif')).err, [
        'cloudrun-lint: --statistics is written as pretty or json, not as sarif.',
      ]);
    }),
  );
  test(
    'of many findings some have their lines, the others a table, and each file its heading',
    inFolder({ 'a.yaml': plenty, 'b.yaml': plenty }, async ({ run }) => {
      const { out } = await run('--max-frames', '1');
      assert.is(out.filter((line) => line.startsWith('error[')).length, 1);
      assert.ok(out.includes('a.yaml: 1 error') && !out.includes('b.yaml: 1 error'));
      assert.ok(out.includes('1 more finding, by rule (--max-frames N shows more with their lines):'));
      assert.ok(out.includes('1  error    invalid-cpu'));
    }),
  );
});

suite('cli: --only', (test) => {
  const files = { 'a.yaml': plenty.replace('web@sha256', 'web:latest # @sha256') };
  test(
    'runs rules and categories, whatever an override raises',
    inFolder(files, async ({ run, write }) => {
      const rulesOf = async (...argv: readonly string[]) =>
        (await run('-f', 'compact', ...argv)).out.map((line) => /\[([\w-]+)\]$/.exec(line)?.[1]).sort();
      assert.equal(await rulesOf(), ['floating-image-tag', 'invalid-cpu']);
      assert.equal(await rulesOf('--only', 'invalid-cpu'), ['invalid-cpu']);
      assert.equal(await rulesOf('--only', 'security'), ['floating-image-tag']);
      assert.equal(await rulesOf('--only', 'security', '--only', 'invalid-cpu'), ['floating-image-tag', 'invalid-cpu']);
      await write('cloudrun-lint.yaml', 'overrides: [{ rules: { invalid-cpu: error } }]\n');
      assert.equal(await rulesOf('--only', 'probes'), []);
    }),
  );
});

suite('cli: --add-ignores', (test) => {
  const block = `${clean.replace(
    '    spec:\n      serviceAccountName',
    `    metadata:
      annotations:
        run.googleapis.com/container-dependencies: |
          {"web":
            ["nobody"]}
    spec:
      serviceAccountName`,
  )}`;
  test(
    'writes comments that silence all, once, and where they may stand',
    inFolder({ 'a.yaml': plenty.replaceAll('\n', '\r\n'), 'b.yaml': `\ufeff${block}` }, async ({ run, read }) => {
      const first = await run('--add-ignores', 'was there before');
      assert.equal(first.err, ['cloudrun-lint: 2 findings in 2 files are now ignored.']);
      assert.is(first.code, 0);
      const texts = [await read('a.yaml'), await read('b.yaml')];
      assert.match(
        texts[0]!,
        '\r\n              # cloudrun-lint-ignore invalid-cpu: was there before\r\n              cpu: plenty\r\n',
      );
      assert.match(
        texts[1]!,
        /^\ufeff.*\n {8}# cloudrun-lint-ignore unknown-dependency: was there before\n {8}run\.googleapis/s,
      );
      assert.is((await run('--fail-on', 'info')).code, 0);
      assert.equal((await run('--add-ignores', 'again')).err, []);
      assert.equal([await read('a.yaml'), await read('b.yaml')], texts);
    }),
  );
  test(
    'leaves what no comment can silence, and says so',
    inFolder(
      { 'a.yaml': plenty, 'broken.yaml': `${plenty} : [`, 'cloudrun-lint.yaml': 'locked: [invalid-cpu]\n' },
      async ({ run, read }) => {
        const { err } = await run('--add-ignores', 'x');
        assert.ok(err.includes('cloudrun-lint: a.yaml: 1 finding cannot be ignored by a comment.'));
        assert.is(await read('a.yaml'), plenty);
        assert.is(await read('broken.yaml'), `${plenty} : [`);
      },
    ),
  );
  test(
    'takes a reason of one line and no other change beside it',
    inFolder({ 'a.yaml': plenty }, async ({ run }) => {
      for (const argv of [
        ['--add-ignores', ''],
        ['--add-ignores', 'a\nb'],
        ['--add-ignores', 'x', '--fix'],
      ]) {
        assert.is((await run(...argv)).code, 2);
      }
    }),
  );
});

suite('cli: baseline of a configuration', (test) => {
  test(
    'counts from the folder of the configuration, for reading and writing',
    inFolder(
      { 'a.yaml': plenty, 'deploy/b.yaml': plenty, 'deploy/cloudrun-lint.yaml': 'baseline: known.json\n' },
      async (session) => {
        const refused = await session.run('deploy');
        assert.is(refused.code, 2);
        assert.match(refused.err.join(), 'The baseline "deploy/known.json" cannot be read: there is none.');
        assert.is((await session.run('deploy', '--update-baseline')).code, 0);
        assert.match(await session.read('deploy/known.json'), '"b.yaml"');
        assert.is((await session.run('deploy')).code, 0);
        assert.is((await session.in('deploy').run()).code, 0);
        const all = await session.run('-f', 'compact');
        assert.is(all.out.length, 1);
        assert.match(all.out[0]!, /^a\.yaml:/);
      },
    ),
  );
  test(
    'does not leave the repository',
    inFolder({ 'a.yaml': plenty, 'cloudrun-lint.yaml': 'baseline: ../known.json\n' }, async ({ run }) => {
      assert.match((await run('--update-baseline')).err.join(), 'it leads out of the repository');
    }),
  );
});

suite('cli: --changed', (test) => {
  test(
    'lints what differs and what is new, whatever it is called',
    inRepository({ 'same.yaml': plenty, 'a b.yaml': clean, 'c"ü\t.yaml': clean }, async ({ folder, run, write }) => {
      assert.equal((await run('--changed', '-f', 'compact')).err, ['cloudrun-lint: no file has changed since HEAD.']);
      await write('c"ü\t.yaml', plenty);
      await write('new.yaml', plenty);
      const listed = async (...argv: readonly string[]) => (await run('--list-files', ...argv)).out;
      assert.equal(await listed('--changed'), ['c"ü\\t.yaml', 'new.yaml']);
      assert.equal(await listed('--changed', 'same.yaml', 'new.yaml'), ['new.yaml']);
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '-m', 'y');
      assert.equal(await listed('--changed=HEAD~1'), ['c"ü\\t.yaml', 'new.yaml']);
      assert.equal(await listed('--changed'), []);
      assert.is((await run('--changed=nowhere')).code, 2);
      assert.is((await run('--changed=--output=x')).code, 2);
      assert.not(existsSync(join(folder, 'x')));
    }),
  );
  test(
    'runs nothing that the repository names',
    inRepository({ 'a.yaml': clean, 'b.yaml': clean }, async ({ folder, run, write }) => {
      const program = join(folder, 'run.sh');
      await write('run.sh', `#!/bin/sh\ntouch "${folder}/was-run"\n`);
      for (const name of ['run.sh', 'git', 'post-index-change']) {
        await write(name, `#!/bin/sh\ntouch "${folder}/was-run"\n`);
        await chmod(join(folder, name), 0o755);
      }
      for (const key of [
        'core.fsmonitor',
        'core.pager',
        'diff.external',
        'diff.x.textconv',
        'filter.x.clean',
        'filter.x.process',
        'core.sshCommand',
      ]) {
        git(folder, '-c', 'core.fsmonitor=false', 'config', key, program);
      }
      git(folder, '-c', 'core.fsmonitor=false', 'config', 'core.hooksPath', folder);
      await write('.gitattributes', '*.yaml filter=x diff=x\n');
      await write('b.yaml', plenty);
      await write('a.yaml', clean);
      assert.equal((await run('--changed', '--list-files')).out, ['b.yaml']);
      assert.not(existsSync(join(folder, 'was-run')));
    }),
  );
  test(
    'needs a repository',
    inFolder({ 'a.yaml': clean }, async ({ folder, run }) => {
      await rm(join(folder, '.git'), { recursive: true });
      assert.match((await run('--changed')).err.join(), /^cloudrun-lint: --changed/);
    }),
  );
});

suite('cli: what is not linted', (test) => {
  test(
    'is said, whatever the format',
    inFolder({ 'other.yaml': 'a: 1\n', 'a.yaml': clean }, async ({ run }) => {
      const none = 'nothing was linted: no Cloud Run service, job, worker pool or instance in 1 file.';
      assert.equal((await run('-f', 'compact', 'other.yaml')).err, [`cloudrun-lint: ${none}`]);
      assert.is((await run('other.yaml')).out.join(' '), `N${none.slice(1)}`);
      assert.equal((await run('-f', 'compact', 'other.yaml', 'a.yaml')).err, [
        'cloudrun-lint: other.yaml: holds nothing that Cloud Run deploys.',
      ]);
      assert.equal((await run('-f', 'compact', '--ignore-unrecognized', 'other.yaml', 'a.yaml')).err, []);
    }),
  );
  test(
    'configurations under names that look right are named',
    inFolder(
      {
        'a.yaml': clean,
        '.cloudrunlint.yml': '',
        // The tool itself, as people download it.
        'cloudrun-lint': '',
        '.github/cloudrun-lint.yaml': '',
        'package.json': '{"cloudrun-lint": {}}',
      },
      async ({ run }) => {
        assert.equal((await run()).err, [
          'cloudrun-lint: ".cloudrunlint.yml", a key of "package.json" and ".github/cloudrun-lint.yaml" are not read. Call the configuration "cloudrun-lint.yaml", and put it into the folder of the manifests or into one above.',
        ]);
        assert.equal((await run('--no-config')).err, []);
      },
    ),
  );
  test(
    'linting has the names that people type',
    inFolder({ 'a.yaml': plenty }, async ({ run }) => {
      for (const word of ['lint', 'check']) assert.is((await run(word, 'a.yaml')).code, 1);
      assert.match((await run('help')).out.join('\n'), 'Usage');
    }),
  );
});
