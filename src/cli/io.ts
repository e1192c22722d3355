import type { Unread } from './read.ts';
import type { AskedFor } from './repository-files.ts';

/**
 * What became of a text: it is written; nobody reads it, since the reader has closed the pipe as `head` does; or the
 * system has refused it, which is told at the end of the run.
 */
export type Delivery = 'written' | 'unread' | 'refused';

/** What a command may use of the world. `start.ts` makes one from the process, a test makes its own. */
export interface Io {
  /** Throws a `UsageError` where the folder has gone. */
  readonly cwd: string;
  /** The environment variables; one that is not set is undefined. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** How many columns it has; 80 where unknown. */
  readonly columns: number;
  /** The report, and nothing else. */
  readonly out: (text: string) => Delivery;
  /** A patch in place of it, which a program may read. */
  readonly patch: (text: string) => Delivery;
  /** What went wrong: a line, and those of a file that it is about. None of them can pose as more than one. */
  readonly err: (line: string, more?: readonly string[]) => void;
  /** What was done, and what the outcome is: one line. */
  readonly note: (line: string) => void;
  /** Told by a run that only lints how many files of Cloud Run's it has linted. */
  readonly linted?: (files: number) => void;
  /** Told by a run what it has looked for beside manifests: for a command that follows their changes. */
  readonly lookedFor?: (beside: AskedFor) => void;
  /** Keeps what has been compiled so far for the next run; for a command that does not end by itself. */
  readonly keepCode?: () => void;
  /** All of standard input as bytes, or why it cannot be had. */
  readonly stdin: () => Promise<Uint8Array | Unread>;
}

/** A mistake in how the tool was called or configured: one clear line, exit code 2. */
export class UsageError extends Error {
  /** What is told: a sentence, and behind it the lines of a file that it is about. */
  readonly lines: readonly string[];

  constructor(said: string | readonly string[]) {
    const lines = typeof said === 'string' ? [said] : said;
    super(lines.join('\n'));
    this.lines = lines;
  }
}
