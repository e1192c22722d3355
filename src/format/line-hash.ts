/** How many characters a hash covers, from the start of its line on. */
const WINDOW = 100;
const BASE = 37;
const HALF = 2 ** 32;
/** Stands behind the last character of a file. */
const END = 0xffff;

/**
 * A hash for each line, as GitHub's upload action computes `primaryLocationLineHash`; line 1 is at index 0.
 *
 * It is the polynomial of base 37, modulo 2^64, over the first 100 UTF-16 units from the start of the line, without
 * spaces and tabs, every line ending as one LF, U+FFFF behind the end, then zeros; in hexadecimal, followed by how
 * often it has come up in the file so far, the line itself included. A lone CR ends a line too.
 * Linear in the text: the hash rolls over the file once.
 */
export function lineHashes(text: string): string[] {
  const { units, starts } = squeeze(text);
  const leading = power(WINDOW);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let high = 0;
  let low = 0;
  for (let end = 0; hashes.length < starts.length; end++) {
    if (end === starts[hashes.length]! + WINDOW) {
      const hash = hexadecimal(high, low);
      const count = (seen.get(hash) ?? 0) + 1;
      seen.set(hash, count);
      hashes.push(`${hash}:${count}`);
    }
    const leaving = end < WINDOW ? 0 : units[end - WINDOW]!;
    // Each product stays below 2^53, so the doubles are exact.
    const lowSum = low * BASE + (units[end] ?? 0) - leading.low * leaving;
    low = modulo(lowSum);
    high = modulo(high * BASE + Math.floor(lowSum / HALF) - modulo(leading.high * leaving));
  }
  return hashes;
}

/** The text's units that count, and where in them each line starts. */
function squeeze(text: string): { units: Uint16Array; starts: number[] } {
  const units = new Uint16Array(text.length + 1);
  const starts: number[] = [];
  let length = 0;
  let atStart = true;
  let afterReturn = false;
  const add = (unit: number) => {
    if (atStart) starts.push(length);
    atStart = unit === 10;
    units[length++] = unit;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const skipped = unit === 32 || unit === 9 || (afterReturn && unit === 10);
    afterReturn = unit === 13;
    if (!skipped) add(unit === 13 ? 10 : unit);
  }
  add(END);
  return { units: units.subarray(0, length), starts };
}

/** 37^exponent modulo 2^64, in halves. */
function power(exponent: number): { high: number; low: number } {
  const value = BigInt.asUintN(64, BigInt(BASE) ** BigInt(exponent));
  return { high: Number(value >> 32n), low: Number(value & 0xffffffffn) };
}

function modulo(value: number): number {
  return ((value % HALF) + HALF) % HALF;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
