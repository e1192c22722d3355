import { resolve } from 'node:path';
import { type Format, formats } from '../format/index.ts';
import type { Report } from '../report.ts';
import type { Rule } from '../rule.ts';
import { didYouMean } from '../text/suggest.ts';
import { harmless } from '../text/visible.ts';
import { version } from '../version.ts';
import { Bounds, outOfBounds } from './bounds.ts';
import { describeFault } from './fault.ts';
import { type Io, UsageError } from './io.ts';
import { withPages } from './pages.ts';
import type { KeptFiles } from './report-places.ts';
import { findRepository, findWorkingCopy } from './repository.ts';
import type { Output, ReportOptions } from './run-options.ts';
import { knowsLinks, toolName, wantsColors } from './terminal.ts';

/** What `--statistics` is written as, by the name of the format that it takes the place of. */
const countFormats: Readonly<Record<string, Format>> = {
  pretty: { load: async () => (await import('../format/statistics.ts')).statistics },
  json: { load: async () => (await import('../format/statistics.ts')).statisticsJson },
};

/** Throws for a format that does not exist, and for two that go to standard output, before any work is done. */
export function requireFormats({ outputs, statistics }: Pick<ReportOptions, 'outputs' | 'statistics'>): void {
  const names = Object.keys(formats);
  for (const { format } of outputs) {
    if (names.includes(format)) continue;
    throw new UsageError(
      `There is no format "${format}": it is one of ${names.join(', ')}.${didYouMean(format, names)}`,
    );
  }
  const uncounted = statistics ? outputs.find(({ format }) => !Object.hasOwn(countFormats, format)) : undefined;
  if (uncounted) throw new UsageError(`--statistics is written as pretty or json, not as ${uncounted.format}.`);
  const [first, second] = outputs.filter(({ file }) => file === undefined);
  if (!first || !second) return;
  throw new UsageError(
    `Both ${first.format} and ${second.format} would go to standard output. Write one of them elsewhere: --format ${second.format}=FILE.`,
  );
}

/** A report whose rules may still lack their prose. */
export type LintReport = Report & { readonly rules: readonly Rule[] };

/**
 * Writes the report in every format that was asked for; false if one of them could not be written.
 *
 * @param kept what none of them may replace
 */
export async function writeReport(
  report: LintReport,
  options: ReportOptions,
  io: Io,
  kept: KeptFiles,
): Promise<boolean> {
  let complete = true;
  for (const output of options.outputs) {
    const text = await formatReport(report, output, options, io);
    const written = output.file === undefined ? io.out(text) !== 'refused' : await write(text, output.file, io, kept);
    complete &&= written;
  }
  return complete;
}

/** The report in one format. */
export async function formatReport(
  report: LintReport,
  output: Output,
  options: Omit<ReportOptions, 'outputs'>,
  io: Io,
): Promise<string> {
  const copy = findWorkingCopy(io.cwd);
  const format = (options.statistics ? countFormats : formats)[output.format]!;
  const formatter = await format.load();
  const rules = withNeededPages(report, format);
  const repository = format.needsRepository ? findRepository(copy, io.env) : undefined;
  const text = formatter(
    { ...report, rules },
    {
      colors: output.file === undefined && wantsColors(options, io),
      links: output.file === undefined && knowsLinks(options, io),
      version,
      width: io.columns,
      root: '',
      ...copy,
      ...(options.maxFrames !== undefined && { maxFrames: options.maxFrames }),
      command: toolName(io),
      ...(options.sarifCategory && { category: options.sarifCategory }),
      ...(repository && { repository }),
    },
  );
  return harmless(text);
}

/** The rules with as much prose as the format shows. */
function withNeededPages({ rules, diagnostics }: { readonly rules: readonly Rule[] } & Report, { needsPages }: Format) {
  if (!needsPages || diagnostics.length === 0) return rules;
  return withPages(rules, new Set(diagnostics.map(({ rule }) => rule)));
}

async function write(text: string, file: string, io: Io, kept: KeptFiles): Promise<boolean> {
  const absolute = resolve(io.cwd, file);
  const reason =
    kept.reasonAgainst(absolute) ?? (new Bounds(io.cwd).isLeftByWritten(absolute) ? outOfBounds : undefined);
  const problem = reason ?? (await replace(absolute, text));
  kept.keep(absolute, 'another report lies there');
  if (problem !== undefined) io.err(`${file}: cannot be written: ${problem}`);
  return problem === undefined;
}

/** Why it could not be done; undefined where it was, and where a pipe has no reader any more. */
async function replace(absolute: string, text: string): Promise<string | undefined> {
  const { replaceFile } = await import('./replace-file.ts');
  try {
    await replaceFile(absolute, text);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPIPE' ? undefined : describeFault(error);
  }
}
