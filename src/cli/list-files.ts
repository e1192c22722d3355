import { visibleLine } from '../text/visible.ts';
import type { Arguments } from './args.ts';
import { Baselines } from './baselines.ts';
import type { Io } from './io.ts';
import { lintFiles } from './lint-files.ts';

/**
 * `--list-files`: the files that linting would report on, one a line: those that hold something of Cloud Run, and those
 * that were named and cannot be read as such. What is excluded is not among them.
 */
export async function listFiles(args: Arguments, io: Io): Promise<number> {
  const { files, diagnostics, problems } = await lintFiles(args, io, {
    baselines: new Baselines(args, io.cwd),
    rewriter: undefined,
    timing: undefined,
  });
  const found = new Set(diagnostics.map(({ about, path }) => about?.path ?? path));
  for (const { path, resources } of files) if (resources > 0 || found.has(path)) io.out(`${visibleLine(path)}\n`);
  for (const problem of problems) io.err(problem);
  return problems.length > 0 ? 2 : 0;
}
