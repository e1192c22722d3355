import { writeSync } from 'node:fs';
import { describeFault } from './fault.ts';
import type { Written } from './io.ts';

/**
 * Standard output or error, written at once and wholly before going on. A reader that has seen enough and closes the
 * pipe, such as `head`, is no fault: what follows is dropped.
 */
export class StandardStream {
  readonly #descriptor: number;
  readonly #name: string;
  #closed = false;
  #fault: string | undefined;

  constructor(descriptor: number, name: string) {
    this.#descriptor = descriptor;
    this.#name = name;
  }

  /** Why not all could be written, in one line; undefined where nothing went wrong. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Writes a text. Never throws; see `fault`. */
  write(text: string): Written {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length && !this.#closed; ) {
      try {
        at += writeSync(this.#descriptor, bytes, at);
      } catch (error) {
        this.#endure(error);
      }
    }
    if (this.#fault !== undefined) return 'refused';
    return this.#closed ? 'unread' : 'written';
  }

  /** A pipe that is full for the moment is waited for; anything else ends the writing. */
  #endure(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      return;
    }
    this.#closed = true;
    if (code !== 'EPIPE') this.#fault = `${this.#name} cannot be written: ${describeFault(error)}`;
  }
}
