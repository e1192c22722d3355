import type { Lines } from '../tree/lines.ts';
import type { Position, Range } from '../tree/span.ts';

/** So many UTF-16 units lie between two counts that are kept: what is counted anew for a position is less. */
const STEP = 1024;

const encoder = new TextEncoder();

/** Counts columns in UTF-8 bytes, 1-based. Each line is counted once, however many positions are asked for. */
export class ByteColumns {
  readonly #lines: Lines;
  readonly #counts = new Map<number, readonly number[]>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** The same range with its columns in bytes. */
  range({ start, end }: Range): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The same position with its column in bytes. */
  position({ line, column }: Position): Position {
    const text = this.#lines.line(line);
    const counts = this.#counts.get(line) ?? countSteps(text);
    this.#counts.set(line, counts);
    const step = Math.min(Math.floor((column - 1) / STEP), counts.length - 1);
    return { line, column: counts[step]! + bytesOf(text, step * STEP, column - 1) + 1 };
  }
}

/** The bytes in front of each multiple of `STEP`. */
function countSteps(text: string): number[] {
  const counts = [0];
  for (let at = STEP; at <= text.length; at += STEP) counts.push(counts.at(-1)! + bytesOf(text, at - STEP, at));
  return counts;
}

/** A pair of surrogates counts four bytes where its first half lies. */
function bytesOf(text: string, from: number, to: number): number {
  const low = (at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
  const start = low(from) ? from + 1 : from;
  const end = low(to) ? to + 1 : to;
  return start >= end ? 0 : encoder.encode(text.slice(start, end)).length;
}
