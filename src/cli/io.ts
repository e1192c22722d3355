/** What a command may use of the world. `main.ts` makes one from the process, a test makes its own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal, and how wide; 80 columns where unknown. */
  readonly isTerminal: boolean;
  readonly columns: number;
  /** The report, and nothing else. */
  readonly out: (text: string) => void;
  /** What went wrong. */
  readonly err: (line: string) => void;
  /** What was done, and what the outcome is. */
  readonly note: (line: string) => void;
  /** All of standard input as bytes. */
  readonly stdin: () => Promise<Uint8Array>;
}

/** A mistake in how the tool was called or configured: one clear line, exit code 2. */
export class UsageError extends Error {}
