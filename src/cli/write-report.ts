import { resolve } from 'node:path';
import { type Format, formats } from '../format/index.ts';
import type { Report } from '../report.ts';
import type { Rule } from '../rule.ts';
import { didYouMean } from '../text/suggest.ts';
import { visibleLine } from '../text/visible.ts';
import { version } from '../version.ts';
import type { Arguments, Output } from './args.ts';
import { describeFault } from './fault.ts';
import { type Io, UsageError } from './io.ts';
import { withPages } from './pages.ts';
import { findRepository, findWorkingCopy } from './repository.ts';

/** Throws for a format that does not exist, and for two that go to one place, before any work is done. */
export function requireFormats(outputs: readonly Output[], cwd: string): void {
  const names = Object.keys(formats);
  const taken = new Map<string | undefined, string>();
  for (const { format, file } of outputs) {
    if (!names.includes(format)) {
      throw new UsageError(
        `There is no format "${format}": it is one of ${names.join(', ')}.${didYouMean(format, names)}`,
      );
    }
    const place = file === undefined ? undefined : resolve(cwd, file);
    const other = taken.get(place);
    if (other !== undefined) {
      const where = file === undefined ? 'standard output' : `"${file}"`;
      throw new UsageError(
        `Both ${other} and ${format} would go to ${where}. Write one of them elsewhere: --format ${format}=FILE.`,
      );
    }
    taken.set(place, format);
  }
}

/** A report whose rules may still lack their prose. */
export type LintReport = Report & { readonly rules: readonly Rule[] };

/** Writes the report in every format that was asked for; false if one of them could not be written. */
export async function writeReport(report: LintReport, args: Arguments, io: Io): Promise<boolean> {
  let complete = true;
  for (const output of args.outputs) {
    const text = await formatReport(report, output, args, io);
    complete = (await write(text, output, io)) && complete;
  }
  return complete;
}

/** The report in one format. */
export async function formatReport(report: LintReport, output: Output, args: Arguments, io: Io): Promise<string> {
  const copy = findWorkingCopy(io.cwd);
  const format = formats[output.format]!;
  const formatter = await format.load();
  const rules = withNeededPages(report, format);
  const repository = format.needsRepository ? findRepository(copy, io.env) : undefined;
  return formatter(
    { ...report, rules },
    {
      colors: output.file === undefined && wantsColors(args, io),
      version,
      width: io.columns,
      root: '',
      ...copy,
      ...(args.sarifCategory && { category: args.sarifCategory }),
      ...(repository && { repository }),
    },
  );
}

/** The rules with as much prose as the format shows. */
function withNeededPages({ rules, diagnostics }: { readonly rules: readonly Rule[] } & Report, { needsPages }: Format) {
  if (needsPages === 'always') return withPages(rules);
  if (needsPages === undefined || diagnostics.length === 0) return rules;
  return withPages(rules, new Set(diagnostics.map(({ rule }) => rule)));
}

async function write(text: string, { file }: Output, io: Io): Promise<boolean> {
  if (file === undefined) return io.out(text) !== 'refused';
  const { replaceFile } = await import('./replace-file.ts');
  try {
    await replaceFile(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return true;
    io.err(visibleLine(`${file}: cannot be written: ${describeFault(error)}`));
    return false;
  }
}

/** Colour where a person reads: a terminal, unless NO_COLOR or --color say otherwise. */
export function wantsColors({ color }: Pick<Arguments, 'color'>, io: Io): boolean {
  if (color !== 'auto') return color === 'always';
  return io.isTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}
