import { isMap, isPair, isSeq, type Pair, type ParsedNode } from 'yaml';
import { type AnyField, type Edit, type Edits, type Emptied, together } from '../tree/edit.ts';
import { lift } from './edit.ts';
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
import { writtenAt } from './written.ts';

/** See `Editor.deleteEntries`. */
export function deleteEntries(fields: readonly AnyField[], emptied: Emptied = 'keep'): Edits {
  const groups = new Map<AnyField, Set<number>>();
  const waiting = [...fields];
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    const { parent } = field;
    const collection = parent && collectionOf(parent);
    const index = collection ? indexIn(collection, identityOf(field)) : -1;
    if (writtenAt(field).isShared || !parent || !collection || index === -1) return undefined;
    const group = groups.get(parent) ?? new Set();
    groups.set(parent, group.add(index));
    const isEmptied = group.size === collection.items.length;
    if (!isEmptied || emptied === 'keep' || !parent.parent || !writtenAt(parent).key) continue;
    groups.delete(parent);
    waiting.push(parent);
  }
  return together(
    [...groups].map(([parent, group]) =>
      deleteFrom(
        parent,
        [...group].sort((a, b) => a - b),
      ),
    ),
  );
}

/** What tells a field's entry or item from its siblings. */
function identityOf(field: AnyField): unknown {
  return writtenAt(field).key ?? writtenAt(field).node;
}

function collectionOf(field: AnyField): Collection | undefined {
  const { node } = writtenAt(field);
  return isMap(node) || isSeq(node) ? (node as Collection) : undefined;
}

/** @param indexes which entries or items, in order, at least one */
function deleteFrom(parent: AnyField, indexes: readonly number[]): Edits {
  const collection = collectionOf(parent)!;
  const { text, host } = writtenAt(parent);
  if (collection.flow && !hasBrackets(text, collection)) return undefined;
  if (indexes.length === collection.items.length) return deleteAll(parent, collection);
  if (!collection.flow) return host ? undefined : deleteFromBlock(parent, collection, indexes);
  return together(runsOf(indexes).map((run) => deleteFromFlow(parent, collection, run)));
}

/** What is left are braces or brackets. */
function deleteAll(parent: AnyField, collection: Collection): Edits {
  const { text, key } = writtenAt(parent);
  const [start, end] = collection.range;
  const nothing = isMap(collection) ? '{}' : '[]';
  if (collection.flow) return lift(parent, [{ start, end, text: nothing }]);
  if (!key) return undefined;
  const colon = text.indexOf(':', key.range[1]);
  const first = dashOrKey(text, collection, partAt(collection, 0));
  const last = contentEnd(text, partAt(collection, collection.items.length - 1));
  if (last === undefined || first === undefined || lineStart(parent.source, first) <= colon) return undefined;
  const lines = wholeLines(parent, first, last);
  if (!lines) return undefined;
  const braces = ` ${nothing}`;
  if (lines.start === colon + 1) return [{ ...lines, text: braces }];
  return [{ start: colon + 1, end: colon + 1, text: braces }, lines];
}

function partAt(collection: Collection, index: number): Pair | ParsedNode {
  return collection.items[index] as Pair | ParsedNode;
}

/** Neighbours among indexes, as first and last. */
function runsOf(indexes: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function deleteFromBlock(parent: AnyField, collection: Collection, indexes: readonly number[]): Edits {
  const { text } = writtenAt(parent);
  const first = dashOrKey(text, collection, partAt(collection, 0));
  const [run, ...others] = runsOf(indexes);
  const isBehindDash = first !== undefined && /^ *(?:- +)+$/.test(text.slice(lineStart(parent.source, first), first));
  if (!run || run[0] > 0 || !isBehindDash) return linesOf(parent, collection, indexes);
  // The dash stays, so what follows moves up behind it.
  const end = contentEnd(text, partAt(collection, run[1]));
  const next = dashOrKey(text, collection, partAt(collection, run[1] + 1));
  if (end === undefined || next === undefined) return undefined;
  const movesUp = /^\r?\n *$/.test(text.slice(lineEnd(text, end), next));
  const rest = others.flatMap(([from, to]) => indexes.filter((index) => index >= from && index <= to));
  return together([[{ start: first, end: movesUp ? next : end, text: '' }], linesOf(parent, collection, rest)]);
}

function linesOf(parent: AnyField, collection: Collection, indexes: readonly number[]): Edits {
  const { text } = writtenAt(parent);
  const edits: Edit[] = [];
  for (const index of indexes) {
    const start = dashOrKey(text, collection, partAt(collection, index));
    const end = contentEnd(text, partAt(collection, index));
    const lines = start === undefined || end === undefined ? undefined : wholeLines(parent, start, end);
    if (!lines) return undefined;
    edits.push(lines);
  }
  return edits;
}

/** All lines from `start` to `end` with their line breaks; undefined where something else stands on them. */
function wholeLines(field: AnyField, start: number, end: number): Edit | undefined {
  const { text } = writtenAt(field);
  const from = lineStart(field.source, start);
  const to = lineEnd(text, end);
  if (!/^ *$/.test(text.slice(from, start)) || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, to))) return undefined;
  if (to < text.length) return { start: from, end: text.indexOf('\n', to) + 1, text: '' };
  const before = text[from - 2] === '\r' ? from - 2 : from - 1;
  return { start: Math.max(0, before), end: to, text: '' };
}

function deleteFromFlow(parent: AnyField, collection: Collection, [from, to]: readonly [number, number]): Edits {
  const { text, host } = writtenAt(parent);
  const start = contentStart(partAt(collection, from));
  const end = contentEnd(text, partAt(collection, to));
  const previous = from > 0 ? contentEnd(text, partAt(collection, from - 1)) : undefined;
  const next = to + 1 < collection.items.length ? contentStart(partAt(collection, to + 1)) : undefined;
  if (start === undefined || end === undefined) return undefined;
  const comma = commaAfter(text, end, collection.range[1]);
  if (!host && leadingSpace(text, start) !== undefined) {
    const at = lineEnd(text, end);
    if ((comma ?? 0) <= at && /^[ \t]*(?:,[ \t]*)?(?:#.*)?$/.test(text.slice(end, at))) {
      const lines = {
        start: lineStart(parent.source, start),
        end: Math.min(text.length, text.indexOf('\n', at) + 1),
        text: '',
      };
      if (comma !== undefined || previous === undefined) return [lines];
      const behind = commaAfter(text, previous, start);
      return behind === undefined ? undefined : [{ start: behind - 1, end: behind, text: '' }, lines];
    }
  }
  const span = next !== undefined ? { start, end: next } : { start: previous ?? start, end };
  return holdsComment(text.slice(span.start, span.end)) ? undefined : lift(parent, [{ ...span, text: '' }]);
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
