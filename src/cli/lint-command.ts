import { visibleLine } from '../text/visible.ts';
import { Timing } from '../timing.ts';
import type { Arguments } from './args.ts';
import type { Io } from './io.ts';
import { lintFiles } from './lint-files.ts';
import { type LintReport, requireFormats, writeReport } from './write-report.ts';

/** What a run came to. */
export interface Outcome {
  /** 0 nothing that counts, 1 findings, 2 could not run as asked. */
  readonly code: number;
  /** What was found, also where something else went wrong. */
  readonly report: LintReport;
}

/** Lints, reports, and gives the exit code. */
export async function lintCommand(args: Arguments, io: Io): Promise<number> {
  const { code, report } = await lintAndReport(args, io);
  io.linted?.(report.files.filter(({ resources }) => resources > 0).length);
  return code;
}

/** The same for those who do more with the report than the formats of the command line do. */
export async function lintAndReport(args: Arguments, io: Io): Promise<Outcome> {
  requireFormats(args.outputs, io.cwd);
  const tell = (line: string): void => io.note(visibleLine(`cloudrun-lint: ${line}`));

  const baseline = await openBaseline(args, io);
  const repairs = await startRepairs(args);
  const timing = args.timing ? new Timing() : undefined;
  const run = await lintFiles(args, io, { baseline, repairs, timing });
  const { diagnostics, verdict, problems, refusals } = run;
  for (const refusal of refusals) io.err(`cloudrun-lint: ${refusal}`);
  for (const problem of [...problems, ...(repairs?.problems ?? [])]) io.err(visibleLine(problem));
  const patched = repairs ? io.out(repairs.patch) : 'written';
  const outputs = args.repair.onlyShow ? args.outputs.filter(({ file }) => file !== undefined) : args.outputs;
  const faults = [...refusals, ...problems, ...(repairs?.problems ?? [])];
  const { files, passedOver, leftOut, rules } = run;
  const report = { diagnostics, files, passedOver, leftOut, rules, problems: faults };
  const linted = timing?.now() ?? 0;
  const written = await writeReport(report, { ...args, outputs }, io);
  timing?.step('report', linted);
  if (timing) for (const line of (await import('./timing-lines.ts')).timingLines(timing)) io.note(line);

  if (patched !== 'refused') for (const line of repairs?.summary ?? []) tell(line);
  const failed = !written || patched === 'refused' || faults.length > 0;
  if (failed || diagnostics.some(({ rule }) => rule === 'internal-error')) return { code: 2, report };
  if (baseline && args.updateBaseline) {
    tell(await baseline.update());
    return { code: 0, report };
  }
  if (baseline?.summary) tell(baseline.summary);
  if (verdict.failure === undefined) return { code: 0, report };
  tell(`failed: ${verdict.failure}.`);
  return { code: 1, report };
}

async function openBaseline(args: Arguments, io: Io) {
  if (args.baseline === undefined && !args.updateBaseline) return undefined;
  return (await import('./baseline-file.ts')).BaselineFile.open(args, io);
}

async function startRepairs(args: Arguments) {
  return args.repair.tier === 'none' ? undefined : new (await import('./repairs.ts')).Repairs(args);
}
