import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Message, Task } from './child.ts';

/** What all jobs of a run share. */
export interface Work {
  /** The file that the other process runs. */
  readonly child: string;
  /** Where the files about progress lie. */
  readonly folder: string;
  /** The seed, as `makeInput` takes it. */
  readonly run: number;
  /** As in `Task`. */
  readonly only?: Task['only'];
  /** When to stop, as `Date.now()` counts. */
  readonly until: number;
  /** The next inputs to try; undefined where there are no more. */
  next(): Block | undefined;
  /** Told of each fault; without the text where the process died of it. */
  onFault(fault: string, number: number, text?: string): void;
}

/** An input that keeps the process busy for so many milliseconds of CPU time hangs. */
const patience = 60_000;

/** So does one that takes so many milliseconds by the clock, even where the machine does much else. */
const longest = 15 * 60_000;

/**
 * Lets another process try inputs until there are no more, so that one that hangs or kills it is known; then a new
 * process goes on behind it. Returns how many were tried.
 */
export async function runJob(work: Work, name: string): Promise<number> {
  const progress = join(work.folder, `progress-${name}`);
  let tried = 0;
  for (let block = work.next(); block; ) {
    const end = await runProcess(work, progress, block);
    tried += end.tried;
    block = end.left;
  }
  return tried;
}

/** Where a process ended: `left` is what it did not come to. */
interface End {
  readonly tried: number;
  readonly left: Block | undefined;
}

async function runProcess(work: Work, progress: string, first: Block): Promise<End> {
  const task: Task = { run: work.run, until: work.until, progress, only: work.only };
  const child = fork(work.child, [JSON.stringify(task)], {
    execArgv: ['--enable-source-maps', '--max-semi-space-size=32'],
  });
  let block: Block | undefined;
  let tried = 0;
  let hangs = false;
  let isReady = false;
  let watch: NodeJS.Timeout | undefined;
  const give = (next: Block | undefined): void => {
    block = next;
    child.send(next ?? 'end');
  };
  child.on('message', (message: Message) => {
    if ('fault' in message) work.onFault(message.fault, message.number, message.text);
    else if ('ready' in message) {
      isReady = true;
      watch = watchProgress(progress, child.pid!, () => {
        hangs = true;
        child.kill('SIGKILL');
      });
      give(first);
    } else {
      tried += message.tried;
      give(message.tried === block!.count ? work.next() : undefined);
    }
  });
  const code = await ended(child);
  clearInterval(watch);
  if (!isReady) throw new Error(`the process that tries the inputs ended with ${code} before it could begin`);
  if (!block) return { tried, left: undefined };
  const number = readProgress(progress);
  if (number < block.first) throw new Error(`the process that tries the inputs ended with ${code} before the first`);
  work.onFault(hangs ? `hangs for more than ${patience / 1000} s` : `ends the process with ${code}`, number);
  const done = number + 1 - block.first;
  const left = { first: number + 1, count: block.count - done };
  return { tried: tried + done, left: Date.now() < work.until && left.count > 0 ? left : work.next() };
}

function ended(child: ChildProcess): Promise<string | number | null> {
  return new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
}

/** The number of the input being tried; -1 before the first. */
function readProgress(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').trim() || -1);
  } catch {
    return -1;
  }
}

function watchProgress(file: string, pid: number, onHang: () => void): NodeJS.Timeout {
  let last = readProgress(file);
  let since = Date.now();
  let busySince = busy(pid);
  return setInterval(() => {
    const now = readProgress(file);
    if (now !== last) {
      last = now;
      since = Date.now();
      busySince = busy(pid);
    } else if (busy(pid) - busySince > patience || Date.now() - since > longest) {
      onHang();
    }
  }, 500);
}

/** The CPU time that a process has had, in milliseconds; the time by the clock where the system does not say. */
function busy(pid: number): number {
  try {
    // Behind the name in parentheses; in hundredths of a second on every Linux.
    const [user = '', system = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Date.now();
  }
}
