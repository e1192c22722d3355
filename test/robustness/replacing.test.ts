import { chmodSync, chownSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { right, wrong } from './manifests.ts';
import { cloudrunLint, inOpenFolder, noBundle, noNobody, noSmallDisk, observed, shell, testUnless } from './process.ts';

const fix = ['-f', 'compact', '--fix'];
const fixed = 'cloudrun-lint: fixed 1 finding in 1 file.';
const left = ['a.yaml invalid-cpu'];
const isRoot = process.getuid?.() === 0;

/** A folder with one file that `--fix` would change. */
function withWrong(work: (folder: string, file: string) => Promise<void>): Promise<void> {
  return inOpenFolder(async (folder) => {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'a.yaml'), wrong);
    chmodSync(join(folder, 'a.yaml'), 0o666);
    await work(folder, join(folder, 'a.yaml'));
  });
}

const read = (file: string): string => readFileSync(file, 'utf8');
const names = (folder: string): string[] => readdirSync(folder).sort();

suite('robustness/--fix', (test) => {
  testUnless(noNobody, test, 'a file that is read-only stays as it is', () =>
    withWrong(async (folder, file) => {
      chmodSync(file, 0o444);
      // Whoever runs it: root could write it all the same.
      for (const asNobody of [true, false]) {
        const ended = await cloudrunLint(folder, fix, { asNobody });
        assert.equal(observed(ended), [2, left, ['a.yaml: cannot be written: permission denied']]);
        assert.is(read(file), wrong);
      }
      assert.equal(names(folder), ['.git', 'a.yaml']);
    }),
  );
  testUnless(noNobody, test, 'a file that can be written is fixed in a folder that cannot', () =>
    withWrong(async (folder, file) => {
      chmodSync(folder, 0o555);
      assert.equal(observed(await cloudrunLint(folder, fix, { asNobody: true })), [0, [], [fixed]]);
      chmodSync(folder, 0o755);
      assert.is(read(file), right);
      assert.equal(names(folder), ['.git', 'a.yaml']);
    }),
  );
  test('other names of a file (hard links) lead to the fixed file, and no permission is lost', () =>
    withWrong(async (folder, file) => {
      mkdirSync(join(folder, 'other'));
      linkSync(file, join(folder, 'other/name'));
      chmodSync(file, 0o640);
      const { ino } = statSync(file);
      assert.equal(observed(await cloudrunLint(folder, fix)), [0, [], [fixed]]);
      assert.is(read(join(folder, 'other/name')), right);
      assert.equal([statSync(file).ino, statSync(file).mode & 0o7777, statSync(file).nlink], [ino, 0o640, 2]);
      assert.equal(names(folder), ['.git', 'a.yaml', 'other']);
    }));
  testUnless(isRoot ? undefined : 'only root can give a file away', test, 'a file stays its owner’s', () =>
    withWrong(async (folder, file) => {
      chownSync(file, 1234, 4321);
      chmodSync(file, 0o4666);
      assert.equal(observed(await cloudrunLint(folder, fix)), [0, [], [fixed]]);
      const after = statSync(file);
      assert.equal([after.uid, after.gid, after.mode & 0o7777], [1234, 4321, 0o4666]);
      writeFileSync(file, wrong);
      assert.equal(observed(await cloudrunLint(folder, fix, { asNobody: true })), [0, [], [fixed]]);
      assert.equal([statSync(file).uid, statSync(file).gid, read(file)], [1234, 4321, right]);
      assert.equal(names(folder), ['.git', 'a.yaml']);
    }),
  );
  test('a file that changes or vanishes after it was read is neither overwritten nor made anew', () =>
    withWrong(async (folder, file) => {
      for (const [deed, problem, after] of [
        ['appendFileSync(path, "# new\\n")', 'it has changed since it was read', `${wrong}# new\n`],
        ['rmSync(path)', 'the file has gone', undefined],
      ] as const) {
        const first = `
          import fs from 'node:fs';
          const { closeSync } = fs, path = ${JSON.stringify(file)};
          let reads = 0;
          const { openSync } = fs;
          let descriptor;
          fs.openSync = (name, ...rest) => {
            const opened = openSync(name, ...rest);
            if (name === path) descriptor = opened;
            return opened;
          };
          fs.closeSync = (closed) => {
            closeSync(closed);
            if (closed === descriptor && ++reads === 1) fs.${deed};
          };`;
        const ended = await cloudrunLint(folder, fix, { first });
        assert.equal(observed(ended), [2, left, [`a.yaml: cannot be written: ${problem}`]]);
        if (after !== undefined) assert.is(read(file), after);
        writeFileSync(file, wrong);
      }
      assert.equal(names(folder), ['.git', 'a.yaml']);
    }));
  test('what is no file cannot be fixed', () =>
    withWrong(async (folder) => {
      const { code, out, err } = await shell(folder, 'cloudrun-lint -f compact --fix <(cat a.yaml)');
      assert.match(out, /^\/dev\/fd\/\d+:.*\[invalid-cpu\]\n$/);
      assert.equal([code, err.length], [2, 1]);
      assert.match(err[0]!, /^\/dev\/fd\/\d+: cannot be written: it is not an ordinary file$/);
    }));
  test('a name as long as names can be', () =>
    withWrong(async (folder) => {
      const name = `${'x'.repeat(250)}.yaml`;
      writeFileSync(join(folder, name), wrong);
      assert.equal(observed(await cloudrunLint(folder, [...fix, name])), [0, [], [fixed]]);
      assert.is(read(join(folder, name)), right);
    }));
});

suite('robustness/full disk', (test) => {
  /** Runs a script in a full file system, which then tells what lies there; the file is `a.yaml`. */
  const onFullDisk = (script: string) => withFull(`${script}; code=$?; ls -A; cmp a.yaml before && exit $code`);
  const withFull = async (script: string) => {
    let ended: readonly unknown[] = [];
    await withWrong(async (folder) => {
      const full = [
        'mount -t tmpfs -o size=64k tmpfs /mnt && cp -r a.yaml .git /mnt && cd /mnt',
        'cp a.yaml before; ln a.yaml linked; echo old > old.sarif',
        'dd if=/dev/zero of=filling bs=512 status=none 2> /dev/null; ls -A > /dev/null',
      ];
      ended = observed(await shell(folder, [...full, script].join('\n'), ['unshare', '-rm']));
    });
    return ended;
  };
  const before = ['.git', 'a.yaml', 'before', 'filling', 'linked', 'old.sarif'];
  const full = 'cannot be written: no space is left on the device';

  testUnless(noSmallDisk, test, 'an output file is written whole or not at all', async () => {
    const run = 'cloudrun-lint -f compact -f sarif=new.sarif -f sarif=old.sarif a.yaml';
    const lines = [`new.sarif: ${full}`, `old.sarif: ${full}`];
    assert.equal(await onFullDisk(`${run}; test "$(cat old.sarif)" = old`), [0, [...left, ...before], lines]);
    assert.equal(await onFullDisk(run), [2, [...left, ...before], lines]);
  });
  testUnless(noSmallDisk, test, '--fix leaves files as they are', async () => {
    const line = `b.yaml: ${full}`;
    const script = 'rm linked; mv before b.yaml; ln a.yaml before; cloudrun-lint -f compact --fix b.yaml';
    const [code, out, err] = await onFullDisk(script);
    assert.equal(
      [code, out, err],
      [2, ['b.yaml invalid-cpu', '.git', 'a.yaml', 'b.yaml', 'before', 'filling', 'old.sarif'], [line]],
    );
  });
  testUnless(noSmallDisk, test, '--update-baseline writes none', async () => {
    const line = `cloudrun-lint: cloudrun-lint-baseline.json ${full}.`;
    assert.equal(await onFullDisk('cloudrun-lint -f compact --update-baseline a.yaml'), [2, before, [line]]);
  });
  testUnless(noSmallDisk, test, 'init writes none, and can be called again', async () => {
    const line = `cloudrun-lint: cloudrun-lint.yaml ${full}.`;
    assert.equal(await onFullDisk('cloudrun-lint init; cloudrun-lint init'), [2, before, [line, line]]);
  });
  testUnless(noBundle ?? noSmallDisk, test, 'the cache of compiled code leaves nothing there', async () => {
    // Nothing in a working copy would be a cache.
    const script = [
      'unset NODE_DISABLE_COMPILE_CACHE; rm -r .git; cd "$OLDPWD"',
      'XDG_CACHE_HOME=/mnt cloudrun-lint -f compact a.yaml; ls -A /mnt/cloudrun-lint',
    ].join('\n');
    const [code, out] = await withFull(script);
    assert.equal([code, out], [0, left]);
  });
});
