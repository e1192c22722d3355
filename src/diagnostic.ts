import type { Range, Span } from './tree/span.ts';

/** error: refused, or cannot work. warning: bites at run time. info: advice. */
export type Severity = 'error' | 'warning' | 'info';

/** Severities from the mildest to the gravest; compare by index. */
export const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** One replacement in the text of the file: UTF-16 offsets, and what to put there. */
export interface TextEdit extends Span {
  /** What stands in place of the span afterwards; "" deletes it. */
  readonly text: string;
}

/** A fix. `safe` ones never change cost or behaviour beyond the mistake itself. */
export interface DiagnosticFix {
  /** What it does, in the imperative: "Quote the value". */
  readonly title: string;
  /** Whether `--fix` makes it; the others need `--fix-unsafe`. */
  readonly safe: boolean;
  /** By place. They make the fix together or not at all. */
  readonly edits: readonly TextEdit[];
}

/** Another place that takes part in the finding, such as the second container. */
export interface Related {
  /** Its file; absent where that is the diagnostic's own. */
  readonly path?: string;
  /** What the place has to do with the finding, as a sentence on one line. */
  readonly message: string;
  /** Lines and columns, 1-based. */
  readonly range: Range;
  /** The same as UTF-16 offsets in the text of the file. */
  readonly span: Span;
}

/** Why a diagnostic is known but not counted. */
export interface Suppression {
  /** A comment in the file, an override of the configuration, or the baseline. */
  readonly by: 'comment' | 'config' | 'baseline';
  /** What the comment or the configuration gives as the reason; absent where it gives none. */
  readonly reason?: string;
}

/** The Cloud Run object that a diagnostic is about. Names are absent where the file has none or a placeholder. */
export interface Subject {
  /** The `kind` of the document. */
  readonly kind: 'Service' | 'Job' | 'WorkerPool' | 'Instance';
  /** Its `metadata.name`. */
  readonly name?: string;
  /** The name of the container that the place lies in; absent outside of containers. */
  readonly container?: string;
}

/** A finding with everything that a formatter may show: final severity, exact place, identity. */
export interface Diagnostic {
  /** As the user would type it: relative to the working directory where it lies below it, forward slashes. */
  readonly path: string;
  /** The rule's id. */
  readonly rule: string;
  /** The rule's own, or what configuration or command line make of it. */
  readonly severity: Severity;
  /** One sentence or more, without a newline; the first stands alone. */
  readonly message: string;
  /** What to write in this very file, on one line; absent where the message ends with it. */
  readonly help?: string;
  /** What gcloud or Cloud Run would say of this very finding; absent where nothing is published that fits it. */
  readonly predicts?: string;
  /** Lines and columns, 1-based; from the first character to just behind the last one. */
  readonly range: Range;
  /** The same as UTF-16 offsets in the text of the file. What is missing has the place of what lacks it. */
  readonly span: Span;
  /** RFC 6901 pointer into the YAML document, naming also what is missing; "" for the whole file. */
  readonly pointer: string;
  /** Stable over moved lines and reordered containers: rule, object and a path with names in place of list indexes. */
  readonly fingerprint: string;
  /** The manifest that it was found from and the place there; absent where `path` is the manifest. */
  readonly about?: { readonly path: string; readonly span: Span };
  /** Absent for findings about a file as a whole. */
  readonly subject?: Subject;
  /** In which words the object is written: Terraform's or the v2 API's; absent where they are those of a v1 manifest. */
  readonly form?: 'hcl' | 'v2';
  /** [] where the finding is about one place alone. */
  readonly related: readonly Related[];
  /** Absent where there is no fix, or it could not be made in this text. */
  readonly fix?: DiagnosticFix;
  /** Absent for findings that count. */
  readonly suppressed?: Suppression;
}

/** Orders by path, then place, then rule id. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.path, b.path) || a.span.start - b.span.start || compareText(a.rule, b.rule);
}

/** Drops what is said twice: the same rule saying the same of the same place. The diagnostics are sorted. */
export function withoutTwins(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  let said = new Set<string>();
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    const next = sorted[index + 1];
    if (!before || !isAt(before, diagnostic)) {
      if (!next || !isAt(next, diagnostic)) return true;
      said = new Set();
    }
    const saying = `${diagnostic.span.end}:${diagnostic.message}`;
    return !said.has(saying) && said.add(saying);
  });
}

function isAt(other: Diagnostic, { path, rule, span }: Diagnostic): boolean {
  return other.rule === rule && other.span.start === span.start && other.path === path;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True if `severity` is `least` or graver. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}
