import { writeSync } from 'node:fs';
import { harmless, visible, visibleLine } from '../text/visible.ts';
import { describeFault } from './fault.ts';
import type { Delivery } from './io.ts';

/**
 * Standard output or error: the one door through which words leave the process for a terminal or a log. What it lets
 * through cannot command either, whoever wrote the names and texts that are quoted. Written at once and wholly before
 * going on. A reader that has seen enough and closes the pipe, such as `head`, is no fault: what follows is dropped.
 */
export class StandardStream {
  readonly #write: (bytes: Uint8Array, from: number) => number;
  readonly #name: string;
  #closed = false;
  #fault: string | undefined;

  /** @param target a file descriptor, or what takes bytes from a place on and tells how many */
  constructor(target: number | ((bytes: Uint8Array, from: number) => number), name: string) {
    this.#write = typeof target === 'number' ? (bytes, from) => writeSync(target, bytes, from) : target;
    this.#name = name;
  }

  /** Why not all could be written, in one line; undefined where nothing went wrong. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Writes what a format or a command has made: lines and colours stay what they are. */
  text(text: string): Delivery {
    return this.#send(harmless(text));
  }

  /** Writes one line: whatever could end it, or be taken for a command or a finding, is written out. */
  line(line: string): Delivery {
    return this.#send(`${visibleLine(line)}\n`);
  }

  /** Writes a patch: to a terminal so that it can be read safely, to a program so that it can be applied. */
  patch(text: string, isTerminal: boolean): Delivery {
    return this.#send(isTerminal ? text.split('\n').map(visible).join('\n') : text);
  }

  /** Never throws; see `fault`. */
  #send(text: string): Delivery {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length && !this.#closed; ) {
      try {
        at += this.#write(bytes, at);
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
