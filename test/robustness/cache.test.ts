import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import { basename, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import * as assert from 'uvu/assert';
import { service } from '../cli/session.ts';
import { suite } from '../suite.ts';
import { failed, wrong } from './manifests.ts';
import {
  cloudrunLint,
  inOpenFolder,
  noBundle,
  noFullDevice,
  noNobody,
  observed,
  shell,
  testUnless,
} from './process.ts';

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
    const repository = join(root, 'repository');
    mkdirSync(join(repository, '.git'), { recursive: true });
    writeFileSync(join(repository, 'a.yaml'), wrong);
    const runWith = async (env: Readonly<Record<string, string | undefined>>, asNobody = false) => {
      const cached = { NODE_DISABLE_COMPILE_CACHE: undefined, LOCALAPPDATA: env.XDG_CACHE_HOME, ...env };
      return observed(await cloudrunLint(repository, ['-f', 'compact', 'a.yaml'], { env: cached, asNobody }));
    };
    const run = () => runWith({ XDG_CACHE_HOME: join(root, 'cache') });
    assert.equal(await run(), found);
    const folder = join(root, 'cache/cloudrun-lint');
    const [name, ...more] = readdirSync(folder);
    assert.equal(more, []);
    await work({ folder, file: join(folder, name!), run, runWith });
  });
}

/** A cache file for the bundle whose code is not the bundle's: V8 itself looks at the length of the code alone. */
function forgery(): Buffer {
  const code = readFileSync('dist/core.js');
  const body = "(function(){console.log('owned');process.exit(7)})";
  const data = new Script(body.padEnd(Module.wrap(code.toString('utf8')).length), {
    filename: resolve('dist/core.js'),
  }).createCachedData();
  return Buffer.concat([code, data, data]);
}

suite('robustness/cache', (test) => {
  testUnless(noBundle, test, 'what is damaged, cut off or not a cache at all is written anew', () =>
    withCache(async ({ folder, file, run }) => {
      const whole = readFileSync(file);
      const code = readFileSync('dist/core.js');
      const damages: Record<string, () => void> = {
        'cut off': () => truncateSync(file, 5000),
        'cut in half': () => truncateSync(file, Math.floor(whole.length / 2)),
        empty: () => truncateSync(file, 0),
        'a bit is different': () =>
          writeFileSync(
            file,
            whole.map((byte, i) => (i === 20_000 ? byte ^ 1 : byte)),
          ),
        'of other code': () =>
          writeFileSync(
            file,
            whole.map((byte, i) => (i === 100_000 ? byte ^ 1 : byte)),
          ),
        'of code that is longer': () => writeFileSync(file, Buffer.concat([Buffer.from('  '), whole])),
        text: () => writeFileSync(file, 'no cache'.repeat(10_000)),
        'others may write it': () => chmodSync(file, 0o620),
        'others may read it': () => chmodSync(file, 0o644),
        'another has made it': () => process.getuid?.() === 0 && chownSync(file, 1234, 1234),
        'it is a link': () => {
          renameSync(file, `${folder}.elsewhere`);
          symlinkSync(`${folder}.elsewhere`, file);
        },
        enormous: () => truncateSync(file, 5_000_000_000),
      };
      for (const [what, damage] of Object.entries(damages)) {
        damage();
        assert.equal(await run(), found, what);
        const after = readFileSync(file);
        // What the engine makes differs from run to run; the code in front of it does not.
        assert.ok(after.subarray(0, code.length).equals(code) && after.length > 2 * code.length, what);
        assert.ok(lstatSync(file).isFile() && (lstatSync(file).mode & 0o7777) === 0o600, what);
        assert.equal(readdirSync(folder).length, 1, what);
      }
    }),
  );

  testUnless(noBundle, test, 'a folder that is not this user’s alone, or that a link leads to, is not used', () =>
    withCache(async ({ folder, run }) => {
      rmSync(folder, { recursive: true });
      const others: readonly (() => void)[] = [
        () => mkdirSync(folder, { mode: 0o755 }),
        () => mkdirSync(folder, { mode: 0o750 }),
        () => {
          mkdirSync(`${folder}.real`, { mode: 0o700 });
          symlinkSync(`${folder}.real`, folder);
        },
        () => {
          mkdirSync(folder, { mode: 0o700 });
          if (process.getuid?.() === 0) chownSync(folder, 1234, 1234);
          else chmodSync(folder, 0o707);
        },
      ];
      for (const make of others) {
        make();
        for (let round = 0; round < 2; round++) assert.equal(await run(), found);
        assert.equal(readdirSync(folder), [], String(make));
        rmSync(folder, { recursive: true });
      }
    }),
  );

  testUnless(
    noBundle,
    test,
    'nothing in a working copy or below the working directory is run as code, nor written there',
    () =>
      withCache(async ({ folder, file, runWith }) => {
        const repository = join(folder, '../../repository');
        const own = join(repository, '.cache/cloudrun-lint');
        mkdirSync(own, { recursive: true, mode: 0o700 });
        const name = basename(file);
        const forged = forgery();
        const places = [join(repository, '.cache'), join(folder, '../linked')];
        symlinkSync(places[0]!, places[1]!);
        for (const place of places) {
          writeFileSync(join(own, name), forged, { mode: 0o600 });
          assert.equal(await runWith({ XDG_CACHE_HOME: place }), found, place);
          assert.equal(await runWith({ XDG_CACHE_HOME: undefined, HOME: repository }), found);
          assert.ok(readFileSync(join(own, name)).equals(forged));
        }
        // The same without git, where the working directory is all that is known.
        rmSync(join(repository, '.git'), { recursive: true });
        assert.equal(await runWith({ XDG_CACHE_HOME: places[0] }), found);
        // In the user's own folder it would have been run: the forgery is a good one.
        writeFileSync(file, forged, { mode: 0o600 });
        assert.equal(await runWith({ XDG_CACHE_HOME: join(folder, '..') }), [7, ['owned'], []]);
      }),
  );

  testUnless(noBundle, test, 'on a build server nothing is written or read', () =>
    withCache(async ({ folder, file, runWith }) => {
      writeFileSync(file, forgery(), { mode: 0o600 });
      assert.equal(await runWith({ XDG_CACHE_HOME: join(folder, '..'), CI: 'true' }), found);
      rmSync(folder, { recursive: true });
      assert.equal(await runWith({ XDG_CACHE_HOME: join(folder, '..'), CI: 'true' }), found);
      assert.not(existsSync(folder));
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
          await cloudrunLint(repository, args, { env: { ...env, LOCALAPPDATA: env.XDG_CACHE_HOME } });
          return existsSync(join(root, 'cache'));
        };
        const repository = join(root, 'repository');
        mkdirSync(join(repository, '.git'), { recursive: true });
        writeFileSync(join(repository, 'other.yaml'), 'a: 1\n');
        assert.not(await made('.'), 'nothing of Cloud Run');
        for (let i = 0; i < 21; i++) writeFileSync(join(repository, `${i}.yaml`), wrong);
        assert.not(await made('.'), 'many files');
        assert.not(await made('rules'), 'another command');
        assert.ok(await made('1.yaml', '2.yaml'), 'two files');
      }),
  );

  testUnless(noBundle, test, 'a run with it says the same as one without, signs beyond ASCII included', () =>
    inOpenFolder(async (root) => {
      const repository = join(root, 'repository');
      mkdirSync(join(repository, '.git'), { recursive: true });
      writeFileSync(join(repository, 'a.yaml'), service({ cpu: '%CPU%' }));
      writeFileSync(join(repository, 'b.yaml'), service({ cpu: `half # ${'\u4e2d e\u0301 '.repeat(40)}` }));
      const run = async (env: Readonly<Record<string, string | undefined>>): Promise<readonly unknown[]> => {
        const { code, out, err } = await cloudrunLint(repository, ['a.yaml', 'b.yaml'], { env });
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

  testUnless(noBundle, test, 'no home is made that is not there, nor anything in one that is another’s', () =>
    inOpenFolder(async (root) => {
      mkdirSync(join(root, 'repository/.git'), { recursive: true });
      writeFileSync(join(root, 'repository/a.yaml'), wrong);
      const runWith = async (env: Readonly<Record<string, string>>): Promise<void> => {
        const around = { env: { NODE_DISABLE_COMPILE_CACHE: undefined, LOCALAPPDATA: env.XDG_CACHE_HOME, ...env } };
        const ended = await cloudrunLint(join(root, 'repository'), ['-f', 'compact', 'a.yaml'], around);
        assert.equal(observed(ended), found);
      };
      await runWith({ HOME: join(root, 'gone') });
      await runWith({ XDG_CACHE_HOME: join(root, 'gone/cache') });
      assert.equal(readdirSync(root), ['repository']);
      for (const name of ['own', 'others', 'link']) {
        if (name === 'link') symlinkSync('own', join(root, name));
        else mkdirSync(join(root, name));
        if (name === 'others' && process.getuid?.() !== 0) continue;
        if (name === 'others') chownSync(join(root, name), 1234, 1234);
        await runWith({ HOME: join(root, name) });
        assert.is(existsSync(join(root, name, '.cache/cloudrun-lint')), name !== 'others', name);
        rmSync(join(root, 'own/.cache'), { recursive: true, force: true });
        await runWith({ XDG_CACHE_HOME: join(root, name) });
        assert.is(existsSync(join(root, name, 'cloudrun-lint')), name !== 'others', name);
        rmSync(join(root, 'own/cloudrun-lint'), { recursive: true, force: true });
      }
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
