import type { DiagnosticFix } from '../diagnostic.ts';
import { homepage, rulePageUrl } from '../links.ts';
import type { Formatter } from '../report.ts';
import { unsuppressed } from '../report.ts';
import { visible, visibleJson } from '../text/visible.ts';
import type { Lines } from '../tree/lines.ts';
import { markBefore } from '../tree/source-text.ts';
import { ByteColumns } from './byte-columns.ts';
import { inert } from './markdown-text.ts';
import { messageWithOthers } from './phrases.ts';
import { fixesToShow, linesByPath } from './texts.ts';

/** No one reviews a longer suggestion, and repeating much of a file for each finding would cost. */
const MAX_SUGGESTION = 2_000;

/**
 * Reviewdog's diagnostic format. Its columns count UTF-8 bytes, and its messages are posted as Markdown.
 * It reads no field that it does not know, so of related places only those in other files are told, in the message.
 */
export const rdjson: Formatter = (report) => {
  const pages = new Map(report.rules.map((page) => [page.id, page]));
  const linesOf = linesByPath(report);
  const fixOf = fixesToShow(report);
  const texts = new Map(report.files.map(({ path, text = '' }) => [path, text.slice(markBefore(text).length)]));
  const bytes = new Map<string, ByteColumns>();
  const bytesOf = (path: string, lines: Lines) => {
    const known = bytes.get(path) ?? new ByteColumns(lines);
    bytes.set(path, known);
    return known;
  };
  return visibleJson({
    source: { name: 'cloudrun-lint', url: homepage },
    diagnostics: unsuppressed(report).map((diagnostic) => {
      const { path, rule, severity, range } = diagnostic;
      const fix = fixOf(diagnostic);
      const lines = linesOf(path);
      const columns = lines && bytesOf(path, lines);
      const page = pages.get(rule);
      return {
        message: inert(visible(messageWithOthers(diagnostic))),
        location: { path, range: columns?.range(range) ?? range },
        severity: severity.toUpperCase(),
        code: { value: rule, url: page && rulePageUrl(page) },
        suggestions: fix?.safe && lines && columns ? suggestions(fix, lines, columns, texts.get(path)!) : undefined,
      };
    }),
  });
};

/**
 * One replacement from the first edit to the last, if they lie near and no secret lies between them: reviewdog takes
 * several as alternatives.
 */
function suggestions(fix: DiagnosticFix, lines: Lines, columns: ByteColumns, written: string) {
  const edits = fix.edits.toSorted((a, b) => a.start - b.start);
  const span = { start: edits[0]?.start ?? 0, end: edits.at(-1)?.end ?? 0 };
  if (span.end - span.start > MAX_SUGGESTION) return undefined;
  let text = '';
  let behind = span.start;
  for (const edit of edits) {
    const kept = lines.text.slice(behind, edit.start);
    if (kept !== written.slice(behind, edit.start)) return undefined;
    text += kept + edit.text;
    behind = edit.end;
  }
  return [{ range: columns.range(lines.range(span)), text }];
}
