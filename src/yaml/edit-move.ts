import { isMap, isScalar, type Pair, type ParsedNode } from 'yaml';
import { type AnyField, type Edits, type Emptied, type Place, together } from '../tree/edit.ts';
import { isInFlow } from './edit.ts';
import { deleteEntries } from './edit-delete.ts';
import { insertInto } from './edit-insert.ts';
import { columnOf } from './edit-style.ts';
import { contentEnd, indexIn, lineEnd } from './extent.ts';
import { isSafePlain, writeString } from './write.ts';
import { writtenAt } from './written.ts';

/** See `Editor.moveEntry`. */
export function moveEntry(field: AnyField, to: AnyField, place: Place & { readonly emptied?: Emptied } = {}): Edits {
  const { segment, host, isShared } = writtenAt(field);
  if (isShared || host || typeof segment !== 'string' || !field.parent || !field.exists) return undefined;
  const inserted = insertInto(to, place.after, {
    block: (column) => asBlock(field, column),
    flow: () => asFlow(field, segment),
    key: segment,
  });
  return together([inserted, deleteEntries([field], place.emptied ?? 'remove')]);
}

/** The entry's lines for a key that stands at another column. */
function asBlock(field: AnyField, column: number): string | undefined {
  const { text, key, segment } = writtenAt(field);
  const pair = pairOf(field);
  const end = pair && contentEnd(text, pair);
  if (!key || end === undefined) return undefined;
  if (isInFlow(field)) return asFlow(field, String(segment));
  const from = columnOf(field, key.range[0]);
  if (from === undefined) return undefined;
  const [first = '', ...rest] = text.slice(key.range[0], lineEnd(text, end)).trimEnd().split('\n');
  const shifted = rest.map((line) => shift(line, column - from));
  return [first, ...shifted].join('\n');
}

/** The entry for a place between braces: only what stands on one line. */
function asFlow(field: AnyField, name: string): string | undefined {
  const { text, node, key } = writtenAt(field);
  if (!node?.range || !key || field.style === 'block') return undefined;
  const value = text.slice(node.range[0], node.range[1]);
  if (/\n/.test(value) || (!isScalar(node) && !field.isFlow) || ('tag' in node && node.tag)) return undefined;
  const isWhole = field.style !== 'plain' || isSafePlain(value, true);
  return `${writeString(name, { inFlow: true })}: ${isWhole ? value : writeString(value, { inFlow: true })}`;
}

function pairOf(field: AnyField): Pair | undefined {
  const map = field.parent && writtenAt(field.parent).node;
  return isMap<ParsedNode>(map) ? map.items[indexIn(map as never, writtenAt(field).key)] : undefined;
}

/** Indents a line more, or less as far as it has spaces. */
export function shift(line: string, columns: number): string {
  if (line.trim() === '') return line;
  if (columns >= 0) return ' '.repeat(columns) + line;
  const spaces = line.length - line.trimStart().length;
  return line.slice(Math.min(-columns, spaces));
}
