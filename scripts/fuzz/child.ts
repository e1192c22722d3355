import { openSync, writeSync } from 'node:fs';
import { check } from './check.ts';
import { checkBeside } from './check-beside.ts';
import { checkBaseline, checkConfig } from './check-config.ts';
import { checkLarge } from './check-large.ts';
import { checkTerraform } from './check-terraform.ts';
import { checkTree } from './check-tree.ts';
import { type Input, makeInput, readSeeds } from './inputs.ts';

/** The inputs that this process is asked to try. */
export interface Block {
  /** The number of the first one. */
  readonly first: number;
  /** How many there are, numbered one after the other. */
  readonly count: number;
}

/** What the watching process says once, at the start. */
export interface Task {
  /** The seed, as `makeInput` takes it. */
  readonly run: number;
  /** When to stop, as `Date.now()` counts. */
  readonly until: number;
  /** The file that holds the number of the input being tried, so that it is known even when this process dies. */
  readonly progress: string;
  /** The only kind of inputs to try; all of them where absent. */
  readonly only?: Input['kind'] | undefined;
}

/** What this process tells back: that it can begin, a fault for each input that has one, and the end of each block. */
export type Message =
  | { readonly ready: true }
  | { readonly fault: string; readonly number: number; readonly text: string }
  | { readonly tried: number };

const { run, until, progress, only } = JSON.parse(process.argv[2]!) as Task;
const seeds = await readSeeds();
const file = openSync(progress, 'w');
const post = (message: Message): void => void process.send!(message);

process.on('message', async (block: Block | 'end') => {
  if (block === 'end') {
    process.disconnect();
    return;
  }
  let tried = 0;
  for (let number = block.first; tried < block.count && Date.now() < until; number++, tried++) {
    writeSync(file, String(number).padEnd(12), 0);
    const fault = await faultOf(number);
    if (fault !== undefined) post({ fault, number, text: makeInput(seeds, run, number, only).text });
  }
  post({ tried });
});
post({ ready: true });

/**
 * What is wrong with an input; undefined where nothing is. The parser makes an error of each mistake in a text, and
 * looking up where takes most of its time, so only an input with a fault is tried again with stacks.
 */
async function faultOf(number: number): Promise<string | undefined> {
  let fault: string | undefined;
  for (const depth of [0, 10]) {
    Error.stackTraceLimit = depth;
    try {
      await checkInput(makeInput(seeds, run, number, only));
      return fault;
    } catch (error) {
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }
  return fault;
}

async function checkInput({ kind, text, random }: Input): Promise<void> {
  if (kind === 'manifest') await check(text, random);
  else if (kind === 'terraform') checkTerraform(text);
  else if (kind === 'config') checkConfig(text);
  else if (kind === 'large')
    await checkLarge(text.includes('google_cloud_run') ? 'main.tf' : 'service.yaml', text, random);
  else if (kind === 'tree') await checkTree(text);
  else if (kind === 'beside') await checkBeside(text, random);
  else checkBaseline(text);
}
