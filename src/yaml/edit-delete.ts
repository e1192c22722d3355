import { isMap, isPair, type Pair, type ParsedNode } from 'yaml';
import { type AnyField, type Edit, type Edits, lift } from './edit.ts';
import {
  type Collection,
  commaAfter,
  contentEnd,
  contentStart,
  hasBrackets,
  indexIn,
  leadingSpace,
  lineEnd,
  lineStart,
} from './extent.ts';

/** What becomes of a mapping or list that loses its last entry: removed with its key, or left as `{}` or `[]`. */
export type Emptied = 'remove' | 'keep';

/**
 * Takes an entry out of its mapping, or an item out of its list: its whole lines, with the comment behind it. Comments
 * on lines of their own stay.
 */
export function deleteEntry(field: AnyField, emptied: Emptied = 'keep'): Edits {
  const { parent } = field;
  const collection = parent?.written.node as Collection | null | undefined;
  const { isShared, host } = field.written;
  const index = collection && 'items' in collection ? indexIn(collection, identityOf(field)) : -1;
  if (isShared || !parent || !collection || index === -1) return undefined;
  if (collection.items.length === 1) return deleteLast(parent, collection, emptied);
  if (!collection.flow) return host ? undefined : deleteFromBlock(field, collection, index);
  return hasBrackets(field.written.text, collection) ? deleteFromFlow(field, collection, index) : undefined;
}

/** What tells a field's entry or item from its siblings. */
export function identityOf(field: AnyField): unknown {
  return field.written.key ?? field.written.node;
}

function deleteLast(parent: AnyField, collection: Collection, emptied: Emptied): Edits {
  const { text, key } = parent.written;
  const [start, end] = collection.range;
  const nothing = isMap(collection) ? '{}' : '[]';
  if (emptied === 'remove' && parent.parent && key) return deleteEntry(parent, emptied);
  if (collection.flow) {
    return hasBrackets(text, collection) ? lift(parent, [{ start, end, text: nothing }]) : undefined;
  }
  if (!key) return undefined;
  const only = collection.items[0] as Pair | ParsedNode;
  const colon = text.indexOf(':', key.range[1]);
  const first = dashOrKey(text, collection, only);
  const last = contentEnd(text, only);
  if (last === undefined || first === undefined || lineStart(parent.source, first) <= colon) return undefined;
  const lines = wholeLines(parent, first, last);
  if (!lines) return undefined;
  const braces = ` ${nothing}`;
  if (lines.start === colon + 1) return [{ ...lines, text: braces }];
  return [{ start: colon + 1, end: colon + 1, text: braces }, lines];
}

function deleteFromBlock(field: AnyField, collection: Collection, index: number): Edits {
  const { text } = field.written;
  const part = collection.items[index] as Pair | ParsedNode;
  const start = dashOrKey(text, collection, part);
  const end = contentEnd(text, part);
  if (start === undefined || end === undefined) return undefined;
  const lines = wholeLines(field, start, end);
  if (lines) return [lines];
  const prefix = text.slice(lineStart(field.source, start), start);
  const next = collection.items[index + 1] as Pair | ParsedNode | undefined;
  const nextStart = next && dashOrKey(text, collection, next);
  if (index > 0 || !/^ *(?:- +)+$/.test(prefix) || nextStart === undefined) return undefined;
  const gap = text.slice(lineEnd(text, end), nextStart);
  return [{ start, end: /^\r?\n *$/.test(gap) ? nextStart : end, text: '' }];
}

/** All lines from `start` to `end` with their line breaks; undefined where something else stands on them. */
function wholeLines(field: AnyField, start: number, end: number): Edit | undefined {
  const { text } = field.written;
  const from = lineStart(field.source, start);
  const to = lineEnd(text, end);
  if (!/^ *$/.test(text.slice(from, start)) || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, to))) return undefined;
  if (to < text.length) return { start: from, end: text.indexOf('\n', to) + 1, text: '' };
  const before = text[from - 2] === '\r' ? from - 2 : from - 1;
  return { start: Math.max(0, before), end: to, text: '' };
}

function deleteFromFlow(field: AnyField, collection: Collection, index: number): Edits {
  const { text, host } = field.written;
  const part = collection.items[index] as Pair | ParsedNode;
  const start = contentStart(part);
  const end = contentEnd(text, part);
  if (start === undefined || end === undefined) return undefined;
  const comma = commaAfter(text, end, collection.range[1]);
  const previous = index > 0 ? contentEnd(text, collection.items[index - 1] as Pair | ParsedNode) : undefined;
  if (!host && leadingSpace(text, start) !== undefined) {
    const at = lineEnd(text, end);
    if ((comma ?? 0) <= at && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(text.slice(end, at))) {
      const from = lineStart(field.source, start);
      const line: Edit = { start: from, end: Math.min(text.length, text.indexOf('\n', at) + 1), text: '' };
      if (comma !== undefined || previous === undefined) return [line];
      const behind = commaAfter(text, previous, start);
      return behind === undefined ? undefined : [{ start: behind - 1, end: behind, text: '' }, line];
    }
  }
  const next = collection.items[index + 1] as Pair | ParsedNode | undefined;
  const nextStart = next && contentStart(next);
  const [from, to] = nextStart !== undefined ? [start, nextStart] : [previous ?? start, end];
  return text.slice(from, to).includes('#') && holdsComment(text.slice(from, to))
    ? undefined
    : lift(field, [{ start: from, end: to, text: '' }]);
}

function holdsComment(text: string): boolean {
  return /(?:^|\s)#/.test(text);
}

/** Where an entry's key or an item's dash stands. */
function dashOrKey(text: string, collection: Collection, part: Pair | ParsedNode): number | undefined {
  const start = contentStart(part);
  if (start === undefined || isPair(part) || isMap(collection)) return start;
  const dash = text.lastIndexOf('-', start - 1);
  return dash !== -1 && /^-\s+$/.test(text.slice(dash, start)) ? dash : undefined;
}
