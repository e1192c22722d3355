import { readFile, stat } from 'node:fs/promises';
import * as assert from 'uvu/assert';
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

  test('the command can be executed as it lies in git', async () => {
    const { bin } = await read('package.json');
    for (const file of Object.values<string>(bin)) {
      assert.match(await readFile(file, 'utf8'), /^#!\/usr\/bin\/env node\n/, file);
      if (process.platform !== 'win32') assert.is((await stat(file)).mode & 0o111, 0o111, file);
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
