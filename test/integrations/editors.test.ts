import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as assert from 'uvu/assert';
import { compact } from '../../src/format/compact.ts';
import { type Report, unsuppressed } from '../../src/report.ts';
import { visible } from '../../src/text/visible.ts';
import { hostile } from '../format/hostile.ts';
import { options, report } from '../format/report.ts';
import { suite } from '../suite.ts';
import { inTemporaryFolder, isInstalled, runIn } from './repository.ts';

/** A finding as an editor read it: file, line, column, kind. */
type Read = readonly [file: string, line: number, column: number, kind: string | number];

const vimFolder = resolve('examples/editor/vim');

/** Vim's list of errors after `:compiler cloudrun-lint` and `:cgetfile`. */
async function readByVim(vim: readonly string[], text: string): Promise<Read[]> {
  let found: Read[] = [];
  await inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'out.txt'), text);
    const entries =
      "map(filter(getqflist(), 'v:val.valid'), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type]')";
    const [command, ...start] = vim as [string, ...string[]];
    const { code, text: said } = await runIn(folder, command, [
      ...start,
      ...['-u', 'NONE', '-N', '-i', 'NONE', '--cmd', `set runtimepath^=${vimFolder}`],
      ...['-c', 'compiler cloudrun-lint', '-c', 'cgetfile out.txt'],
      ...['-c', `call writefile([json_encode(${entries})], 'read.json')`, '-c', 'qa!'],
    ]);
    assert.is(code, 0, said);
    found = JSON.parse(await readFile(join(folder, 'read.json'), 'utf8'));
  });
  return found;
}

/** What compile-mode makes of each line, with the regular expressions that Emacs comes with. */
const emacsProgram = `
(with-temp-buffer
  (insert-file-contents "out.txt")
  (compilation-mode)
  (compilation--ensure-parse (point-max))
  (goto-char (point-min))
  (while (not (eobp))
    (let ((message (get-text-property (point) 'compilation-message)))
      (when message
        (let ((place (compilation--message->loc message)))
          (princ (json-encode (list (caar (compilation--loc->file-struct place)) (compilation--loc->line place)
                                    (compilation--loc->col place) (compilation--message->type message))))
          (terpri))))
    (forward-line 1)))`;

async function readByEmacs(text: string): Promise<Read[]> {
  let lines: string[] = [];
  await inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'out.txt'), text);
    await writeFile(join(folder, 'read.el'), `(require 'json)\n(require 'compile)\n${emacsProgram}\n`);
    const env = { LC_ALL: 'C.UTF-8' };
    const { text: printed } = await runIn(folder, 'emacs', ['-Q', '--batch', '-l', 'read.el'], env);
    lines = printed.split('\n').filter((line) => line.startsWith('['));
  });
  return lines.map((line) => JSON.parse(line));
}

function expected(checked: Report, kinds: Readonly<Record<string, Read[3]>>): Read[] {
  return unsuppressed(checked).map(({ path, range, severity }) => {
    const shown = visible(path.trimStart().startsWith('::') ? `./${path}` : path);
    return [shown, range.start.line, range.start.column, kinds[severity]!];
  });
}

const letters = { error: 'e', warning: 'w', info: 'i' };
const numbers = { error: 2, warning: 1, info: 0 };

for (const vim of [
  ['vim', '-es'],
  ['nvim', '--headless'],
] as const) {
  if (await isInstalled(vim[0])) {
    suite(vim[0], (test) => {
      test('reads every finding, hostile ones too', async () => {
        assert.equal(await readByVim(vim, compact(report, options)), expected(report, letters));
        const read = await readByVim(vim, compact(hostile, options));
        assert.equal(read.map(withoutFolders), expected(hostile, letters).map(withoutFolders));
      });
      test('runs what the project has, or what the user names', async () => {
        assert.is(await makeProgram(vim, false), 'cloudrun-lint --format=compact');
        assert.is(await makeProgram(vim, true), "'PROJECT/node_modules/.bin/cloudrun-lint' --format=compact");
        assert.is(await makeProgram(vim, true, 'npx cloudrun-lint'), 'npx cloudrun-lint --format=compact');
      });
    });
  } else {
    console.log(`SKIPPED: a test in test/integrations/editors.test.ts, since ${vim[0]} is not installed.`);
  }
}

/** What `:make` would run in a project, with and without a cloudrun-lint of its own, and where the user names one. */
async function makeProgram(vim: readonly string[], isInstalledHere: boolean, named?: string): Promise<string> {
  let made = '';
  await inTemporaryFolder(async (folder) => {
    const bin = join(folder, 'node_modules/.bin');
    await mkdir(join(folder, 'deploy'), { recursive: true });
    if (isInstalledHere) {
      await mkdir(bin, { recursive: true });
      await writeFile(join(bin, 'cloudrun-lint'), '');
    }
    const [command, ...start] = vim as [string, ...string[]];
    const { code, text } = await runIn(join(folder, 'deploy'), command, [
      ...start,
      ...['-u', 'NONE', '-N', '-i', 'NONE', '--cmd', `set runtimepath^=${vimFolder}`],
      ...(named === undefined ? [] : ['-c', `let g:cloudrun_lint = '${named}'`]),
      ...['-c', 'compiler cloudrun-lint', '-c', "call writefile([&makeprg], 'made')", '-c', 'qa!'],
    ]);
    assert.is(code, 0, text);
    const [line = ''] = (await readFile(join(folder, 'deploy/made'), 'utf8')).split('\n');
    made = line.replace(await realpath(folder), 'PROJECT').replace(folder, 'PROJECT');
  });
  return made;
}

/** Vim names a file by its path from the working directory, resolved where it can be. */
function withoutFolders([file, ...rest]: Read): unknown[] {
  return [file.split('/').at(-1), ...rest];
}

if (await isInstalled('emacs')) {
  suite('emacs', (test) => {
    test('reads every finding without any setup', async () => {
      assert.equal(await readByEmacs(compact(report, options)), expected(report, numbers));
    });
  });
} else {
  console.log('SKIPPED: a test in test/integrations/editors.test.ts, since emacs is not installed.');
}
