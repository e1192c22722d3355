import { openSync, writeSync } from 'node:fs';
import { check } from './check.ts';
import { makeInput, readSeeds } from './inputs.ts';

/** What the watching process asks of this one. */
export interface Task {
  readonly run: number;
  readonly first: number;
  readonly count: number;
  /** When to stop, as `Date.now()` counts. */
  readonly until: number;
  /** The file that holds the number of the input being tried, so that it is known even when this process dies. */
  readonly progress: string;
}

/** What this process tells back: a fault for each input that has one, and at the end how many it tried. */
export type Message =
  | { readonly fault: string; readonly number: number; readonly text: string }
  | { readonly tried: number };

const { run, first, count, until, progress } = JSON.parse(process.argv[2]!) as Task;
const seeds = await readSeeds();
const file = openSync(progress, 'w');
const post = (message: Message): Promise<void> =>
  new Promise((resolve) => process.send!(message, undefined, {}, () => resolve()));

let tried = 0;
for (let number = first; tried < count && Date.now() < until; number++, tried++) {
  writeSync(file, String(number).padEnd(12), 0);
  const { text, random } = makeInput(seeds, run, number);
  try {
    await check(text, random);
  } catch (error) {
    await post({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error), number, text });
  }
}
await post({ tried });
process.disconnect();
