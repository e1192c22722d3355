import type { Scalar } from 'yaml';

/** Where each character of a scalar's value stands in the file: one offset per UTF-16 unit, and one for the end. */
export type Offsets = (at: number) => number;

const whitespace = /\s/;

/**
 * Maps offsets in a scalar's value to offsets in the text it was written in, through quotes, escapes, folded lines
 * and indentation. The value's characters appear in the text in order; what lies between is skipped.
 */
export function mapOffsets(scalar: Scalar.Parsed, text: string): Offsets {
  const [start, end] = scalar.range;
  const value = scalar.value === null ? '' : String(scalar.value);
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  if (!quoted && text.startsWith(value, start)) return (at) => start + at;
  if (quoted && end - start === value.length + 2) return (at) => start + 1 + at;
  const offsets =
    scalar.type === 'QUOTE_DOUBLE' ? alignEscaped(value, text, start + 1, end) : align(value, text, start, end);
  return (at) => offsets[Math.max(0, Math.min(at, offsets.length - 1))] ?? end;
}

/** Follows a plain, single-quoted or block scalar, where only white space and doubled quotes differ. */
function align(value: string, text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  let raw = text[start] === "'" ? start + 1 : skipBlockHeader(text, start);
  for (const unit of value.split('')) {
    if (whitespace.test(unit)) {
      offsets.push(raw);
      if (raw < end && text[raw] === unit) raw++;
      continue;
    }
    while (raw < end && text[raw] !== unit) raw++;
    offsets.push(Math.min(raw, end));
    raw += unit === "'" && text[start] === "'" ? 2 : 1;
  }
  offsets.push(Math.min(raw, end));
  return offsets;
}

function skipBlockHeader(text: string, start: number): number {
  if (text[start] !== '|' && text[start] !== '>') return start;
  const newline = text.indexOf('\n', start);
  return newline === -1 ? start : newline + 1;
}

const escapeLength: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** A line break in a quoted scalar with the white space around it; empty lines in it are line breaks of the value. */
const fold = /[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/y;
/** A line break that a backslash takes away, with the indentation of the next line. */
const continuation = /\\\r?\n[ \t]*/y;

/** Follows a double-quoted scalar, where an escape of several characters stands for one, and lines are folded. */
function alignEscaped(value: string, text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  let raw = start;
  while (offsets.length < value.length && raw < end) {
    const joined = lengthOf(continuation, text, raw);
    const folded = lengthOf(fold, text, raw);
    if (joined > 0) raw += joined;
    else if (folded > 0) {
      // One line break is a blank; of more, each but the first is one.
      const breaks = text.slice(raw, raw + folded).split('\n').length - 1;
      for (let i = 0; i < Math.max(1, breaks - 1); i++) offsets.push(raw);
      raw += folded;
    } else if (text[raw] === '\\') {
      const length = escapeLength[text[raw + 1] ?? ''] ?? 2;
      offsets.push(raw);
      if (length === 10 && value.codePointAt(offsets.length - 1)! > 0xffff) offsets.push(raw);
      raw += length;
    } else {
      offsets.push(raw);
      raw++;
    }
  }
  while (offsets.length < value.length) offsets.push(end);
  offsets.push(Math.min(raw, end));
  return offsets.map((offset) => Math.min(offset, end));
}

/** How many characters a pattern takes at an offset; 0 where it does not match. */
function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
