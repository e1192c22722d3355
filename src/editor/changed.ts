import type { Span } from '../tree/span.ts';

/** What of a text is not as it was: from the first to just behind the last character that differs, in the new text. */
export function changedSpan(before: string, after: string): Span {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: after.length - same };
}

/** The text with blanks in place of the whole lines that a span touches, so that every other place stays; and the lines. */
export function blankLines(text: string, { start, end }: Span): { readonly text: string; readonly span: Span } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A span that ends with a line break does not touch the line behind it.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', last);
  const to = next === -1 ? text.length : next;
  const blank = text.slice(from, to).replace(/[^\r\n]/g, ' ');
  return { text: text.slice(0, from) + blank + text.slice(to), span: { start: from, end: to } };
}
