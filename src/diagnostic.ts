import type { Range, Span } from './yaml/span.ts';

/** error: refused, or cannot work. warning: bites at run time. info: advice. */
export type Severity = 'error' | 'warning' | 'info';

/** Severities from the mildest to the gravest; compare by index. */
export const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** One replacement in the text of the file: UTF-16 offsets, and what to put there. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A repair. `safe` ones never change cost or behaviour beyond the mistake itself. */
export interface DiagnosticFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that takes part in the finding, such as the second container. Always in the same file. */
export interface Related {
  readonly message: string;
  readonly range: Range;
  readonly span: Span;
}

/** Why a diagnostic is known but not counted. */
export interface Suppression {
  readonly by: 'comment' | 'config' | 'baseline';
  readonly reason?: string;
}

/** The Cloud Run object that a diagnostic is about. Names are absent where the file has none or a placeholder. */
export interface Subject {
  readonly kind: 'Service' | 'Job' | 'WorkerPool';
  readonly name?: string;
  readonly container?: string;
}

/** A finding with everything that a formatter may show: final severity, exact place, identity. */
export interface Diagnostic {
  /** As the user would type it: relative to the working directory where it lies below it, forward slashes. */
  readonly path: string;
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence or more, without a newline; the first stands alone. */
  readonly message: string;
  readonly range: Range;
  readonly span: Span;
  /** RFC 6901 pointer into the YAML document, naming also what is missing; "" for the whole file. */
  readonly pointer: string;
  /** Stable over moved lines and reordered containers: rule, object and a path with names in place of list indexes. */
  readonly fingerprint: string;
  readonly subject?: Subject;
  readonly related: readonly Related[];
  readonly fix?: DiagnosticFix;
  readonly suppressed?: Suppression;
}

/** Orders by path, then place, then rule id. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.path, b.path) || a.span.start - b.span.start || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True if `severity` is `least` or graver. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}
