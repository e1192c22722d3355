import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { findRepository, findWorkingCopy } from '../../src/cli/repository.ts';
import type { Repository } from '../../src/report.ts';
import { suite } from '../suite.ts';

/** Runs with a working copy that has these files in its `.git`. */
function inCopy(files: Readonly<Record<string, string>>, run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'cloudrun-lint-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, '.git', name, '..'), { recursive: true });
      writeFileSync(join(folder, '.git', name), text);
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function origin(url: string): Repository | undefined {
  let found: Repository | undefined;
  const config = `[core]\n\tbare = false\n[remote "fork"]\n\turl = https://x/y\n[remote "origin"]\n\tfetch = +a:b\n\turl = ${url}\n[a]\n`;
  inCopy({ config, HEAD: 'ref: refs/heads/fix/it\n', 'refs/heads/fix/it': '1234abc\n' }, (folder) => {
    found = findRepository(findWorkingCopy(folder), {});
  });
  return found;
}

suite('repository', (test) => {
  test('is found from a folder in it', () => {
    inCopy({ HEAD: '' }, (folder) => {
      const rootFolder = folder.replaceAll('\\', '/');
      assert.equal(findWorkingCopy(folder), { root: '', rootFolder });
      assert.equal(findWorkingCopy(join(folder, 'deploy', 'eu')), { root: 'deploy/eu/', rootFolder });
    });
  });
  test('is told by git, without secrets', () => {
    const uri = 'https://git.example/shop/web';
    for (const url of [
      'https://git.example/shop/web.git',
      'https://user:token@git.example:8443/shop/web.git/?x=y#z',
      'git@git.example:shop/web.git',
      'ssh://git@git.example:2222/shop/web',
    ]) {
      assert.equal(origin(url), { uri, revision: '1234abc', branch: 'fix/it' }, url);
    }
  });
  test('is unknown where the origin is a folder, or there is none', () => {
    for (const url of ['/srv/git/web.git', '../web', 'C:/web', 'file:///srv/web'])
      assert.is(origin(url), undefined, url);
    inCopy({ HEAD: '1234abc\n' }, (folder) => assert.is(findRepository(findWorkingCopy(folder), {}), undefined));
    assert.is(findRepository(undefined, {}), undefined);
  });
  test('is told by the build server first', () => {
    const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'shop/web', GITHUB_SHA: '12' };
    assert.equal(findRepository(undefined, { ...github, GITHUB_REF_NAME: 'main' }), {
      uri: 'https://github.com/shop/web',
      revision: '12',
      branch: 'main',
      blobs: 'blob',
    });
    assert.equal(findRepository(undefined, { CI_PROJECT_URL: 'https://gitlab.com/shop/web' }), {
      uri: 'https://gitlab.com/shop/web',
      blobs: '-/blob',
    });
  });
});
