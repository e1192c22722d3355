import { rules as allRules } from '../../rules/index.ts';
import { atLeast, type Diagnostic } from '../diagnostic.ts';
import { visibleLine } from '../format/visible.ts';
import { applyLevels, applyProfile } from '../policy/profile.ts';
import { didYouMean } from '../suggest.ts';
import type { Arguments } from './args.ts';
import { type Io, UsageError } from './io.ts';
import { lintFiles } from './lint-files.ts';
import { requireFormats, writeReport } from './write-report.ts';

/** Lints, reports, and gives the exit code: 0 nothing that counts, 1 findings, 2 could not run as asked. */
export async function lintCommand(args: Arguments, io: Io): Promise<number> {
  for (const id of args.levels.keys()) requireRule(id);
  requireFormats(args.outputs);

  const rules = applyLevels(applyProfile(allRules, args.profile), args.levels);
  const { diagnostics, files, problems } = await lintFiles(args, rules, io);
  for (const problem of problems) io.err(visibleLine(problem));
  const written = await writeReport({ diagnostics, files, rules }, args, io);

  if (!written || problems.length > 0 || diagnostics.some(({ rule }) => rule === 'internal-error')) return 2;
  return diagnostics.some((diagnostic) => counts(diagnostic, args)) ? 1 : 0;
}

function counts(diagnostic: Diagnostic, { failOn }: Arguments): boolean {
  return failOn !== 'never' && !diagnostic.suppressed && atLeast(diagnostic.severity, failOn);
}

function requireRule(id: string): void {
  const ids = allRules.map((rule) => rule.id);
  if (!ids.includes(id)) throw new UsageError(`There is no rule "${id}".${didYouMean(id, ids)}`);
}
