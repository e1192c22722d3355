import { openSync, writeSync } from 'node:fs';
import { check } from './check.ts';
import { checkBaseline, checkConfig } from './check-config.ts';
import { type Input, makeInput, readSeeds } from './inputs.ts';

/** The inputs that this process is asked to try. */
export interface Block {
  readonly first: number;
  readonly count: number;
}

/** What the watching process says once, at the start. */
export interface Task {
  readonly run: number;
  /** When to stop, as `Date.now()` counts. */
  readonly until: number;
  /** The file that holds the number of the input being tried, so that it is known even when this process dies. */
  readonly progress: string;
}

/** What this process tells back: that it can begin, a fault for each input that has one, and the end of each block. */
export type Message =
  | { readonly ready: true }
  | { readonly fault: string; readonly number: number; readonly text: string }
  | { readonly tried: number };

const { run, until, progress } = JSON.parse(process.argv[2]!) as Task;
const seeds = await readSeeds();
const file = openSync(progress, 'w');
const post = (message: Message): void => void process.send!(message);

process.on('message', async (block: Block | null) => {
  if (!block) {
    process.disconnect();
    return;
  }
  let tried = 0;
  for (let number = block.first; tried < block.count && Date.now() < until; number++, tried++) {
    writeSync(file, String(number).padEnd(12), 0);
    const input = makeInput(seeds, run, number);
    try {
      await checkInput(input);
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ fault, number, text: input.text });
    }
  }
  post({ tried });
});
post({ ready: true });

async function checkInput({ kind, text, random }: Input): Promise<void> {
  if (kind === 'manifest') await check(text, random);
  else if (kind === 'config') checkConfig(text);
  else checkBaseline(text);
}
