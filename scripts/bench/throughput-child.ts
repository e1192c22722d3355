import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';

/** What one round over all texts took, in milliseconds; CPU time counts the engine's helpers, which run beside. */
export interface Round {
  /** From the first text to the last. */
  readonly wall: number;
  /** In user and kernel mode. */
  readonly cpu: number;
}

/** What the measuring process tells: the rounds by the name of what was done, in turns. */
export type Rounds = Readonly<Record<string, readonly Round[]>>;

/** Run with the file that holds the texts as JSON and the folder whose `yaml` is the floor: as installed, unbundled. */
const [texts, home] = process.argv.slice(2) as [string, string];
const { parseAllDocuments } = createRequire(home)('yaml') as typeof import('yaml');
const all = JSON.parse(readFileSync(texts, 'utf8')) as string[];

const work: Readonly<Record<string, (text: string) => unknown>> = {
  'yaml parse': (text) => parseAllDocuments(text, { logLevel: 'silent' }),
  'lint, no rules': (text) => lint('a.yaml', text, { rules: [] }),
  [`lint, ${rules.length} rules`]: (text) => lint('a.yaml', text, { rules }),
};

function measure(run: (text: string) => unknown): Round {
  const [began, used] = [performance.now(), process.cpuUsage()];
  for (const text of all) run(text);
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - began, cpu: (user + system) / 1000 };
}

// A rule is a function of its own that a file runs once: so many files go by until the engine has optimised the last.
for (const run of Object.values(work)) for (let round = 0; round < 20; round++) measure(run);

const rounds: Record<string, Round[]> = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
for (let round = 0; round < 15; round++) {
  for (const [name, run] of Object.entries(work)) rounds[name]!.push(measure(run));
}
console.log(JSON.stringify(rounds));
