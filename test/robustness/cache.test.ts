import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { service } from '../cli/session.ts';
import { suite } from '../suite.ts';
import { failed, wrong } from './manifests.ts';
import { cloudrunLint, inOpenFolder, noBundle, noFullDevice, noNobody, shell, testUnless, told } from './process.ts';

const found = [1, ['a.yaml invalid-cpu'], [failed]];

/** A cache that an earlier run has filled. */
function withCache(
  work: (place: {
    /** The cache's own folder. */
    readonly folder: string;
    /** Its one file. */
    readonly file: string;
    /** A run that uses it. */
    readonly run: () => Promise<readonly unknown[]>;
    /** A run in another environment. */
    readonly runWith: (
      env: Readonly<Record<string, string | undefined>>,
      asNobody?: boolean,
    ) => Promise<readonly unknown[]>;
  }) => Promise<void>,
) {
  return inOpenFolder(async (root) => {
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, 'a.yaml'), wrong);
    const runWith = async (env: Readonly<Record<string, string | undefined>>, asNobody = false) => {
      const cached = { NODE_DISABLE_COMPILE_CACHE: undefined, LOCALAPPDATA: env.XDG_CACHE_HOME, ...env };
      return told(await cloudrunLint(root, ['-f', 'compact', 'a.yaml'], { env: cached, asNobody }));
    };
    const run = () => runWith({ XDG_CACHE_HOME: join(root, 'cache') });
    assert.equal(await run(), found);
    const folder = join(root, 'cache/cloudrun-lint');
    const [name, ...more] = readdirSync(folder);
    assert.equal(more, []);
    await work({ folder, file: join(folder, name!), run, runWith });
  });
}

suite('robustness/cache', (test) => {
  testUnless(noBundle, test, 'what is damaged, cut off or not a cache at all is written anew', () =>
    withCache(async ({ folder, file, run }) => {
      const whole = readFileSync(file);
      const damages: Record<string, () => void> = {
        'cut off': () => truncateSync(file, 5000),
        'cut in half': () => truncateSync(file, whole.length / 2),
        empty: () => truncateSync(file, 0),
        'a bit is different': () =>
          writeFileSync(
            file,
            whole.map((byte, i) => (i === 20_000 ? byte ^ 1 : byte)),
          ),
        'of another build': () =>
          writeFileSync(
            file,
            whole.map((byte, i) => (i === 0 ? byte ^ 1 : byte)),
          ),
        text: () => writeFileSync(file, 'no cache'.repeat(10_000)),
        'others may write it': () => chmodSync(file, 0o666),
        enormous: () => truncateSync(file, 5_000_000_000),
      };
      for (const [what, damage] of Object.entries(damages)) {
        damage();
        assert.equal(await run(), found, what);
        const after = readFileSync(file);
        assert.ok(after.length > 1_000_000 && after.subarray(0, 64).equals(whole.subarray(0, 64)), what);
        assert.equal(readdirSync(folder).length, 1, what);
      }
    }),
  );

  testUnless(
    noBundle,
    test,
    'is made by a run over few files, which most runs are, and by no run that lints nothing',
    () =>
      inOpenFolder(async (root) => {
        const env = { NODE_DISABLE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: join(root, 'cache') };
        const made = async (...args: string[]): Promise<boolean> => {
          await cloudrunLint(root, args, { env: { ...env, LOCALAPPDATA: env.XDG_CACHE_HOME } });
          return existsSync(join(root, 'cache'));
        };
        mkdirSync(join(root, '.git'));
        writeFileSync(join(root, 'other.yaml'), 'a: 1\n');
        assert.not(await made('.'), 'nothing of Cloud Run');
        for (let i = 0; i < 21; i++) writeFileSync(join(root, `${i}.yaml`), wrong);
        assert.not(await made('.'), 'many files');
        assert.not(await made('rules'), 'another command');
        assert.ok(await made('1.yaml', '2.yaml'), 'two files');
      }),
  );

  testUnless(noBundle, test, 'a run with it says the same as one without, signs beyond ASCII included', () =>
    inOpenFolder(async (root) => {
      mkdirSync(join(root, '.git'));
      writeFileSync(join(root, 'a.yaml'), service({ cpu: '%CPU%' }));
      writeFileSync(join(root, 'b.yaml'), service({ cpu: `half # ${'\u4e2d e\u0301 '.repeat(40)}` }));
      const run = async (env: Readonly<Record<string, string | undefined>>): Promise<readonly unknown[]> => {
        const { code, out, err } = await cloudrunLint(root, ['a.yaml', 'b.yaml'], { env });
        return [code, out, err];
      };
      const cache = join(root, 'cache');
      const cached = { NODE_DISABLE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
      const without = await run({});
      assert.match(String(without[1]), '\u2026');
      assert.equal(await run(cached), without, 'makes it');
      assert.equal(await run(cached), without, 'uses it');
    }),
  );

  testUnless(noBundle, test, 'something else in its place is no fault', () =>
    withCache(async ({ folder, file, run }) => {
      rmSync(file);
      mkdirSync(file);
      assert.equal(await run(), found);
      assert.equal(readdirSync(folder).length, 1);
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
      assert.equal(await run(), found);
    }),
  );

  testUnless(noBundle ?? noFullDevice, test, 'neither is a pipe, nor a place that takes no folder', () =>
    withCache(async ({ file, run, runWith }) => {
      rmSync(file);
      await shell('.', `mkfifo "${file}"`);
      assert.equal(await run(), found);
      for (const place of ['/proc', '/proc/self', '/dev/null', '/dev/full', 'relative', '']) {
        assert.equal(await runWith({ XDG_CACHE_HOME: place, HOME: undefined }), found, place);
        assert.equal(await runWith({ XDG_CACHE_HOME: undefined, HOME: place }), found, place);
      }
      assert.equal(await runWith({ XDG_CACHE_HOME: undefined, HOME: undefined }), found);
    }),
  );

  testUnless(noBundle ?? noNobody, test, 'a home that cannot be written is no fault', () =>
    withCache(async ({ folder, run, runWith }) => {
      chmodSync(folder, 0o555);
      rmSync(join(folder, '..', '..', 'home'), { recursive: true, force: true });
      mkdirSync(join(folder, '..', '..', 'home'), { mode: 0o555 });
      const home = join(folder, '..', '..', 'home');
      assert.equal(await runWith({ XDG_CACHE_HOME: undefined, HOME: home }, true), found);
      if (process.getuid?.() === 0) assert.equal(readdirSync(home), []);
      assert.equal(await run(), found);
      chmodSync(folder, 0o755);
    }),
  );

  testUnless(noBundle, test, 'many runs at once fill it, and each tells the same', () =>
    withCache(async ({ folder, file, run }) => {
      cpSync(file, `${folder}.before`);
      for (let round = 0; round < 3; round++) {
        rmSync(file);
        assert.equal(await Promise.all(Array.from({ length: 6 }, run)), Array(6).fill(found));
        assert.equal(readdirSync(folder).length, 1);
        assert.equal(await run(), found);
      }
    }),
  );
});

suite('robustness/two runs at once', (test) => {
  test('an output file and a baseline are always whole', () =>
    inOpenFolder(async (folder) => {
      mkdirSync(join(folder, '.git'));
      for (let i = 0; i < 30; i++) writeFileSync(join(folder, `${i}.yaml`), wrong);
      const [sarif, baseline] = ['out.sarif', 'known.json'].map((name) => join(folder, name)) as [string, string];
      const argv = ['-f', 'sarif=out.sarif', '--baseline', 'known.json', '--update-baseline'];
      // Runs over one file and over thirty: their reports differ in length.
      const runs = ['0.yaml', '.', '1.yaml', '.'].map((path) => cloudrunLint(folder, [...argv, path]));
      let running = true;
      const all = Promise.all(runs).finally(() => {
        running = false;
      });
      let seen = 0;
      while (running) {
        await new Promise((done) => setTimeout(done, 1));
        for (const file of [sarif, baseline]) {
          const text = readdirSync(folder).includes(file.slice(folder.length + 1)) ? readFileSync(file, 'utf8') : '{}';
          assert.not.throws(() => JSON.parse(text));
          seen++;
        }
      }
      assert.ok(seen > 10);
      assert.equal(
        (await all).map(({ code }) => code),
        [0, 0, 0, 0],
      );
      assert.equal(
        readdirSync(folder).filter((name) => name.endsWith('.tmp')),
        [],
      );
    }));
});
