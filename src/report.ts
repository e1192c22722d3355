import type { Diagnostic } from './diagnostic.ts';
import type { RulePage } from './rule.ts';

/** What one run found, ready to be formatted. Formatters get nothing else. */
export interface Report {
  /** Sorted by path, place and rule; suppressed ones included, marked. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every rule that the run could have reported, with its prose where the format needs it. */
  readonly rules: readonly RulePage[];
  /** The files that were read, Cloud Run's or not. */
  readonly files: readonly ReportFile[];
}

/** A file of the run. */
export interface ReportFile {
  readonly path: string;
  /** The text, kept only for files with findings: code frames, snippets and line hashes need it. */
  readonly text?: string;
  /** How many Cloud Run objects it holds. */
  readonly resources: number;
}

/** What a formatter may know of its surroundings. */
export interface FormatOptions {
  readonly colors: boolean;
  /** The tool's version. */
  readonly version: string;
  /** Terminal columns, for wrapping; 80 where unknown. */
  readonly width: number;
  /** The prefix that makes `Diagnostic.path` relative to the repository's root ("" or "deploy/"). */
  readonly root: string;
}

/** A report as text that ends in a newline, or "" for nothing. Pure. */
export type Formatter = (report: Report, options: FormatOptions) => string;
