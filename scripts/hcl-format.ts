/**
 * Holds our edits of Terraform files against HashiCorp's own formatter: what is made of a formatted text must be
 * formatted. Needs Go. It writes the fixture that `npm test hcl` compares with, and with `--files FOLDER` tries every
 * tenth edit in all Terraform files of a folder, too.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { globbySync } from 'globby';
import { attempts } from './hcl-format/attempts.ts';
import { fingerprint, formattedTexts } from './hcl-format/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'hcl-format-'));
const formatter = join(folder, 'formatter');
execFileSync('go', ['build', '-o', formatter, './format'], { cwd: 'scripts/hcl-fixture' });
let wrong = 0;
try {
  const texts = formattedTexts();
  hold(texts);
  const at = process.argv.indexOf('--files');
  for (const path of at === -1 ? [] : globbySync('**/*.tf', { cwd: resolve(process.argv[at + 1]!), absolute: true })) {
    const file = join(folder, 'file.tf');
    writeFileSync(
      file,
      readFileSync(path, 'utf8')
        .replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n'),
    );
    execFileSync(formatter, ['-w', file]);
    const made = [...attempts(readFileSync(file, 'utf8'))].filter((_, index) => index % 10 === 0);
    hold(made.flatMap((make) => make() ?? []));
  }
  if (wrong === 0) {
    writeFileSync('test/hcl/formatted.txt', `${texts.map(fingerprint).sort().join('\n')}\n`);
    console.log(`${texts.length} texts of the fixture are as the formatter would have them.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

/** Asks the formatter, and shows what it would change. */
function hold(texts: readonly string[]): void {
  const names = texts.map((text, index) => {
    const name = join(folder, `${index}.tf`);
    writeFileSync(name, text);
    return name;
  });
  if (names.length === 0) return;
  const changed = execFileSync(formatter, names, { encoding: 'utf8' }).split('\n').filter(Boolean);
  for (const name of changed) {
    wrong++;
    if (wrong > 5) continue;
    const ours = readFileSync(name, 'utf8').split('\n');
    execFileSync(formatter, ['-w', name]);
    const theirs = readFileSync(name, 'utf8').split('\n');
    console.log(
      ours.flatMap((line, index) => (line === theirs[index] ? [] : [`- ${line}`, `+ ${theirs[index]}`])).join('\n'),
    );
  }
}
