import { type Cell, cells } from '../text/cells.ts';
import type { Lines } from '../tree/lines.ts';
import type { Range } from '../tree/span.ts';

/** A place to underline. */
export interface Mark {
  /** Lines and columns, 1-based. Of several lines the first is underlined to its end. */
  readonly range: Range;
  /** `^` for the finding itself, `-` for a place that takes part. */
  readonly sign: '^' | '-';
  /** Written beside the underline; "" for nothing. Already visible. */
  readonly label: string;
}

/** A line of a code frame: a line of the file with its number, an underline, or a gap between far lines. */
export type FrameLine =
  | { readonly kind: 'code'; readonly number: number; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly indent: string; readonly underline: string }
  | { readonly kind: 'gap' };

const CUT = '…';
/** How much of a very long line is looked at on each side of a mark, in widths of the view: some characters have none. */
const REACH = 2;

/** The marked lines of a file in order, each mark underlined below its line; lines too long for `width` are cut. */
export function frame(lines: Lines, marks: readonly Mark[], width: number): FrameLine[] {
  const result: FrameLine[] = [];
  let shown = 0;
  let view: View | undefined;
  for (const mark of marks.toSorted(byPlace)) {
    const { line } = mark.range.start;
    if (shown > 0 && line === shown + 2)
      result.push({ kind: 'code', number: line - 1, text: plain(lines, line - 1, width) });
    else if (shown > 0 && line > shown + 1) result.push({ kind: 'gap' });
    if (line !== shown || !view?.holds(mark)) {
      view = new View(lines.line(line), mark, width);
      result.push({ kind: 'code', number: line, text: view.text });
    }
    result.push({ kind: 'mark', mark, ...view.underline(mark) });
    shown = line;
  }
  return result;
}

function byPlace(a: Mark, b: Mark): number {
  return a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column;
}

function plain(lines: Lines, line: number, width: number): string {
  const start = { line, column: 1 };
  return new View(lines.line(line), { range: { start, end: start }, sign: '-', label: '' }, width).text;
}

/** The part of a line that fits into a width, chosen around one mark. */
class View {
  readonly text: string;
  readonly #cells: readonly Cell[];
  /** UTF-16 offset in the line of what lies behind the view. */
  readonly #end: number;

  constructor(line: string, mark: Mark, width: number) {
    const from = Math.max(0, mark.range.start.column - 1 - REACH * width);
    const near = line.slice(from, mark.range.start.column - 1 + REACH * width);
    const all = cells(near).map((cell) => ({ ...cell, start: cell.start + from }));
    const [first, last] = fit(all, mark.range, width);
    const behind = all[last]?.start ?? from + near.length;
    const left: Cell[] = first > 0 || from > 0 ? [{ start: -1, text: CUT, width: 1 }] : [];
    this.#cells = [...left, ...all.slice(first, last)];
    this.#end = behind;
    this.text = this.#cells.map((cell) => cell.text).join('') + (behind < line.length ? CUT : '');
  }

  /** Whether a mark of the same line begins in this view. */
  holds(mark: Mark): boolean {
    const start = mark.range.start.column - 1;
    const first = this.#cells.find((cell) => cell.start >= 0);
    return first !== undefined && start >= first.start && start < this.#end;
  }

  /** The spaces in front of a mark's underline, and the underline: at least one sign, at most to the view's end. */
  underline({ range, sign }: Mark): { indent: string; underline: string } {
    const start = range.start.column - 1;
    const end = range.end.line > range.start.line ? Number.POSITIVE_INFINITY : range.end.column - 1;
    let before = 0;
    let under = 0;
    this.#cells.forEach((cell, i) => {
      const next = this.#cells[i + 1]?.start ?? this.#end;
      if (next <= start) before += cell.width;
      else if (cell.start < end) under += cell.width;
    });
    return { indent: ' '.repeat(before), underline: sign.repeat(Math.max(1, under)) };
  }
}

/**
 * Which cells to show, as a half-open interval: all if they fit; the first ones if the mark is among them; else the
 * mark with some of what stands before it.
 */
function fit(all: readonly Cell[], range: Range, width: number): [number, number] {
  const room = width - 2 * CUT.length;
  const whole = forward(all, 0, width);
  if (whole === all.length) return [0, whole];
  const indexOf = (column: number) => {
    const index = all.findIndex((cell) => cell.start >= column - 1);
    return index === -1 ? all.length : index;
  };
  const anchor = indexOf(range.start.column);
  const stop = range.start.line === range.end.line ? indexOf(range.end.column) : all.length;
  const fromStart = forward(all, 0, room);
  if (stop <= fromStart) return [0, fromStart];
  const first = backward(all, anchor, room / 3);
  const last = forward(all, first, room);
  return last < all.length ? [first, last] : [backward(all, last, room), last];
}

/** The index behind the last of the cells from `first` on that fit into a width. */
function forward(all: readonly Cell[], first: number, width: number): number {
  let used = 0;
  let last = first;
  while (last < all.length && used + all[last]!.width <= width) used += all[last++]!.width;
  return last;
}

/** The index of the first of the cells before `last` that fit into a width. */
function backward(all: readonly Cell[], last: number, width: number): number {
  let used = 0;
  let first = last;
  while (first > 0 && used + all[first - 1]!.width <= width) used += all[--first]!.width;
  return first;
}
