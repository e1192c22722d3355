import type { Arguments } from './args.ts';
import { type Io, UsageError } from './io.ts';
import { lintCommand } from './lint-command.ts';
import { printMistake } from './print-error.ts';
import { Moments } from './watch-files.ts';

/** The lines between which a report stands. Background problem matchers look for them: a contract. */
export const began = 'cloudrun-lint: checking';
/** The line behind a report, as `began` is the one before it. */
export const ended = 'cloudrun-lint: waiting for changes';

/**
 * Lints now and after each change. Mistakes in the configuration are told and may be mended meanwhile. Ends with the
 * process, once nobody reads the reports, or with the moments that a test gives; the exit code is that of the last
 * report.
 */
export async function watchCommand(
  args: Arguments,
  io: Io,
  moments: AsyncIterable<unknown> & Partial<Pick<Moments, 'follow'>> = new Moments(args, io.cwd),
): Promise<number> {
  if (args.paths.includes('-')) throw new UsageError('--watch cannot follow standard input. Name files or folders.');
  let code = 0;
  const lookedFor: Io['lookedFor'] = (beside) => moments.follow?.(beside);
  for await (const _ of moments) {
    io.out(`${began}\n`);
    code = await lintOnce(args, { ...io, lookedFor });
    if (io.out(`${ended}\n`) !== 'written') break;
  }
  return code;
}

async function lintOnce(args: Arguments, io: Io): Promise<number> {
  try {
    return await lintCommand(args, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printMistake(error, io);
    return 2;
  }
}
