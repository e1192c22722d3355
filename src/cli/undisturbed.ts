import { setImmediate } from 'node:timers/promises';

/** The signals by which people and systems end a program in an orderly way. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', ...(process.platform === 'win32' ? [] : ['SIGQUIT' as const])] as const;

/**
 * Does something that no signal may leave half done. One that comes meanwhile ends the process right after it, as it
 * would have done before.
 */
export async function undisturbed(work: () => void): Promise<void> {
  let waiting: NodeJS.Signals | undefined;
  const keep = (signal: NodeJS.Signals): void => {
    waiting ??= signal;
  };
  for (const signal of signals) process.on(signal, keep);
  try {
    work();
  } finally {
    // Node tells of a signal only when it comes to the next round of its loop.
    await setImmediate();
    for (const signal of signals) process.off(signal, keep);
    if (waiting !== undefined) process.kill(process.pid, waiting);
  }
}
