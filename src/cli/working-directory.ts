import { describeFault } from './fault.ts';
import { UsageError } from './io.ts';

/** The working directory of this process. Throws a `UsageError` where it has gone. */
export function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new UsageError(`The working directory cannot be used: ${describeFault(error)}.`);
  }
}
