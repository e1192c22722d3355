import { mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { formats } from '../../src/format/index.ts';
import { suite } from '../suite.ts';
import { failed, failedLarge, large, wrong } from './manifests.ts';
import { cloudrunLint, inOpenFolder, noFullDevice, noNobody, observed, shell, testUnless } from './process.ts';

function withFile(text: string, work: (folder: string) => Promise<void>): Promise<void> {
  return inOpenFolder(async (folder) => {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'a.yaml'), text);
    await work(folder);
  });
}

const names = Object.keys(formats);

suite('robustness/standard output', (test) => {
  testUnless(noFullDevice, test, 'a full disk is told once, whatever is printed', () =>
    withFile(wrong, async (folder) => {
      const full = openSync('/dev/full', 'w');
      const line = 'cloudrun-lint: standard output cannot be written: no space is left on the device';
      const commands = [
        ...names.map((name) => ['-f', name]),
        ['--diff'],
        ['--help'],
        ['--version'],
        ['--print-config', 'a.yaml'],
        ['rules'],
        ['explain', 'invalid-cpu'],
        ['schema', 'service'],
        ['graph', 'a.yaml'],
      ];
      for (const argv of commands) {
        const ended = await cloudrunLint(folder, argv, { stdio: ['ignore', full, 'pipe'] });
        assert.equal(observed(ended), [2, [], [line]], argv.join(' '));
      }
    }),
  );

  testUnless(
    noFullDevice,
    test,
    'a full disk for standard output costs no other report, and no baseline is written',
    () =>
      withFile(wrong, async (folder) => {
        const argv = ['-f', 'pretty', '-f', 'compact=out.txt', '--update-baseline'];
        await cloudrunLint(folder, argv, { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] });
        assert.equal(observed(await shell(folder, 'ls')), [0, ['a.yaml', 'out.txt'], []]);
      }),
  );

  for (const name of names) {
    test(`a reader that closes the pipe is no fault: ${name}`, () =>
      withFile(large, async (folder) => {
        const run = `cloudrun-lint --max-frames 100000 -f ${name}`;
        const all = await shell(folder, `${run} | wc -c`);
        // Markdown is cut off at what GitHub shows; of all others there is more than a pipe takes at once.
        assert.ok(Number(all.out) > (name === 'markdown' ? 30_000 : 100_000), all.out);
        const head = await shell(folder, `${run} | head -c 1; exit \${PIPESTATUS[0]}`);
        assert.equal([head.code, head.out.length, head.err], [1, 1, [failedLarge]]);
        const before = await shell(folder, `{ sleep 0.2; ${run}; } | :; exit \${PIPESTATUS[0]}`);
        assert.equal(observed(before), [1, [], [failedLarge]]);
      }));
  }

  test('neither is one that closes both streams', () =>
    withFile(large, async (folder) => {
      const both = await shell(folder, 'cloudrun-lint -f json 2>&1 | head -c 1; exit ${PIPESTATUS[0]}');
      assert.equal([both.code, both.out.length, both.err], [1, 1, []]);
      const closed = await shell(folder, 'cloudrun-lint -f json >&- 2>&-');
      assert.equal(observed(closed), [1, [], []]);
    }));

  const noTimeout = process.platform === 'linux' ? undefined : 'there is no timeout command here';
  testUnless(noTimeout, test, '--watch ends once nobody reads its reports', () =>
    withFile(wrong, async (folder) => {
      const { code } = await shell(
        folder,
        'timeout 20 "$RUN" ${FILE:+"$FILE"} --watch -f compact | head -n 1; exit ${PIPESTATUS[0]}',
      );
      assert.is(code, 1);
    }),
  );
});

suite('robustness/output files', (test) => {
  /** A run with one report that cannot be written between two that can. */
  const run = async (folder: string, file: string, asNobody = false) =>
    observed(await cloudrunLint(folder, ['-f', 'compact', '-f', `sarif=${file}`, '-f', 'junit=out.xml'], { asNobody }));
  const refuses = (file: string, problem: string) =>
    withFile(wrong, async (folder) => {
      symlinkSync('circle', join(folder, 'circle'));
      const err = [`${file}: cannot be written: ${problem}`];
      assert.equal(await run(folder, file), [2, ['a.yaml invalid-cpu'], err]);
      assert.match(readFileSync(join(folder, 'out.xml'), 'utf8'), /<\/testsuites>\n$/);
    });

  test('a folder in its place', () => refuses('.', 'it is a folder'));
  test('a file in the place of its folder', () => refuses('a.yaml/x.sarif', 'a file lies where its folder should be'));
  test('the same further above', () => refuses('a.yaml/x/y.sarif', 'a file lies where its folder should be'));
  test('a link in a circle', () => refuses('circle', 'a symbolic link leads back to itself'));
  test('a name that is too long', () => refuses('x'.repeat(300), 'the name is too long'));
  testUnless(noFullDevice, test, 'a full disk', () => refuses('/dev/full', 'no space is left on the device'));
  testUnless(noFullDevice, test, 'a folder that takes no other', () => refuses('/proc/x/y', 'no such file or folder'));
  testUnless(noNobody, test, 'no permission for its folder, or for the file', () =>
    withFile(wrong, async (folder) => {
      mkdirSync(join(folder, 'locked'), { mode: 0o555 });
      writeFileSync(join(folder, 'old.sarif'), 'old', { mode: 0o444 });
      for (const file of ['locked/x.sarif', 'old.sarif']) {
        const err = [`${file}: cannot be written: permission denied`];
        assert.equal(await run(folder, file, true), [2, ['a.yaml invalid-cpu'], err]);
      }
      assert.is(readFileSync(join(folder, 'old.sarif'), 'utf8'), 'old');
    }),
  );
  test('a missing folder is made, also through a link to nothing', () =>
    withFile(wrong, async (folder) => {
      symlinkSync('target.sarif', join(folder, 'link.sarif'));
      for (const file of ['new/folder/x.sarif', 'link.sarif']) {
        assert.equal(await run(folder, file), [1, ['a.yaml invalid-cpu'], [failed]]);
        assert.is(JSON.parse(readFileSync(join(folder, file), 'utf8')).version, '2.1.0');
      }
      assert.equal(observed(await shell(folder, 'ls -A; readlink link.sarif'))[1], [
        '.git',
        'a.yaml',
        'link.sarif',
        'new',
        'out.xml',
        'target.sarif',
        'target.sarif',
      ]);
    }));
  test('a name that is missing', () =>
    withFile(wrong, async (folder) => {
      const line = 'cloudrun-lint: "--format sarif=" lacks a file. Write --format sarif=FILE, or --format sarif.';
      assert.equal(observed(await cloudrunLint(folder, ['-f', 'sarif='])), [2, [], [line]]);
    }));
  test('a pipe gets the report, and may be closed before its end', () =>
    withFile(large, async (folder) => {
      const whole = await shell(folder, 'mkfifo pipe; cloudrun-lint -f json=pipe & wc -c < pipe; wait $!');
      assert.equal([whole.code, whole.err], [1, [failedLarge]]);
      assert.ok(Number(whole.out) > 100_000);
      const part = await shell(folder, 'cloudrun-lint -f json=pipe & head -c 1 < pipe; wait $!');
      assert.equal([part.code, part.out, part.err], [1, '{', [failedLarge]]);
      const slow = await shell(folder, 'cloudrun-lint -f json=pipe & (sleep 1; wc -c) < pipe; wait $!');
      assert.equal([slow.code, slow.out, slow.err], [1, whole.out, [failedLarge]]);
    }));
  test('a pipe that nobody reads from is not waited for', () =>
    withFile(wrong, async (folder) => {
      const ended = await shell(folder, 'mkfifo pipe; timeout 60 "$RUN" ${FILE:+"$FILE"} -f compact -f json=pipe');
      assert.equal(
        [ended.code, ended.err],
        [2, ['pipe: cannot be written: nothing is behind this device, socket or pipe']],
      );
    }));
});
