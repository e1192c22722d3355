import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { parseHcl } from '../../src/hcl/parse.ts';
import { lint } from '../../src/lint.ts';

/**
 * Reads a folder's files several times, parsing all, linting all without a rule, or linting all, and prints the
 * milliseconds of CPU of each round as JSON: other processes of the machine do not count.
 */
const folder = process.argv[2]!;
const paths = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .map((name) => join(folder, name));

function timed(work: (path: string, text: string) => unknown): number {
  const start = process.cpuUsage();
  for (const path of paths) work(path, readFileSync(path, 'utf8'));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const rounds = Array.from({ length: 25 }, () => ({
  parse: timed((_, text) => parseHcl(text)),
  none: timed((path, text) => lint(path, text, { rules: [] })),
  all: timed((path, text) => lint(path, text, { rules })),
}));
console.log(JSON.stringify(rounds.slice(10)));
