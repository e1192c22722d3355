import { isMap, isScalar, type Pair } from 'yaml';
import type { AnyField, Edits } from '../tree/edit.ts';
import { isInFlow, lift } from './edit.ts';
import { shift } from './edit-move.ts';
import { columnOf } from './edit-style.ts';
import { contentEnd, contentStart, hasBrackets, lineStart } from './extent.ts';
import { layoutOf } from './layout.ts';
import { isSafePlain, writeString } from './write.ts';
import { writtenAt } from './written.ts';

/** See `Editor.wrapAsListItem`. */
export function wrapAsListItem(field: AnyField): Edits {
  const { node, key, text, isShared, host } = writtenAt(field);
  if (isShared || !key || !node?.range || field.isList || field.isNull || ('tag' in node && node.tag)) return undefined;
  const [start, end] = node.range;
  const written = text.slice(start, end);
  if (isScalar(node)) {
    if (field.style === 'block') return undefined;
    const isWhole = field.style !== 'plain' || isSafePlain(written, true);
    return lift(field, [{ start, end, text: `[${isWhole ? written : writeString(written, { inFlow: true })}]` }]);
  }
  if (!isMap(node)) return undefined;
  if (node.flow)
    return hasBrackets(text, node as never) ? lift(field, [{ start, end, text: `[${written}]` }]) : undefined;
  // An explicit key (`? name`) begins before its text.
  if (host || isInFlow(field) || contentStart(node.items[0] as Pair) !== start) return undefined;
  return wrapBlock(field, node.items as Pair[], key.range[0]);
}

function wrapBlock(field: AnyField, entries: readonly Pair[], keyStart: number): Edits {
  const { text } = writtenAt(field);
  const start = contentStart(entries[0]);
  const end = contentEnd(text, entries.at(-1));
  const outer = columnOf(field, keyStart);
  const inner = start === undefined ? undefined : columnOf(field, start);
  if (start === undefined || end === undefined || outer === undefined || inner === undefined) return undefined;
  const from = lineStart(field.source, start);
  if (from <= keyStart || !/^ *$/.test(text.slice(from, start))) return undefined;
  const wanted = outer + (layoutOf(field.source).dashIndent ?? 0);
  const dash = Math.max(wanted, inner - 2);
  const [first = '', ...rest] = text.slice(start, end).split('\n');
  const lines = [`${' '.repeat(dash)}- ${first}`, ...rest.map((line) => shift(line, dash + 2 - inner))];
  return [{ start: from, end, text: lines.join('\n') }];
}
