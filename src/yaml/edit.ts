import { isScalar } from 'yaml';
import type { Field } from '../tree/field.ts';
import type { Span } from '../tree/span.ts';
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

/** A change of a source's text that keeps everything around it: comments, blank lines, quoting. */
export interface Edit extends Span {
  /** What to put in place of the span; "" deletes. */
  readonly text: string;
}

/**
 * What an editing helper gives: edits in offsets of the file, or undefined where the text cannot be changed without
 * changing another place too (aliases, anchors, merge keys) or without harm to its form.
 */
export type Edits = readonly Edit[] | undefined;

/** Any place in a document. The helpers take fields of every type. */
export type AnyField = Field<unknown>;

/** Puts another value in a scalar's place and keeps its quotes where the new value allows. */
export function replaceScalar(field: AnyField, value: string): Edits {
  const { node, host, isShared, text } = field.written;
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

/**
 * Makes a string of a plain scalar by putting its characters between quotes, or other characters if given: single
 * quotes unless the file prefers double ones.
 */
export function quoteScalar(field: AnyField, value: string | undefined = field.text): Edits {
  const { node, host, isShared } = field.written;
  if (isShared || !isScalar(node) || node.tag !== undefined || field.style !== 'plain' || value === undefined) {
    return undefined;
  }
  const [start, end] = node.range!;
  return lift(field, [{ start, end, text: writeQuoted(value, writingIn(field, host)) }]);
}

/** Makes a text of any value that stands on one line, by putting what the file has between quotes. */
export function quoteAsWritten(field: AnyField): Edits {
  const { host, isShared } = field.written;
  if (field.isScalar) return quoteScalar(field);
  const { start, end } = field.fullSpan;
  const text = field.source.text.slice(start, end).trimEnd();
  if (isShared || host || !field.isFlow || /[\r\n]/.test(text)) return undefined;
  // The parser lets more than one flow mapping follow a key, of which each is the key to the next.
  if (/^\s*:/.test(field.source.text.slice(start + text.length, end + 100))) return undefined;
  return [{ start, end: start + text.length, text: writeSingleQuoted(text) ?? writeDoubleQuoted(text) }];
}

/** Writes a value without quotes, such as a number that stood in them; refused where it could not stand so. */
export function unquoteScalar(field: AnyField, value: string | undefined = field.text): Edits {
  const { node, isShared } = field.written;
  if (isShared || !isScalar(node) || node.tag !== undefined || field.style === 'block') return undefined;
  if (value === undefined || !isSafePlain(value, isInFlow(field))) return undefined;
  const [start, end] = node.range!;
  return lift(field, [{ start, end, text: value }]);
}

/** Gives a key another name, in the quotes it has. Refuses a name that its mapping already holds. */
export function renameKey(field: AnyField, name: string): Edits {
  const { key, host, isShared } = field.written;
  if (isShared || !key || !isScalar(key) || key.anchor || key.tag || field.parent?.keys.includes(name)) {
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

/**
 * Replaces the characters from `start` to `end` of a scalar's value (offsets of `text`) and escapes the new ones as
 * its quotes want. This is also how a piece of JSON inside an annotation changes.
 */
export function replaceText(field: AnyField, start: number, end: number, text: string): Edits {
  const { node, host, isShared } = field.written;
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
  return lift(field, [{ start: field.offsetOf(start), end: field.offsetOf(end), text: escaped }]);
}

/** Turns edits of the text that a field was parsed from into edits of the file. */
export function lift(field: AnyField, edits: readonly Edit[]): Edits {
  const { host } = field.written;
  if (!host) return edits;
  const lifted: Edit[] = [];
  for (const { start, end, text } of edits) {
    const outer = replaceText(host, start, end, text);
    if (!outer) return undefined;
    lifted.push(...outer);
  }
  return lifted;
}

/** Whether a field stands between braces or brackets, where commas and brackets end a plain scalar. */
export function isInFlow(field: AnyField): boolean {
  if (field.written.host) return true;
  for (let outer = field.parent; outer; outer = outer.parent) if (outer.isFlow) return true;
  return false;
}

/** Several edits as one; undefined if any of them could not be made, or if two of them change the same characters. */
export function together(...parts: readonly Edits[]): Edits {
  const all: Edit[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    all.push(...part);
  }
  const ordered = all.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some(({ start }, i) => start < (ordered[i - 1]?.end ?? 0)) ? undefined : all;
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
