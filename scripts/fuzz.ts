import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Message, Task } from './fuzz/child.ts';
import { makeInput, readSeeds } from './fuzz/inputs.ts';

/**
 * `npm run fuzz -- [--seed N] [--runs N] [--seconds N] [--first N]`: lints mutated manifests and checks the outcome.
 * The same seed and numbers give the same inputs; each input with a fault is written to a file. Exit code 1 for faults.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    runs: { type: 'string', default: '1000000000' },
    seconds: { type: 'string', default: '60' },
  },
});
const run = Number(values.seed);
const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-fuzz-'));
const task: Task = {
  run,
  first: Number(values.first),
  count: Number(values.runs),
  until: Date.now() + Number(values.seconds) * 1000,
  progress: join(folder, 'progress'),
};

/** An input that keeps the process busy for so many milliseconds hangs. */
const patience = 20_000;
const faults = new Map<string, number>();

const began = Date.now();
const tried = await fuzz();
console.log(
  `${tried} inputs of seed ${run} in ${Math.round((Date.now() - began) / 1000)} s: ` +
    (faults.size === 0
      ? 'no fault'
      : `${faults.size} kinds of fault, ${[...faults.values()].reduce((a, b) => a + b)} in all`),
);
process.exit(faults.size === 0 ? 0 : 1);

/** Lets another process do the work, so that an input that hangs or kills it is known. Returns how many were tried. */
async function fuzz(): Promise<number> {
  const child = fork(new URL('./fuzz/child.ts', import.meta.url), [JSON.stringify(task)]);
  const reports: Promise<void>[] = [];
  let tried: number | undefined;
  child.on('message', (message: Message) => {
    if ('fault' in message) reports.push(report(message));
    else tried = message.tried;
  });
  let hangs = false;
  const watch = watchProgress(() => {
    hangs = true;
    child.kill('SIGKILL');
  });
  const code = await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
  clearInterval(watch);
  await Promise.all(reports);
  if (tried !== undefined) return tried;
  const number = readProgress();
  const fault = hangs ? `hangs for more than ${patience / 1000} s` : `ends the process with ${code}`;
  await report({ fault, number, text: makeInput(await readSeeds(), run, number).text });
  return number - task.first;
}

/** The number of the input being tried; -1 before the first. */
function readProgress(): number {
  try {
    return Number(readFileSync(task.progress, 'utf8').trim() || -1);
  } catch {
    return -1;
  }
}

function watchProgress(onHang: () => void): NodeJS.Timeout {
  let last = -1;
  let since = Date.now();
  return setInterval(() => {
    const now = readProgress();
    if (now !== last) {
      last = now;
      since = Date.now();
    } else if (Date.now() - since > patience) {
      onHang();
    }
  }, 500);
}

/** Tells of a fault once for each kind, that is for each place in the code and kind of message. */
async function report({ fault, number, text }: Extract<Message, { fault: string }>): Promise<void> {
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
  await writeFile(file, text);
  console.log(
    `${fault.split('\n').slice(0, 6).join('\n')}\n  input ${number} (--seed ${run} --first ${number} --runs 1): ${file}\n`,
  );
}
