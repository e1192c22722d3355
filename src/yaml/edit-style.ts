import { isMap, isPair, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { AnyField } from '../tree/edit.ts';
import { isInFlow } from './edit.ts';
import { contentStart, lineStart } from './extent.ts';
import { layoutOf } from './layout.ts';
import type { Writing } from './write.ts';
import { writtenAt } from './written.ts';

/** The column of a key or dash; undefined where something else than dashes stands before it on its line. */
export function columnOf(field: AnyField, offset: number): number | undefined {
  const { text, host } = writtenAt(field);
  if (host || offset < 0) return undefined;
  const start = lineStart(field.source, offset);
  return /^ *(?:- +)*$/.test(text.slice(start, offset)) ? offset - start : undefined;
}

/** How text inserted next to a field is to look. */
export function writingIn(field: AnyField): Writing {
  const { newline, step, dashIndent, doubleQuotes } = layoutOf(field.source);
  const { host } = writtenAt(field);
  const quotes = siblingQuotes(field);
  return {
    inFlow: isInFlow(field) || field.isFlow,
    json: host !== undefined,
    compact: isCompact(field),
    doubleQuotes: quotes ? quotes === 'double' : doubleQuotes,
    quotesAll: quotes !== undefined,
    newline,
    step: localStep(field) ?? step,
    dashIndent: dashIndent ?? 2,
  };
}

/** The quotes that all texts of a collection have; undefined where some have none or others. */
function siblingQuotes(field: AnyField): 'single' | 'double' | undefined {
  const { node } = writtenAt(field);
  if (!isMap<ParsedNode>(node) && !isSeq<ParsedNode>(node)) return undefined;
  let quotes: 'single' | 'double' | undefined;
  for (const item of node.items.slice(0, 20)) {
    const value: unknown = isPair(item) ? item.value : item;
    if (!isScalar(value)) return undefined;
    const these = value.type === 'QUOTE_DOUBLE' ? 'double' : value.type === 'QUOTE_SINGLE' ? 'single' : undefined;
    if (these === undefined || (quotes !== undefined && quotes !== these)) return undefined;
    quotes = these;
  }
  return quotes;
}

/** By how many columns the field's own mapping is indented below its parent; undefined where that tells nothing. */
function localStep(field: AnyField): number | undefined {
  for (let inner = field; inner.parent && !writtenAt(inner).host; inner = inner.parent) {
    const { node } = writtenAt(inner);
    const outer = writtenAt(inner.parent).node;
    if (!writtenAt(inner).key || !isMap<ParsedNode>(node) || node.flow || !isMap<ParsedNode>(outer) || outer.flow)
      continue;
    const from = outer.items[0] && columnOf(inner.parent, contentStart(outer.items[0]) ?? -1);
    const to = node.items[0] && columnOf(inner, contentStart(node.items[0]) ?? -1);
    if (from !== undefined && to !== undefined && to > from) return to - from;
  }
  return undefined;
}

/** Whether the author writes `{"a":1}` rather than `{"a": 1}` here. Only inside an annotation's text. */
export function isCompact(field: AnyField): boolean {
  const { host, text } = writtenAt(field);
  return host !== undefined && !/[:,]\s/.test(text.slice(0, 200));
}
