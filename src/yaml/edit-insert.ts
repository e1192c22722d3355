import { isMap, isPair, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { AnyField, Edit, Edits, NewValue, Place } from '../tree/edit.ts';
import { isInFlow, lift, replaceScalar } from './edit.ts';
import { columnOf, isCompact, writingIn } from './edit-style.ts';
import {
  type Collection,
  commaAfter,
  contentEnd,
  contentStart,
  hasBrackets,
  isPlainNode,
  leadingSpace,
  lineEnd,
  spaceBefore,
} from './extent.ts';
import { layoutOf } from './layout.ts';
import { type Writing, writeBlockEntry, writeBlockItem, writeFlow, writeFlowEntry, writeString } from './write.ts';
import { writtenAt } from './written.ts';

/** See `Editor.insertEntry`. */
export function insertEntry(map: AnyField, key: string, value: NewValue, place: Place = {}): Edits {
  return insertInto(map, place.after, {
    block: (column, writing) => writeBlockEntry(key, value, column, writing),
    flow: (writing) => writeFlowEntry(key, value, writing),
    key,
  });
}

/** See `Editor.setEntry`. */
export function setEntry(map: AnyField, key: string, value: NewValue, place: Place = {}): Edits {
  const entry = map.get(key as never) as AnyField;
  if (!entry.exists) return insertEntry(map, key, value, place);
  if (typeof value === 'object') return undefined;
  const { node, text, isShared } = writtenAt(entry);
  if (!entry.isNull || isShared || !isPlainNode(node)) return replaceScalar(entry, String(value));
  const [start, end] = node?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  const gap = text[end] === '#' ? ' ' : '';
  return lift(entry, [{ start, end, text: spaceBefore(text, start) + writeFlow(value, writingIn(entry)) + gap }]);
}

/** See `Editor.appendItem`. */
export function appendItem(list: AnyField, value: NewValue): Edits {
  return insertInto(list, undefined, {
    block: (column, writing) => writeBlockItem(value, column, writing),
    flow: (writing) => writeFlow(value, { ...writing, inFlow: true }),
    key: undefined,
  });
}

/** What is to be inserted, in each form that the place may want; undefined where it cannot take the form. */
export interface Insertion {
  /** As lines for an entry or dash at this column, the first without indentation. */
  readonly block: (column: number, writing: Writing) => string | undefined;
  /** As text between braces or brackets. */
  readonly flow: (writing: Writing) => string | undefined;
  /** The new key; undefined for a list item. */
  readonly key: string | undefined;
}

/** Adds an entry or item to a collection, in block or flow style as the collection is. */
export function insertInto(collection: AnyField, after: string | undefined, insertion: Insertion): Edits {
  if (!collection.exists) {
    const { segment } = writtenAt(collection);
    if (!collection.parent || typeof segment !== 'string') return undefined;
    return insertInto(collection.parent, undefined, nest(segment, insertion));
  }
  const { node, isShared, text } = writtenAt(collection);
  const isList = insertion.key === undefined;
  if (isShared || !isPlainNode(node) || (!isList && collection.has(insertion.key))) return undefined;
  if (collection.isNull) return fill(collection, insertion);
  if (!(isList ? isSeq<ParsedNode>(node) : isMap<ParsedNode>(node))) return undefined;
  const items = node as Collection;
  if (items.items.length === 0) return fill(collection, insertion);
  if (items.flow && !hasBrackets(text, items)) return undefined;
  const front =
    after === undefined && goesFirst(collection, insertion.key) ? insertFirst(collection, items, insertion) : undefined;
  if (front) return front;
  return items.flow
    ? insertIntoFlow(collection, items, after, insertion)
    : insertIntoBlock(collection, items, after, insertion);
}

/** Whether the schema lists a key before all that its mapping has: people write "metadata" above "spec". */
function goesFirst(map: AnyField, key: string | undefined): boolean {
  const { shape, keys } = map;
  if (key === undefined || !writtenAt(map).key || keys.length > 20) return false;
  const order = Object.keys(shape?.properties ?? {});
  const own = order.indexOf(key);
  return own !== -1 && keys.every((other) => order.indexOf(other) > own);
}

function insertFirst(field: AnyField, node: Collection, { block, flow }: Insertion): Edits {
  const { text, key, host } = writtenAt(field);
  const [item] = node.items as readonly (Pair | ParsedNode)[];
  const first = contentStart(item!);
  const writing = writingIn(field);
  // The library cannot read a key in brackets behind another entry.
  if (first === undefined || !key || (isPair(item) && !isScalar(item.key))) return undefined;
  if (node.flow) {
    const entry = flow(writing);
    const lead = host ? undefined : leadingSpace(text, first);
    const gap = lead !== undefined ? `${writing.newline}${lead}` : isCompact(field) ? '' : ' ';
    return entry === undefined ? undefined : lift(field, [{ start: first, end: first, text: `${entry},${gap}` }]);
  }
  const column = columnOf(field, first);
  const at = lineEnd(text, key.range[1]);
  if (column === undefined || at > first || !/^[ \t]*:[ \t]*(?:#.*)?$/.test(text.slice(key.range[1], at)))
    return undefined;
  const entry = block(column, writing);
  if (entry === undefined) return undefined;
  return [{ start: at, end: at, text: `${writing.newline}${' '.repeat(column)}${entry}` }];
}

/** The insertion of a whole collection that holds nothing but the one given. */
function nest(segment: string, { key, block, flow }: Insertion): Insertion {
  return {
    key: segment,
    block: (column, writing) => {
      const inner = column + childIndent(key, writing);
      const body = block(inner, writing);
      const start = `${writeString(segment, writing)}:${writing.newline}${' '.repeat(inner)}`;
      return body === undefined ? undefined : start + body;
    },
    flow: (writing) => {
      const body = flow(writing);
      return body === undefined
        ? undefined
        : writeString(segment, writing) + (writing.compact ? ':' : ': ') + enclose(key, body, writing);
    },
  };
}

function childIndent(key: string | undefined, { step = 2, dashIndent = 2 }: Writing): number {
  return key === undefined ? dashIndent : step;
}

function enclose(key: string | undefined, body: string, { json }: Writing): string {
  return key === undefined ? `[${body}]` : json ? `{${body}}` : `{ ${body} }`;
}

function insertIntoBlock(field: AnyField, node: Collection, after: string | undefined, { block }: Insertion): Edits {
  const { text } = writtenAt(field);
  const first = contentStart(node.items[0] as Pair | ParsedNode);
  const end = contentEnd(text, siblingBefore(node, after));
  if (first === undefined || end === undefined) return undefined;
  const column = columnOf(field, isSeq(node) ? text.lastIndexOf('-', first - 1) : first);
  const at = lineEnd(text, end);
  if (column === undefined || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, at))) return undefined;
  const writing = writingIn(field);
  const entry = block(column, writing);
  if (entry === undefined) return undefined;
  return [{ start: at, end: at, text: `${writing.newline}${' '.repeat(column)}${entry}` }];
}

function insertIntoFlow(field: AnyField, node: Collection, after: string | undefined, { flow }: Insertion): Edits {
  const { text, host } = writtenAt(field);
  const entry = flow(writingIn(field));
  const before = siblingBefore(node, after);
  const end = contentEnd(text, before);
  const start = contentStart(before);
  if (end === undefined || start === undefined || entry === undefined) return undefined;
  const comma = commaAfter(text, end, node.range[1]);
  const lead = host ? undefined : leadingSpace(text, start);
  if (lead !== undefined) {
    const at = lineEnd(text, end);
    if ((comma ?? 0) <= at && /^[ \t]*(?:,[ \t]*)?(?:#.*)?$/.test(text.slice(end, at))) {
      const line = `${layoutOf(field.source).newline}${lead}${entry}${comma === undefined ? '' : ','}`;
      return comma === undefined
        ? joined({ start: end, end, text: ',' }, at, line)
        : [{ start: at, end: at, text: line }];
    }
  }
  const gap = isCompact(field) ? '' : ' ';
  if (comma === undefined) return lift(field, [{ start: end, end, text: `,${gap}${entry}` }]);
  const isLast = before === node.items.at(-1);
  return lift(field, [{ start: comma, end: comma, text: isLast ? `${gap}${entry}` : `${gap}${entry},` }]);
}

/** An edit and new text at the end of its line, as one edit where nothing stands between. */
function joined(first: Edit, at: number, text: string): readonly Edit[] {
  return at === first.end ? [{ ...first, text: first.text + text }] : [first, { start: at, end: at, text }];
}

/** Puts the first entry into a null, or into empty braces or brackets. */
function fill(field: AnyField, { block, flow, key: newKey }: Insertion): Edits {
  const { node, key, text } = writtenAt(field);
  const [start, end] = node?.range ?? [];
  if (start === undefined || end === undefined || !field.parent) return undefined;
  const writing = writingIn(field);
  if (isInFlow(field) || !key) {
    if (field.isNull && !key) return undefined;
    const body = flow({ ...writing, inFlow: true });
    if (body === undefined) return undefined;
    return lift(field, [{ start, end, text: spaceBefore(text, start) + enclose(newKey, body, writing) }]);
  }
  const parent = columnOf(field.parent, key.range[0]);
  const at = lineEnd(text, end);
  if (parent === undefined || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, at))) return undefined;
  const column = parent + childIndent(newKey, writing);
  const entry = block(column, writing);
  if (entry === undefined) return undefined;
  const lines = `${writing.newline}${' '.repeat(column)}${entry}`;
  const hasComment = text.slice(end, at).trim() !== '';
  if (start === end && hasComment) return [{ start: at, end: at, text: lines }];
  let gone = start;
  while (/[ \t]/.test(text[gone - 1] ?? '')) gone--;
  return joined({ start: gone, end: hasComment ? end : at, text: '' }, at, lines);
}

function siblingBefore(node: Collection, after: string | undefined): Pair | ParsedNode {
  const named =
    after === undefined || !isMap(node)
      ? undefined
      : (node as YAMLMap).items.find(({ key }) => isScalar(key) && String(key.value) === after);
  return named ?? (node.items.at(-1) as Pair | ParsedNode);
}
