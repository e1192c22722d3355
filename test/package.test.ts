import { execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { ThirdParty } from '../scripts/build/third-party.ts';
import { suite } from './suite.ts';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

suite('package', (test) => {
  test('git installs run no step of their own: npm would fetch every development dependency first', async () => {
    const { scripts, dependencies, workspaces } = await read('package.json');
    const triggers = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'build'];
    assert.equal(
      triggers.filter((name) => name in scripts),
      [],
    );
    assert.is(dependencies, undefined);
    assert.is(workspaces, undefined);
  });

  test('ARCHITECTURE.md has a reason for every dependency, and for no other', async () => {
    const { devDependencies } = await read('package.json');
    const rows = (await readFile('ARCHITECTURE.md', 'utf8')).split('## Dependencies')[1]!.matchAll(/^\|(.+?)\|/gm);
    const named = [...rows].flatMap(([, cell]) => [...cell!.matchAll(/`(.+?)`/g)].map(([, name]) => name!));
    assert.equal(named.sort(), Object.keys(devDependencies).sort());
  });

  test('is as large as the documentation says', async () => {
    const [packed] = JSON.parse(
      execSync('npm pack --dry-run --json', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const said = [...(await readFile('docs/installation.md', 'utf8')).matchAll(/npm.*\| ([\d.]+) MB \|/g)].map(
      ([, size]) => Number(size),
    );
    assert.ok(said.length > 0);
    for (const size of said)
      assert.ok(Math.abs(packed.size / 1e6 - size) < 0.15, `${packed.size} bytes, not ${size} MB`);
  });

  test('the command can be executed as it lies in git', async () => {
    const { bin } = await read('package.json');
    for (const file of Object.values<string>(bin)) {
      assert.match(await readFile(file, 'utf8'), /^#!\/usr\/bin\/env node\n/, file);
      if (process.platform !== 'win32') assert.is((await stat(file)).mode & 0o111, 0o111, file);
    }
  });

  test('the bundle says whose libraries it holds', async () => {
    const notices = await readFile('dist/THIRD-PARTY-NOTICES', 'utf8');
    const { devDependencies } = await read('package.json');
    const inBundle = new Set<string>();
    for (const file of await globby(['src/**/*.ts', '!src/web/**'])) {
      for (const [, name] of (await readFile(file, 'utf8')).matchAll(/(?:from|import\() ?'((?:@[\w-]+\/)?[\w-]+)'/g)) {
        if (name! in devDependencies && !name!.startsWith('@types/')) inBundle.add(name!);
      }
    }
    assert.ok(inBundle.has('yaml') && inBundle.has('globby'));
    for (const name of inBundle) {
      const { version, license } = await read(`node_modules/${name}/package.json`);
      assert.ok(notices.includes(`${name} ${version} (${license})\n\n`), name);
    }
    assert.match(notices, /Permission to use, copy, modify, and\/or distribute this software/);
  });

  test('a library under a licence that is not on the list stops the build', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cloudrun-lint-licence-'));
    try {
      const library = join(folder, 'node_modules/borrowed');
      mkdirSync(library, { recursive: true });
      writeFileSync(join(library, 'LICENSE'), 'All rights reserved.');
      for (const [license, problem] of [
        ['GPL-3.0', /borrowed 1\.0\.0 is under "GPL-3\.0"/],
        ['MIT', undefined],
      ] as const) {
        writeFileSync(join(library, 'package.json'), JSON.stringify({ version: '1.0.0', license }));
        const parties = new ThirdParty();
        parties.note(join(library, 'index.js'));
        if (problem) assert.throws(() => parties.notices(), problem);
        else assert.match(parties.notices(), /borrowed 1\.0\.0 \(MIT\)\n\nAll rights reserved\./);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('the lock file holds the packages of every platform, else npm ci refuses it', async () => {
    const { packages } = await read('package-lock.json');
    const wanted = Object.values<Locked>(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));
    assert.ok(wanted.length > 0);
    assert.equal(
      wanted.filter((name) => !(`node_modules/${name}` in packages)),
      [],
    );
  });
});
