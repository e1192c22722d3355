import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';

/** What the measuring process tells: the CPU milliseconds of each round, by the name of what was done. */
export type Costs = Readonly<Record<string, readonly number[]>>;

/** Run with the file that holds the texts as JSON and the folder whose `yaml` is the floor: as installed, unbundled. */
const [texts, home] = process.argv.slice(2) as [string, string];
const { parseAllDocuments } = createRequire(home)('yaml') as typeof import('yaml');
const all = JSON.parse(readFileSync(texts, 'utf8')) as string[];

const work: Readonly<Record<string, (text: string) => unknown>> = {
  'yaml parse': (text) => parseAllDocuments(text, { logLevel: 'silent' }),
  'lint, no rules': (text) => lint('a.yaml', text, { rules: [] }),
  [`lint, ${rules.length} rules`]: (text) => lint('a.yaml', text, { rules }),
};
const costs: Record<string, number[]> = {};
// The first two rounds warm the process up.
for (let round = -2; round < 9; round++) {
  for (const [name, run] of Object.entries(work)) {
    const start = process.cpuUsage();
    for (const text of all) run(text);
    const { user, system } = process.cpuUsage(start);
    costs[name] ??= [];
    if (round >= 0) costs[name].push((user + system) / 1000);
  }
}
console.log(JSON.stringify(costs));
