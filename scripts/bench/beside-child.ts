import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { Bounds } from '../../src/cli/bounds.ts';
import { RepositoryFiles } from '../../src/cli/repository-files.ts';
import { type LintOptions, lint } from '../../src/lint.ts';

/** Milliseconds of CPU time a lint, in turns. */
interface Turns {
  /** Where no file around can be read. */
  readonly alone: readonly number[];
  /** Where they can, and are read anew each time. */
  readonly together: readonly number[];
}

/** What the measuring process tells. */
export interface BesideRounds {
  readonly several: Turns;
  readonly one: Turns;
  /** How many files and folders were looked at for one lint. */
  readonly opened: { readonly several: number; readonly one: number };
}

const folder = process.argv[2]!;
const path = join(folder, 'deploy/service.yaml');
const several = readFileSync(path, 'utf8');
const one = several.replace(/\n {8}- name: app\n.*$/s, '\n');
let opened = 0;

function lintOnce(text: string, isTogether: boolean): void {
  const files = new RepositoryFiles(folder, new Bounds(folder));
  const options: LintOptions = {
    rules,
    target: 'cloud-run',
    ...(isTogether && { filesAround: () => files.around(path) }),
  };
  lint('deploy/service.yaml', text, options);
  const { files: read, folders } = files.asked;
  opened = read.length + folders.length;
}

/** So many lints make one measured round. */
const lints = 50;

function measure(text: string, isTogether: boolean): number {
  const used = process.cpuUsage();
  for (let i = 0; i < lints; i++) lintOnce(text, isTogether);
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000 / lints;
}

function turns(text: string): Turns {
  const rounds: { alone: number; together: number }[] = [];
  for (let i = 0; i < 40; i++) rounds.push({ alone: measure(text, false), together: measure(text, true) });
  const warm = rounds.slice(20);
  return { alone: warm.map(({ alone }) => alone), together: warm.map(({ together }) => together) };
}

function openedFor(text: string): number {
  lintOnce(text, true);
  return opened;
}

const told: BesideRounds = {
  several: turns(several),
  one: turns(one),
  opened: { several: openedFor(several), one: openedFor(one) },
};
console.log(JSON.stringify(told));
