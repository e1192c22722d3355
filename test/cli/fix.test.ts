import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

const wrong = service({ cpu: '1 # one' });
const right = service({ cpu: "'1' # one" });

suite('cli: fixes', (test) => {
  test(
    '--fix fixes files and reports what is left',
    inFolder({ 'a.yaml': wrong, 'b.yaml': right, 'c.yaml': service({ cpu: 'plenty' }) }, async ({ spawn, read }) => {
      const { code, out, err } = await spawn('-f', 'compact', '--fix');
      assert.is(await read('a.yaml'), right);
      assert.is(await read('b.yaml'), right);
      assert.equal(
        out.map((line) => line.replace(/:.*\[/, ' ')),
        ['c.yaml invalid-cpu]'],
      );
      assert.equal(err, [
        'cloudrun-lint: fixed 1 finding in 1 file.',
        'cloudrun-lint: failed: 1 error (fail-on warning).',
      ]);
      assert.is(code, 1);
    }),
  );

  test(
    '--diff prints a patch and changes nothing',
    inFolder({ 'a.yaml': wrong }, async ({ run, pipe, read }) => {
      const { code, out, err } = await run('--diff');
      assert.equal(
        out.filter((line) => /^(?:[-+]|@@)/.test(line)),
        [
          '--- a/a.yaml',
          '+++ b/a.yaml',
          '@@ -15,5 +15,5 @@',
          '-              cpu: 1 # one',
          "+              cpu: '1' # one",
        ],
      );
      assert.equal([code, err[0]], [1, 'cloudrun-lint: would fix 1 finding in 1 file.']);
      assert.is(await read('a.yaml'), wrong);
      const piped = await pipe(wrong, '--diff', '--stdin-filename', 'x/y.yaml', '-');
      assert.is(piped.out[0], '--- a/x/y.yaml');
      assert.match((await pipe(wrong, '--fix', '-')).err[0]!, /Standard input cannot be fixed/);
    }),
  );

  test(
    'files keep their mode, links stay links, and nothing else is left behind',
    inFolder({ 'real/a.yaml': wrong }, async ({ run, folder }) => {
      await chmod(join(folder, 'real/a.yaml'), 0o640);
      await symlink('real/a.yaml', join(folder, 'link.yaml'));
      assert.is((await run('--fix', 'link.yaml')).code, 0);
      assert.ok((await lstat(join(folder, 'link.yaml'))).isSymbolicLink());
      assert.is((await stat(join(folder, 'real/a.yaml'))).mode & 0o777, 0o640);
      assert.is(await readFile(join(folder, 'real/a.yaml'), 'utf8'), right);
      assert.equal(await readdir(join(folder, 'real')), ['a.yaml']);
    }),
  );

  test(
    'byte order marks, CRLF and UTF-16 stay',
    inFolder({ 'a.yaml': `\ufeff${wrong.replaceAll('\n', '\r\n')}` }, async ({ run, folder, read }) => {
      await writeFile(join(folder, 'le.yaml'), Buffer.from(`\ufeff${wrong}`, 'utf16le'));
      await writeFile(join(folder, 'be.yaml'), Buffer.from(`\ufeff${wrong}`, 'utf16le').swap16());
      assert.is((await run('--fix')).code, 0);
      assert.is(await read('a.yaml'), `\ufeff${right.replaceAll('\n', '\r\n')}`);
      assert.is(await readFile(join(folder, 'le.yaml'), 'utf16le'), `\ufeff${right}`);
      assert.is((await readFile(join(folder, 'be.yaml'))).swap16().toString('utf16le'), `\ufeff${right}`);
    }),
  );

  test(
    'what is ignored or in the baseline is not fixed',
    inFolder(
      { 'a.yaml': service({ cpu: '1 # cloudrun-lint-ignore invalid-cpu: as it is' }), 'b.yaml': wrong },
      async ({ run, read }) => {
        await run('--update-baseline');
        const { code, err } = await run('--fix', '--baseline', 'cloudrun-lint-baseline.json');
        assert.equal([code, err], [0, ['cloudrun-lint: cloudrun-lint-baseline.json holds back 1 finding.']]);
        assert.is(await read('b.yaml'), wrong);
      },
    ),
  );
});

suite('cli: baseline', (test) => {
  test(
    'a team adopts the linter without touching a manifest, and sees only what is new',
    inFolder({ 'deploy/a.yaml': wrong, 'b.yaml': service({ cpu: 'plenty' }) }, async ({ spawn, run, read, write }) => {
      const written = await spawn('-f', 'compact', '--baseline', 'ci/known.json', '--update-baseline');
      assert.equal(written, {
        code: 0,
        out: [],
        err: ['cloudrun-lint: ci/known.json now holds 2 findings of 2 files.'],
      });
      assert.equal(Object.keys(JSON.parse(await read('ci/known.json')).files), ['../b.yaml', '../deploy/a.yaml']);

      const known = await run('-f', 'compact', '--baseline', 'ci/known.json');
      assert.equal(known, { code: 0, out: [], err: ['cloudrun-lint: ci/known.json holds back 2 findings.'] });
      await write('c.yaml', service({ cpu: 'more' }));
      assert.is((await run('-f', 'compact', '--baseline', 'ci/known.json')).out.length, 1);
    }),
  );

  test(
    'entries that no longer match are told, and taken out on update',
    inFolder({ 'a.yaml': wrong, 'b.yaml': wrong }, async ({ run, read, write, folder }) => {
      const file = 'cloudrun-lint-baseline.json';
      await run('--update-baseline');
      await write('a.yaml', right);
      const { code, err } = await run('-f', 'compact', '--baseline', file);
      assert.equal(
        [code, err],
        [
          0,
          [`cloudrun-lint: ${file} holds back 1 finding; 1 more is no longer found (--update-baseline takes it out).`],
        ],
      );
      assert.equal((await run('-f', 'compact', '--baseline', file, 'b.yaml')).err, [
        `cloudrun-lint: ${file} holds back 1 finding.`,
      ]);
      await run('--update-baseline', 'a.yaml');
      assert.equal(Object.keys(JSON.parse(await read(file)).files), ['b.yaml']);
      assert.ok((await readdir(folder)).includes(file));
    }),
  );

  test(
    'a baseline that is missing or none is told',
    inFolder({ 'a.yaml': wrong, 'b.json': '{}' }, async ({ run }) => {
      assert.match(
        (await run('--baseline', 'gone.json')).err[0]!,
        /cannot be read: there is none\. --update-baseline writes one\./,
      );
      assert.match((await run('--baseline', 'b.json')).err[0]!, /"b\.json" is not a baseline of cloudrun-lint/);
    }),
  );
});
