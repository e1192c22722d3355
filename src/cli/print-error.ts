import type { Io, UsageError } from './io.ts';
import type { StandardStream } from './standard-stream.ts';

/** Tells of a mistake in how the tool was called or configured. */
export function printMistake({ lines: [first, ...more] }: UsageError, { err }: Pick<Io, 'err'>): void {
  err(`cloudrun-lint: ${first}`, ...more);
}

/** Tells of an error that nobody expected, with the place in our code. */
export function printCrash(error: unknown, errors: StandardStream): void {
  errors.line('cloudrun-lint crashed. This is a mistake in cloudrun-lint.');
  const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
  for (const line of description.split('\n')) errors.line(line);
}
