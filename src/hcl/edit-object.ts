import type { Edit } from '../tree/edit.ts';
import type { ObjectEntry, ObjectExpression } from './ast.ts';
import { indentAt, isFirstOnLine, isLastOnLine, lineStart, nextLine } from './layout.ts';
import { type NewText, writtenEntry, writtenKey } from './write.ts';

/**
 * Adds an entry to an object, behind the last one: on a line of its own where the others have theirs, or where it is the
 * first one. undefined where there are comments in the way, or the entry wants lines and the others have none.
 */
export function insertEntry(
  text: string,
  object: ObjectExpression,
  key: string,
  value: NewText,
): readonly Edit[] | undefined {
  const last = object.entries.at(-1);
  const closing = object.end - 1;
  const behind = text.slice(last?.end ?? object.start + 1, closing);
  const comma = /^\s*,/.exec(behind)?.[0] ?? '';
  const indent = last && behind.includes('\n') ? indentAt(text, last.start) : `${indentAt(text, object.start)}  `;
  const line = writtenEntry(key, value, indent, comma === '' ? '' : ',');
  if (!last) {
    if (behind.trim() === '') {
      return [{ start: object.start + 1, end: closing, text: `\n${line}${indentAt(text, object.start)}` }];
    }
    const at = lineStart(text, closing);
    return isFirstOnLine(text, closing) ? [{ start: at, end: at, text: line }] : undefined;
  }
  if (behind.includes('\n')) {
    const at = nextLine(text, last.end);
    return isLastOnLine(text, last.end) ? [{ start: at, end: at, text: line }] : undefined;
  }
  const isOneLine = value.comment === undefined && !value.text.includes('\n') && !/[#/]/.test(behind);
  const at = last.end + comma.length;
  return isOneLine
    ? [{ start: at, end: at, text: `${comma === '' ? ',' : ''} ${writtenKey(key)} = ${value.text}` }]
    : undefined;
}

/**
 * Takes entries out of an object: with their whole lines where they have lines of their own, `{}` where it has no
 * others. undefined where other things stand on their lines.
 */
export function removeEntries(
  text: string,
  object: ObjectExpression,
  entries: readonly ObjectEntry[],
): readonly Edit[] | undefined {
  const closing = object.end - 1;
  const isEmptied = entries.length === object.entries.length;
  if (isEmptied && !/#|\/\/|\/\*/.test(withoutSpans(text, object, entries))) {
    return [{ start: object.start + 1, end: closing, text: '' }];
  }
  const edits: Edit[] = [];
  for (const entry of entries) {
    if (isFirstOnLine(text, entry.start) && isLastOnLine(text, entry.end)) {
      edits.push({ start: lineStart(text, entry.start), end: nextLine(text, entry.end), text: '' });
      continue;
    }
    const at = object.entries.indexOf(entry);
    const next = object.entries[at + 1];
    const previous = object.entries[at - 1];
    const span = next
      ? { start: entry.start, end: next.start }
      : { start: previous?.end ?? entry.start, end: entry.end };
    if (/\n|#|\/\/|\/\*/.test(text.slice(span.start, span.end))) return undefined;
    edits.push({ ...span, text: '' });
  }
  return edits;
}

/** What stands in an object beside some of its entries and the comments behind these. */
function withoutSpans(text: string, object: ObjectExpression, entries: readonly ObjectEntry[]): string {
  const parts: string[] = [];
  let at = object.start + 1;
  for (const { start, end } of entries.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start));
    at = isLastOnLine(text, end) ? nextLine(text, end) : end;
  }
  return parts.join('') + text.slice(Math.min(at, object.end), object.end);
}
