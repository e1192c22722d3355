import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { readGitIndex } from '../../src/cli/git-index.ts';
import { suite } from '../suite.ts';
import { inFolder, type Session, service } from './session.ts';

const wrong = service({ cpu: 'plenty' });
const files = {
  'service.yaml': wrong,
  'local.yaml': wrong,
  'build/deep/tracked.yaml': wrong,
  'build/deep/untracked.yaml': wrong,
  'build/other/untracked.yaml': wrong,
  [`${'long/'.repeat(60)}${'n'.repeat(200)}/x.yaml`]: 'a: 1\n',
  [`${'long/'.repeat(60)}${'n'.repeat(200)}.yaml`]: 'a: 1\n',
  'gr\u00fcn.yaml': wrong,
};
const tracked = Object.keys(files).filter((path) => !/local|untracked/.test(path));

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
}

/** A repository in which git tracks some files and everything is ignored. */
function inRepository(options: readonly string[], work: (session: Session) => Promise<void>) {
  return inFolder(files, async (session) => {
    git(session.folder, 'init', '--quiet', ...options);
    git(session.folder, 'add', '--force', ...tracked);
    await session.write('.gitignore', '*\nbuild/\n');
    await work(session);
  });
}

const found = (out: readonly string[]): readonly string[] => out.map((line) => line.replace(/:.*/, '')).sort();
const expected = ['build/deep/tracked.yaml', 'gr\u00fcn.yaml', 'service.yaml'];

suite('cli: files that git tracks', (test) => {
  test(
    'are linted whatever .gitignore says, and others are not',
    inRepository([], async ({ run, write, folder, in: at }) => {
      assert.equal(found((await run('-f', 'compact')).out), expected);
      // Who names an ignored folder means all of it.
      assert.is(found((await run('-f', 'compact', 'build')).out).length, 3);
      assert.equal(found((await run('-f', 'compact', '**/*.yaml')).out), expected);
      assert.equal(found((await run('-f', 'compact', './*.yaml')).out), expected.slice(1));
      assert.equal(found((await run('-f', 'compact', 'build/**/t*.yaml')).out), expected.slice(0, 1));
      assert.equal(found((await at('build').run('-f', 'compact', '../serv*.yaml')).out), [
        join(folder, 'service.yaml'),
      ]);
      await write('build/.gitignore', '*\n');
      assert.equal(found((await run('-f', 'compact')).out), expected);
    }),
  );

  for (const [what, ...args] of [
    ['version 2', 'update-index', '--index-version', '2'],
    ['version 3, with flags', 'update-index', '--skip-worktree', 'service.yaml'],
    ['version 4', 'update-index', '--index-version', '4'],
  ] as const) {
    test(
      `are read from an index of ${what}`,
      inRepository([], async ({ folder, run }) => {
        git(folder, ...args);
        const bytes = readFileSync(join(folder, '.git/index'));
        const wanted = git(folder, 'ls-files')
          .split('\n')
          .filter((name) => name.endsWith('.yaml'));
        assert.equal([...readGitIndex(bytes, (name) => name.endsWith('.yaml'))!].sort(), wanted.sort());
        assert.equal(found((await run('-f', 'compact')).out), expected);
        // Cut off or damaged anywhere it is none, or at least nothing worse.
        for (let length = 0; length < bytes.length; length += 7) {
          assert.is(
            readGitIndex(bytes.subarray(0, length), () => true),
            undefined,
          );
        }
        for (let at = 0; at < bytes.length; at += 3) {
          const damaged = Buffer.from(bytes);
          damaged[at]! ^= 0xff;
          readGitIndex(damaged, () => true);
        }
      }),
    );
  }

  test(
    'are read in repositories with longer ids, and in linked working copies',
    inRepository(['--object-format=sha256'], async ({ folder, run, in: at }) => {
      assert.equal(found((await run('-f', 'compact')).out), expected);
      git(folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'a');
      git(folder, 'worktree', 'add', '--quiet', 'linked');
      const linked = at('linked');
      await linked.write('.gitignore', '*\n');
      await linked.write('local.yaml', wrong);
      assert.equal(found((await linked.run('-f', 'compact')).out), expected);
    }),
  );

  test(
    'are unknown where the index is split: then .gitignore counts',
    inRepository([], async ({ folder, run }) => {
      git(folder, 'update-index', '--split-index');
      assert.equal(found((await run('-f', 'compact')).out), []);
    }),
  );
});
