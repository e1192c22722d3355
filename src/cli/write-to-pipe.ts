import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** How long a pipe may be without a reader, in milliseconds: a program may still be starting. */
const patience = 5000;

/** How long to wait before the next try, in milliseconds. */
const pause = 20;

/**
 * Writes to a named pipe. Throws the operating system's error: `EPIPE` where the reader closes it, `ENXIO` where nobody
 * reads from it. Opening it in the ordinary way would wait for a reader for ever.
 */
export async function writeToPipe(path: string, bytes: Uint8Array): Promise<void> {
  const descriptor = await openPipe(path);
  try {
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(descriptor, bytes, at);
      } catch (error) {
        // The reader has not taken yet what is in the pipe.
        if (codeOf(error) !== 'EAGAIN') throw error;
        await setTimeout(1);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

async function openPipe(path: string): Promise<number> {
  for (const end = Date.now() + patience; ; await setTimeout(pause)) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO' || Date.now() > end) throw error;
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
