import { chmodSync, mkdirSync, openSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
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

/** A folder with one wrong service, in which other things go wrong. */
function withService(work: (folder: string) => Promise<void>): Promise<void> {
  return inOpenFolder(async (folder) => {
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'good.yaml'), wrong);
    await work(folder);
  });
}

const found = ['good.yaml invalid-cpu'];
const compact = ['-f', 'compact'];

/** What is said of a file that a person has named and that holds nothing for this tool. */
const nothing = (path: string) => `cloudrun-lint: ${path}: holds nothing that Cloud Run deploys.`;

suite('robustness/reading', (test) => {
  testUnless(noNobody, test, 'files and folders without permission', () =>
    withService(async (folder) => {
      writeFileSync(join(folder, 'secret.yaml'), wrong, { mode: 0 });
      for (const [name, mode] of [
        ['locked', 0],
        ['listed', 0o444],
      ] as const) {
        mkdirSync(join(folder, name));
        writeFileSync(join(folder, name, 'a.yaml'), wrong);
        chmodSync(join(folder, name), mode);
      }
      const refused = ['secret.yaml', 'listed/a.yaml', 'locked'].map((path) => `${path}: permission denied`);
      const run = async (...argv: string[]) =>
        observed(await cloudrunLint(folder, [...compact, ...argv], { asNobody: true }));
      assert.equal(await run(), [2, found, [refused[0], refused[1], refused[2]]]);
      assert.equal(await run('**/*.yaml'), [2, found, [refused[2], refused[1], refused[0]]]);
      assert.equal(await run('secret.yaml', 'good.yaml'), [2, found, [refused[0]]]);
      assert.equal(await run('locked/a.yaml', 'good.yaml'), [2, found, ['locked/a.yaml: permission denied']]);
      assert.equal(await run('locked/*.yaml', 'good.yaml'), [2, found, ['locked/*.yaml: permission denied']]);
      // Else whoever is not root could not take them away.
      for (const name of ['locked', 'listed']) chmodSync(join(folder, name), 0o755);
    }),
  );

  test('files that vanish between the search and the read', () =>
    withService(async (folder) => {
      writeFileSync(join(folder, 'gone.yaml'), wrong);
      const first = `
        import fs from 'node:fs';
        const { openSync } = fs;
        fs.openSync = (path, ...rest) => {
          if (String(path).endsWith('gone.yaml')) fs.rmSync(path, { force: true });
          return openSync(path, ...rest);
        };`;
      const ended = await cloudrunLint(folder, compact, { first });
      assert.equal(observed(ended), [2, found, ['gone.yaml: the file has gone']]);
    }));

  test('UTF-32, which gcloud does not read either', () =>
    withService(async (folder) => {
      for (const [name, text] of [
        ['marked.yaml', `\ufeff${wrong}`],
        ['plain.yaml', wrong],
      ] as const) {
        const characters = Uint32Array.from(text, (character) => character.codePointAt(0)!);
        writeFileSync(join(folder, name), new Uint8Array(characters.buffer));
      }
      const refused = ['marked.yaml', 'plain.yaml'].map(
        (name) => `${name}: it is UTF-32 text, and only UTF-8 and UTF-16 are read`,
      );
      assert.equal(observed(await cloudrunLint(folder, compact)), [2, found, refused]);
      const named = ['good.yaml', 'marked.yaml', 'plain.yaml'];
      assert.equal(observed(await cloudrunLint(folder, [...compact, ...named])), [2, found, refused]);
    }));

  test('names of nothing', () =>
    withService(async (folder) => {
      const run = async (...argv: string[]) => observed(await cloudrunLint(folder, [...compact, 'good.yaml', ...argv]));
      assert.equal(await run('no.yaml'), [2, found, ['no.yaml: no such file or folder']]);
      assert.equal(await run('good.yaml/a.yaml'), [2, found, ['good.yaml/a.yaml: no such file or folder']]);
      assert.equal(await run('no*.yaml'), [2, found, ['no*.yaml: no file matches']]);
      assert.equal(await run(''), [2, found, ['"": no such file or folder']]);
      const long = 'x'.repeat(300);
      assert.equal(await run(long), [2, found, [`${long}: the name is too long`]]);
    }));

  test('symbolic links in circles, to nothing, and to the folder they lie in', () =>
    withService(async (folder) => {
      symlinkSync('b', join(folder, 'a'));
      symlinkSync('a', join(folder, 'b'));
      symlinkSync('nowhere', join(folder, 'dangling.yaml'));
      symlinkSync('.', join(folder, 'here'));
      const run = async (...argv: string[]) => observed(await cloudrunLint(folder, [...compact, ...argv]));
      assert.equal(await run(), [1, found, [failed]]);
      assert.equal(await run('**/*.yaml'), [1, found, [failed]]);
      assert.equal(await run('a', 'good.yaml'), [2, found, ['a: a symbolic link leads back to itself']]);
      assert.equal(await run('dangling.yaml', 'good.yaml'), [2, found, ['dangling.yaml: no such file or folder']]);
      assert.equal(await run('here'), [1, ['here/good.yaml invalid-cpu'], [failed]]);
    }));

  testUnless(noFullDevice, test, 'pipes, sockets and devices in the place of files', () =>
    withService(async (folder) => {
      const run = async (...argv: string[]) => observed(await cloudrunLint(folder, [...compact, ...argv]));
      await shell(folder, 'mkfifo pipe.yaml');
      assert.equal(await run(), [1, found, [failed]], 'a search does not wait for what lies in a pipe');
      assert.equal(await run('*.yaml'), [1, found, [failed]]);
      assert.equal(await run('/dev/zero', 'good.yaml'), [2, found, ['/dev/zero: it is larger than 16 MB']]);
      assert.equal(await run('/dev/null', 'good.yaml'), [1, found, [nothing('/dev/null'), failed]]);
      const substituted = await shell(folder, 'cloudrun-lint -f compact <(cat good.yaml)');
      assert.match(substituted.out, /^\/dev\/fd\/\d+:\d+:\d+: error: .*\[invalid-cpu\]\n$/);
      assert.equal([substituted.code, substituted.err], [1, [failed]]);
    }),
  );

  testUnless(noFullDevice, test, 'names that are no UTF-8 text', () =>
    withService(async (folder) => {
      mkdirSync(Buffer.from(`${folder}/f\xff`, 'latin1'));
      writeFileSync(Buffer.from(`${folder}/f\xff/a.yaml`, 'latin1'), 'a: b\n');
      writeFileSync(Buffer.from(`${folder}/n\xff.yaml`, 'latin1'), 'a: b\n');
      const why = 'its name is not UTF-8 text, and cannot be used';
      const [code, out, err] = observed(await cloudrunLint(folder, compact));
      assert.equal([code, out, (err as string[]).sort()], [2, found, [`f\ufffd: ${why}`, `n\ufffd.yaml: ${why}`]]);
      const named = await shell(folder, "cloudrun-lint -f compact $'n\\xff.yaml' good.yaml");
      assert.equal(observed(named), [2, found, [`n\ufffd.yaml: ${why}`]]);
    }),
  );

  test('standard input that is closed, empty, a folder, or never ends', () =>
    withService(async (folder) => {
      const run = async (script: string) => observed(await shell(folder, script));
      assert.equal(await run('cloudrun-lint -f compact - good.yaml <&-'), [1, found, [nothing('<stdin>'), failed]]);
      assert.equal(await run('cloudrun-lint -f compact - good.yaml </dev/null'), [
        1,
        found,
        [nothing('<stdin>'), failed],
      ]);
      assert.equal(await run('cloudrun-lint -f compact - good.yaml <.'), [2, found, ['<stdin>: it is a folder']]);
      const endless = [2, found, ['<stdin>: it is larger than 16 MB']];
      assert.equal(await run('yes | cloudrun-lint -f compact - good.yaml'), endless);
      assert.equal(await run('cloudrun-lint -f compact - good.yaml </dev/zero'), endless);
    }));

  testUnless(noFullDevice, test, 'a pipe in the place of what git writes down is not waited for', () =>
    withService(async (folder) => {
      for (const name of ['config', 'HEAD', 'index']) {
        await shell(folder, `rm -f .git/*; printf '[remote "origin"]\n\turl = https://x.example/y\n' > .git/config`);
        await shell(folder, `rm -f .git/${name}; mkfifo .git/${name}; echo '*.yaml' > .gitignore`);
        const ended = await shell(folder, 'timeout 20 "$RUN" ${FILE:+"$FILE"} -f sarif good.yaml .');
        assert.is(ended.code, 1, name);
        assert.is(JSON.parse(ended.out).version, '2.1.0');
      }
    }),
  );

  test('what git writes down shows nothing else of the machine', () =>
    withService(async (folder) => {
      writeFileSync(join(folder, 'secret'), 'not to be shown');
      await shell(folder, `printf '[remote "origin"]\n\turl = https://x.example/y\n' > .git/config`);
      for (const head of ['ref: refs/heads/../../../secret', 'ref: refs/heads/a\nb', 'not to be shown']) {
        writeFileSync(join(folder, '.git/HEAD'), head);
        assert.not.match((await cloudrunLint(folder, ['-f', 'sarif'])).out, /not to be shown/);
      }
    }));

  test('a working directory that has gone', () =>
    withService(async (folder) => {
      const lost = 'mkdir lost; cd lost; rmdir ../lost;';
      const line = 'cloudrun-lint: The working directory cannot be used: no such file or folder.';
      if (noBundle !== undefined) {
        // There the engine looks for the folder before the tool does.
        const { code, out, err } = await shell(folder, `${lost} cloudrun-lint -f compact`);
        assert.equal([code, out, err.length], [1, '', 1]);
        return;
      }
      const run = async (script: string) => observed(await shell(folder, `${lost} ${script}`));
      assert.equal(await run('cloudrun-lint -f compact'), [2, [], [line]]);
      assert.equal(await run('cloudrun-lint init'), [2, [], [line]]);
      assert.equal((await run('cloudrun-lint --version'))[0], 0);
      assert.equal((await run('cloudrun-lint rules'))[0], 0);
    }));

  test('what cannot be read is an error for the picture of an instance too', () =>
    withService(async (folder) => {
      const ended = await cloudrunLint(folder, ['graph', 'no.yaml', 'good.yaml']);
      assert.equal([ended.code, ended.err], [2, ['no.yaml: no such file or folder']]);
      assert.match(ended.out, /shop/);
      const input = openSync(folder, 'r');
      const piped = await cloudrunLint(folder, ['graph', '-'], { stdio: [input, 'pipe', 'pipe'] });
      assert.equal(observed(piped), [2, [], ['<stdin>: it is a folder']]);
      rmdirSync(join(folder, '.git'));
    }));
});
