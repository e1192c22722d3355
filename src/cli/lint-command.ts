import { nothingLinted } from '../format/phrases.ts';
import { plural } from '../text/sentences.ts';
import { Timing } from '../timing.ts';
import { Baselines } from './baselines.ts';
import type { Rewriter } from './fixer.ts';
import { type Io, UsageError } from './io.ts';
import { lintFiles, type Run } from './lint-files.ts';
import { nearNames } from './near-names.ts';
import { requirePlaces } from './report-places.ts';
import type { RunOptions } from './run-options.ts';
import { type LintReport, requireFormats, writeReport } from './write-report.ts';

/** What a run came to. */
export interface Outcome {
  /** 0 nothing that counts, 1 findings, 2 could not run as asked. */
  readonly code: number;
  /** What was found, also where something else went wrong. */
  readonly report: LintReport;
}

/** Lints, reports, and gives the exit code. */
export async function lintCommand(options: RunOptions, io: Io): Promise<number> {
  const { code, report } = await lintAndReport(options, io);
  io.linted?.(report.files.filter(({ resources }) => resources > 0).length);
  return code;
}

/** The same for those who do more with the report than the formats of the command line do. */
export async function lintAndReport(options: RunOptions, io: Io): Promise<Outcome> {
  requireFormats(options);
  requirePlaces(options, io.cwd);
  const note = (line: string): void => io.note(`cloudrun-lint: ${line}`);

  const baselines = new Baselines(options, io.cwd);
  const rewriter = await startRewriting(options);
  const timing = options.timing ? new Timing() : undefined;
  const run = await lintFiles(options, io, { baselines, rewriter, timing });
  const { diagnostics, verdict, problems } = run;
  const refusals = await printRefusals(run);
  for (const [first, ...more] of refusals) io.err(`cloudrun-lint: ${first}`, more);
  for (const problem of [...problems, ...(rewriter?.problems ?? [])]) io.err(problem);
  const patched = rewriter ? io.patch(rewriter.patch) : 'written';
  const outputs = options.fixing.onlyShow ? options.outputs.filter(({ file }) => file !== undefined) : options.outputs;
  const lack = options.requireResources && isEmpty(run) ? [nothingFound] : [];
  for (const line of lack) io.err(`cloudrun-lint: ${line}`);
  const faults = [...lack, ...refusals.map((lines) => lines.join('\n')), ...problems, ...(rewriter?.problems ?? [])];
  if (options.config === undefined) {
    const unread = nearNames(io.cwd);
    if (unread !== undefined) note(unread);
  }
  for (const line of whatWasNotLinted(run, options)) note(line);
  const { files, passedOver, leftOut, rules } = run;
  const report = { diagnostics, files, passedOver, leftOut, rules, problems: faults };
  const linted = timing?.now() ?? 0;
  const written = await writeReport(report, { ...options, outputs }, io, run.kept);
  timing?.step('report', linted);
  if (timing) for (const line of (await import('./timing-lines.ts')).timingLines(timing)) io.note(line);

  if (patched !== 'refused') for (const line of rewriter?.summary ?? []) note(line);
  const failed = !written || patched === 'refused' || faults.length > 0;
  if (failed || diagnostics.some(({ rule }) => rule === 'internal-error')) return { code: 2, report };
  if (options.updateBaseline) {
    for (const line of await baselines.update()) note(line);
    return { code: 0, report };
  }
  for (const { summary } of baselines.all) if (summary) note(summary);
  if (verdict.failure === undefined) return { code: 0, report };
  note(`failed: ${verdict.failure}.`);
  return { code: 1, report };
}

/** What is told where a run that had to find something found nothing. */
const nothingFound = 'No Cloud Run service, job, worker pool or instance was found (--require-resources).';

/** So many named files are told one by one. */
const mostNamed = 5;

/** Named files that are not Cloud Run's, and that nothing was linted at all, where the report does not say so. */
function whatWasNotLinted(run: Run, { outputs, ignoreUnrecognized, changed, requireResources }: RunOptions): string[] {
  const { files, passedOver, unrecognized, problems } = run;
  const isSaid = outputs.some(({ format, file }) => format === 'pretty' && file === undefined);
  if (isEmpty(run) && !run.diagnostics.length && problems.length === 0 && !ignoreUnrecognized) {
    if (isSaid || requireResources) return [];
    if (changed !== undefined && files.length + passedOver === 0) return [`no file has changed since ${changed}.`];
    return [nothingLinted(files.length + passedOver)].map((line) => `${line.charAt(0).toLowerCase()}${line.slice(1)}`);
  }
  const named = unrecognized.slice(0, mostNamed).map((path) => `${path}: holds nothing that Cloud Run deploys.`);
  const more = unrecognized.length - named.length;
  return more > 0 ? [...named, `${plural(more, 'more named file')} of that kind.`] : named;
}

function isEmpty({ files }: Run): boolean {
  return files.every(({ resources }) => resources === 0);
}

/** What is wrong with configurations. Throws a `UsageError` where that left nothing to lint. */
async function printRefusals({ refusals, rules }: Run): Promise<readonly (readonly string[])[]> {
  if (refusals.length === 0) return [];
  const { printRefusal } = await import('./print-refusal.ts');
  const printed = refusals.map(printRefusal);
  if (rules.length === 0) throw new UsageError(printed[0]!);
  return printed;
}

async function startRewriting(options: RunOptions): Promise<Rewriter | undefined> {
  const { addIgnores } = options;
  if (addIgnores !== undefined) return new (await import('./ignore-writer.ts')).IgnoreWriter(addIgnores);
  return options.fixing.tier === 'none' ? undefined : new (await import('./fixer.ts')).Fixer(options);
}
