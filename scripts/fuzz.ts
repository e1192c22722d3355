import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from './bundle-script.ts';
import { makeInput, readSeeds } from './fuzz/inputs.ts';
import { runJob } from './fuzz/job.ts';

/**
 * `npm run fuzz -- [beside] [--seed N] [--first N] [--runs N] [--seconds N] [--jobs N]`: lints mutated manifests, the files
 * beside them, configurations and baselines and checks the outcome, in so many processes at once. The same seed and numbers give the same inputs,
 * whatever the jobs; each kind of fault is shown once, with its first input in a file. Exit code 1 for faults.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    runs: { type: 'string' },
    seconds: { type: 'string' },
    jobs: { type: 'string', default: '1' },
  },
});
const [run, first, jobs] = [Number(values.seed), Number(values.first), Number(values.jobs)];
/** Of this kind alone; all of them where nothing is said. */
const only = positionals[0] === 'beside' ? ('beside' as const) : undefined;
if (positionals.length > 1 || positionals[0] !== only)
  throw new Error('beside is the only kind that can be asked for alone');
const end = first + Number(values.runs ?? Number.POSITIVE_INFINITY);
/** A minute, unless it is said how many inputs there are to be. */
const seconds = Number(values.seconds ?? (values.runs === undefined ? 60 : Number.POSITIVE_INFINITY));

/** So many inputs are given to a process at once. */
const blockSize = 500;

const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-fuzz-'));
const code = join(folder, 'code');
const faults = new Map<string, number>();
const writing: Promise<void>[] = [];
let next = first;

const child = await bundleScript('scripts/fuzz/child.ts', code);
const began = Date.now();
const work = {
  child,
  folder,
  only,
  run,
  until: Math.min(began + seconds * 1000, Number.MAX_SAFE_INTEGER),
  next() {
    const block = { first: next, count: Math.min(blockSize, end - next) };
    if (block.count <= 0 || Date.now() >= work.until) return undefined;
    next += block.count;
    return block;
  },
  onFault: (fault: string, number: number, text?: string) => void writing.push(report(fault, number, text)),
};
const tried = await Promise.all(Array.from({ length: jobs }, (_, i) => runJob(work, String(i))));
await Promise.all(writing);
await rm(faults.size === 0 ? folder : code, { recursive: true });

const total = tried.reduce((a, b) => a + b);
const spent = (Date.now() - began) / 1000;
console.log(
  `${total} inputs of seed ${run} in ${spent.toFixed(0)} s, ${(total / spent / jobs).toFixed(0)} a second and job: ` +
    (faults.size === 0
      ? 'no fault'
      : `${faults.size} kinds of fault, ${[...faults.values()].reduce((a, b) => a + b)} in all`),
);
process.exitCode = faults.size === 0 ? 0 : 1;

/** Tells of a fault once for each kind, that is for each place in the code and kind of message. */
async function report(fault: string, number: number, text?: string): Promise<void> {
  const kind = fault
    .replace(/\d+/g, 'N')
    .replace(/"[^"]*"/g, '"…"')
    .split('\n')
    .slice(0, 2)
    .join('\n')
    .slice(0, 300);
  faults.set(kind, (faults.get(kind) ?? 0) + 1);
  if (faults.get(kind)! > 1) return;
  const file = join(folder, `${run}-${number}.yaml`);
  await writeFile(file, text ?? makeInput(await readSeeds(), run, number, only).text);
  console.log(
    `${fault.split('\n').slice(0, 6).join('\n')}\n  input ${number} (${only === undefined ? '' : `${only} `}--seed ${run} --first ${number} --runs 1): ${file}\n`,
  );
}
