import { isScalar } from 'yaml';
import { pushAll } from '../group-by.ts';
import type { AnyField, Edit, Edits } from '../tree/edit.ts';
import { layoutOf } from './layout.ts';
import {
  isSafePlain,
  readsAsOtherType,
  type Writing,
  writeDoubleQuoted,
  writeQuoted,
  writeSingleQuoted,
  writeString,
} from './write.ts';
import { offsetIn, writtenAt } from './written.ts';

/** See `Editor.replaceScalar`. */
export function replaceScalar(field: AnyField, value: string): Edits {
  const { node, host, isShared, text } = writtenAt(field);
  if (isShared || !isScalar(node) || node.tag !== undefined) return undefined;
  const [start, end] = node.range!;
  // A lone carriage return is a blank to the parser, and part of the value.
  if (text[start] === '\r') return undefined;
  switch (field.style) {
    case 'single-quoted':
      return lift(field, [{ start, end, text: writeSingleQuoted(value) ?? writeDoubleQuoted(value) }]);
    case 'double-quoted':
      return lift(field, [{ start, end, text: writeDoubleQuoted(value) }]);
    case 'block':
      // Where a block begins with an empty line, nothing there tells how far its text is indented.
      if (/^(?:\s|$)/.test(field.text!) || field.text!.trimEnd() === value) return undefined;
      return replaceText(field, 0, field.text!.trimEnd().length, value);
    default: {
      const staysPlain =
        isSafePlain(value, isInFlow(field)) && (field.shape?.type !== 'string' || !readsAsOtherType(value));
      return lift(field, [{ start, end, text: staysPlain ? value : writeString(value, writingIn(field, host)) }]);
    }
  }
}

/** See `Editor.quoteScalar`. Single quotes unless the file prefers double ones. */
export function quoteScalar(field: AnyField, value: string | undefined = field.text): Edits {
  const { node, host, isShared } = writtenAt(field);
  if (isShared || !isScalar(node) || node.tag !== undefined || field.style !== 'plain' || value === undefined) {
    return undefined;
  }
  const [start, end] = node.range!;
  return lift(field, [{ start, end, text: writeQuoted(value, writingIn(field, host)) }]);
}

/** See `Editor.quoteAsWritten`. */
export function quoteAsWritten(field: AnyField): Edits {
  const { host, isShared } = writtenAt(field);
  if (field.isScalar) return quoteScalar(field);
  const { start, end } = field.fullSpan;
  const text = field.source.text.slice(start, end).trimEnd();
  if (isShared || host || !field.isFlow || /[\r\n]/.test(text)) return undefined;
  // The parser lets more than one flow mapping follow a key, of which each is the key to the next.
  if (/^\s*:/.test(field.source.text.slice(start + text.length, end + 100))) return undefined;
  return [{ start, end: start + text.length, text: writeSingleQuoted(text) ?? writeDoubleQuoted(text) }];
}

/** See `Editor.unquoteScalar`. */
export function unquoteScalar(field: AnyField, value: string | undefined = field.text): Edits {
  const { node, isShared } = writtenAt(field);
  if (isShared || !isScalar(node) || node.tag !== undefined || field.style === 'block') return undefined;
  if (value === undefined || !isSafePlain(value, isInFlow(field))) return undefined;
  const [start, end] = node.range!;
  return lift(field, [{ start, end, text: value }]);
}

/** See `Editor.renameKey`. */
export function renameKey(field: AnyField, name: string): Edits {
  const { key, host, isShared } = writtenAt(field);
  if (isShared || !key || !isScalar(key) || key.anchor || key.tag || field.parent?.has(name)) {
    return undefined;
  }
  if (key.type === 'BLOCK_LITERAL' || key.type === 'BLOCK_FOLDED') return undefined;
  const [start, end] = key.range;
  const isQuoted = key.type === 'QUOTE_SINGLE' || key.type === 'QUOTE_DOUBLE';
  const text =
    key.type === 'QUOTE_SINGLE'
      ? (writeSingleQuoted(name) ?? writeDoubleQuoted(name))
      : isQuoted
        ? writeDoubleQuoted(name)
        : writeString(name, writingIn(field, host));
  return lift(field, [{ start, end, text }]);
}

/** See `Editor.replaceText`. */
export function replaceText(field: AnyField, start: number, end: number, text: string): Edits {
  const { node, host, isShared } = writtenAt(field);
  const value = field.text;
  if (isShared || !isScalar(node) || value === undefined) return undefined;
  if (field.style === 'plain') {
    const whole = value.slice(0, start) + text + value.slice(end);
    const [from, to] = node.range!;
    if (!isSafePlain(whole, isInFlow(field))) {
      return lift(field, [{ start: from, end: to, text: writeString(whole, writingIn(field, host)) }]);
    }
  }
  const escaped = escapeFor(field.style, text);
  if (escaped === undefined) return undefined;
  return lift(field, [{ start: offsetIn(field, start), end: offsetIn(field, end), text: escaped }]);
}

/** Turns edits of the text that a field was parsed from into edits of the file. */
export function lift(field: AnyField, edits: readonly Edit[]): Edits {
  const { host } = writtenAt(field);
  if (!host) return edits;
  const lifted: Edit[] = [];
  for (const { start, end, text } of edits) {
    const outer = replaceText(host, start, end, text);
    if (!outer) return undefined;
    pushAll(lifted, outer);
  }
  return lifted;
}

/** Whether a field stands between braces or brackets, where commas and brackets end a plain scalar. */
export function isInFlow(field: AnyField): boolean {
  if (writtenAt(field).host) return true;
  for (let outer = field.parent; outer; outer = outer.parent) if (outer.isFlow) return true;
  return false;
}

function writingIn(field: AnyField, host: AnyField | undefined): Writing {
  const { doubleQuotes } = layoutOf(field.source);
  return { inFlow: isInFlow(field), json: host !== undefined, doubleQuotes };
}

function escapeFor(style: AnyField['style'], text: string): string | undefined {
  if (style === 'double-quoted') return writeDoubleQuoted(text).slice(1, -1);
  if (style === 'single-quoted') return writeSingleQuoted(text)?.slice(1, -1);
  return /[\r\n]/.test(text) ? undefined : text;
}
