import type { Diagnostic, DiagnosticFix } from '../diagnostic.ts';
import type { Report } from '../report.ts';
import { Lines } from '../tree/lines.ts';
import { markBefore } from '../tree/source-text.ts';

/**
 * Looks up a file's text by lines, without its byte order mark, as positions count, and with stars for its secrets. Each
 * file is split once.
 */
export type LinesOf = (path: string) => Lines | undefined;

/** Makes the lookup for a report's files; undefined for a file whose text was not kept. */
export function linesByPath(report: Report): LinesOf {
  const files = new Map(report.files.map((file) => [file.path, file]));
  const split = new Map<string, Lines | undefined>();
  return (path) => {
    if (!split.has(path)) {
      const { text, secrets } = files.get(path) ?? {};
      const body = text?.slice(markBefore(text).length);
      split.set(path, body === undefined ? undefined : new Lines(secrets?.mask(body) ?? body));
    }
    return split.get(path);
  };
}

/** The fix of a finding where a format may show it: not one that would write a secret. `--fix` makes it all the same. */
export function fixesToShow(report: Report): (diagnostic: Diagnostic) => DiagnosticFix | undefined {
  const secrets = new Map(report.files.map((file) => [file.path, file.secrets]));
  return ({ path, fix }) => (fix?.edits.some(({ text }) => secrets.get(path)?.isIn(text)) ? undefined : fix);
}
