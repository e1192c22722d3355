import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { right, wrong } from './manifests.ts';
import { cloudrunLint, inOpenFolder, testUnless } from './process.ts';

const files = ['a.yaml', 'b.yaml', 'c.yaml'];

/** The calls in which a file is replaced, in their order. */
const moments = ['openSync', 'fchmodSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;

/** Lets a signal come before a call, the nth time that it is made for a file beside another. */
function signalAt(signal: NodeJS.Signals, moment: (typeof moments)[number], count: number): string {
  return `
    import fs from 'node:fs';
    const { ${moment}: original, openSync } = fs;
    let beside, calls = 0;
    const signal = (first) => {
      if (first !== beside && !String(first).endsWith('.tmp')) return;
      if (++calls === ${count}) process.kill(process.pid, '${signal}');
    };
    fs.openSync = (path, ...rest) => {
      if ('${moment}' === 'openSync') signal(path);
      const descriptor = openSync(path, ...rest);
      if (String(path).endsWith('.tmp')) beside = descriptor;
      return descriptor;
    };
    if ('${moment}' !== 'openSync') {
      fs.${moment} = (first, ...rest) => {
        signal(first);
        return original(first, ...rest);
      };
    }`;
}

/** Fixes three files while a signal comes. */
async function interrupted(first: string, work: (state: string[], names: string[], signal?: string) => void) {
  await inOpenFolder(async (folder) => {
    mkdirSync(join(folder, '.git'));
    for (const file of files) writeFileSync(join(folder, file), wrong);
    const { code, signal } = await cloudrunLint(folder, ['--fix'], { first });
    assert.is(code, undefined);
    const state = files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return text === right ? 'right' : text === wrong ? 'wrong' : 'half';
    });
    work(state, readdirSync(folder).sort(), signal);
  });
}

const noSignals = process.platform === 'win32' ? 'Windows has no signals' : undefined;

suite('robustness/signals', (test) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) {
    testUnless(noSignals, test, `${signal} while --fix replaces a file comes after it`, async () => {
      for (const moment of signal === 'SIGINT' || signal === 'SIGTERM' ? moments : (['writeSync'] as const)) {
        await interrupted(signalAt(signal, moment, 2), (state, names, by) => {
          assert.is(by, signal, moment);
          assert.equal(state, ['right', 'right', 'wrong'], moment);
          assert.equal(names, ['.git', ...files], moment);
        });
      }
    });
  }
  testUnless(noSignals, test, 'SIGKILL leaves each file old or new', async () => {
    for (const moment of moments) {
      await interrupted(signalAt('SIGKILL', moment, 2), (state, names, by) => {
        assert.is(by, 'SIGKILL', moment);
        assert.equal(state, moment === 'rmSync' ? ['right', 'right', 'wrong'] : ['right', 'wrong', 'wrong'], moment);
        const others = names.filter((name) => !['.git', ...files].includes(name));
        assert.ok(others.length <= 1 && others.every((name) => /^\.cloudrun-lint-.*\.tmp$/.test(name)), moment);
      });
    }
  });
  testUnless(noSignals, test, 'a signal at any other time ends the run at once', async () => {
    const first = `
      import fs from 'node:fs';
      const { openSync } = fs;
      fs.openSync = (path, ...rest) => {
        if (String(path).endsWith('c.yaml')) process.kill(process.pid, 'SIGINT');
        return openSync(path, ...rest);
      };`;
    await interrupted(first, (state, names, by) => {
      assert.equal([by, state, names], ['SIGINT', ['right', 'right', 'wrong'], ['.git', ...files]]);
    });
  });
});
