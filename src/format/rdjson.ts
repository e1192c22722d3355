import type { DiagnosticFix } from '../diagnostic.ts';
import { homepage, rulePageUrl } from '../links.ts';
import type { Formatter } from '../report.ts';
import { unsuppressed } from '../report.ts';
import type { Lines } from '../yaml/lines.ts';
import type { Position, Range } from '../yaml/span.ts';
import { inert } from './markdown-text.ts';
import { linesByPath } from './texts.ts';
import { visible, visibleJson } from './visible.ts';

/**
 * Reviewdog's diagnostic format. Its columns count UTF-8 bytes, and its messages are posted as Markdown.
 * It reads no field that it does not know, so there are no related places.
 */
export const rdjson: Formatter = (report) => {
  const pages = new Map(report.rules.map((page) => [page.id, page]));
  const linesOf = linesByPath(report);
  return visibleJson({
    source: { name: 'cloudrun-lint', url: homepage },
    diagnostics: unsuppressed(report).map(({ path, rule, severity, message, range, fix }) => {
      const lines = linesOf(path);
      const page = pages.get(rule);
      return {
        message: inert(visible(message)),
        location: { path, range: inBytes(range, lines) },
        severity: severity.toUpperCase(),
        code: { value: rule, url: page && rulePageUrl(page) },
        suggestions: fix?.safe && lines ? [suggestion(fix, lines)] : undefined,
      };
    }),
  });
};

/** One replacement from the first edit to the last: reviewdog takes several as alternatives. */
function suggestion(fix: DiagnosticFix, lines: Lines) {
  const edits = fix.edits.toSorted((a, b) => a.start - b.start);
  const span = { start: edits[0]?.start ?? 0, end: edits.at(-1)?.end ?? 0 };
  let text = '';
  let behind = span.start;
  for (const edit of edits) {
    text += lines.text.slice(behind, edit.start) + edit.text;
    behind = edit.end;
  }
  return { range: inBytes(lines.range(span), lines), text };
}

function inBytes({ start, end }: Range, lines: Lines | undefined): Range {
  return { start: positionInBytes(start, lines), end: positionInBytes(end, lines) };
}

const encoder = new TextEncoder();

function positionInBytes({ line, column }: Position, lines: Lines | undefined): Position {
  if (lines === undefined) return { line, column };
  return { line, column: encoder.encode(lines.line(line).slice(0, column - 1)).length + 1 };
}
