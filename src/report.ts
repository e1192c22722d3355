import { type Diagnostic, type Severity, severities } from './diagnostic.ts';
import { groupBy } from './group-by.ts';
import type { RulePage } from './rule.ts';
import type { Secrets } from './secrecy.ts';

/** What one run found, ready to be formatted. Formatters get nothing else. */
export interface Report {
  /** Sorted by path, place and rule; suppressed ones included, marked. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every rule that the run could have reported, with its prose where the format needs it. */
  readonly rules: readonly RulePage[];
  /** The files that were linted, and those that a finding or a related place lies in besides. */
  readonly files: readonly ReportFile[];
  /** What could not be read or fixed, a line each: the report lacks what is to be found there. None if missing. */
  readonly problems?: readonly string[];
  /** How many more were read and hold nothing of Cloud Run; 0 where absent. Of these only the number is kept. */
  readonly passedOver?: number;
  /** How many findings `--quiet` keeps out of `diagnostics`; 0 where absent. */
  readonly leftOut?: number;
}

/** A file of the run. */
export interface ReportFile {
  /** As in `Diagnostic.path`. */
  readonly path: string;
  /**
   * The text, kept only for files with findings: code frames, snippets and line hashes need it.
   * A byte order mark is part of it: GitHub hashes it too.
   */
  readonly text?: string;
  /** What no format may show of the text; absent where it holds no secret. */
  readonly secrets?: Secrets;
  /** How many Cloud Run objects it holds. */
  readonly resources: number;
  /** False for one that was only read for the sake of others, which no number counts. */
  readonly linted?: false;
}

/** What a formatter may know of its surroundings. */
export interface FormatOptions {
  /** Whether the reader shows ANSI colours; only formats for people use them. */
  readonly colors: boolean;
  /** Whether the reader follows links in the text (OSC 8); absent where it does not. */
  readonly links?: boolean;
  /** How many findings `pretty` shows with their lines; its own number where absent. */
  readonly maxFrames?: number;
  /** What to type for the tool, such as `npx cloudrun-lint`; its name where absent. */
  readonly command?: string;
  /** The tool's version. */
  readonly version: string;
  /** Terminal columns, for wrapping; 80 where unknown. */
  readonly width: number;
  /** The prefix that makes `Diagnostic.path` relative to the repository's root ("" or "deploy/"). */
  readonly root: string;
  /** The repository's root as an absolute path with forward slashes, where there is one: some paths are absolute. */
  readonly rootFolder?: string;
  /** What tells this run from others over the same commit, where there are several: code scanning's category. */
  readonly category?: string;
  /** Where the files come from, where that is known: SARIF tells it, and Markdown links to it. */
  readonly repository?: Repository;
}

/** The version control repository that holds the files of a run. */
export interface Repository {
  /** An absolute URI: `https://github.com/shop/web`. */
  readonly uri: string;
  /** The commit. */
  readonly revision?: string;
  /** The short name of the branch, or of what else a build server runs for; absent where unknown. */
  readonly branch?: string;
  /** What stands between `uri` and a commit in the address of a file, where a build server says who serves it. */
  readonly blobs?: 'blob' | '-/blob';
}

/** A report as text that ends in a newline, or "" for nothing. Pure. */
export type Formatter = (report: Report, options: FormatOptions) => string;

/** The diagnostics that count: neither ignored nor in the baseline. In the report's order. */
export function unsuppressed(report: Report): readonly Diagnostic[] {
  return report.diagnostics.filter((diagnostic) => diagnostic.suppressed === undefined);
}

/** The gravest first; the given order among equals. */
export function gravestFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** The diagnostics of each file, in the given order. */
export function byPath(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  return groupBy(diagnostics, ({ path }) => path);
}

/** The report in numbers. */
export interface Summary {
  /** Files read. */
  readonly files: number;
  /** Cloud Run objects in them. */
  readonly resources: number;
  /** Unsuppressed findings of severity `error`. */
  readonly errors: number;
  /** Unsuppressed findings of severity `warning`. */
  readonly warnings: number;
  /** Unsuppressed findings of severity `info`. */
  readonly infos: number;
  /** Found, but ignored or in the baseline; not in the other numbers. */
  readonly suppressed: number;
  /** Found and counting, but kept out of the report by `--quiet`; not in the other numbers. */
  readonly leftOut: number;
  /** Among the unsuppressed: how many `--fix` fixes, and how many more `--fix-unsafe` does. */
  readonly fixable: { readonly safe: number; readonly unsafe: number };
}

/** Counts a report. */
export function summarise(report: Report): Summary {
  const active = unsuppressed(report);
  const of = (severity: Severity) => active.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    files: report.files.filter(({ linted }) => linted !== false).length + (report.passedOver ?? 0),
    resources: report.files.reduce((sum, file) => sum + file.resources, 0),
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    suppressed: report.diagnostics.length - active.length,
    leftOut: report.leftOut ?? 0,
    fixable: {
      safe: active.filter(({ fix }) => fix?.safe === true).length,
      unsafe: active.filter(({ fix }) => fix?.safe === false).length,
    },
  };
}
