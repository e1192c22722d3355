import { textWidth } from '../text/cells.ts';

/** How a line is drawn; a corner or crossing of two sorts takes the look of the heavier one. */
export type Stroke = 'light' | 'dashed' | 'double';

/** Turns a text into the same with colour codes around it. */
export type Paint = (text: string) => string;

interface Cell {
  /** A character with its combining marks; empty behind a wide one. Undefined where there are only lines, or nothing. */
  text?: string;
  paint?: Paint | undefined;
  /** Arms of the lines that meet here: up, right, down, left. */
  arms?: [Stroke?, Stroke?, Stroke?, Stroke?];
  /** Whether a corner is square, as that of a box. */
  square?: boolean;
}

const up = 0;
const right = 1;
const down = 2;
const left = 3;

/** A sheet of terminal cells on which texts and lines are put; lines that cross are joined. */
export class Canvas {
  readonly #rows: Cell[][] = [];

  /** Puts a text; it hides what lay there. Gives the column behind it. */
  text(row: number, column: number, text: string, paint?: Paint): number {
    let at = column;
    for (const character of text) {
      const width = textWidth(character);
      if (width === 0) {
        const before = this.#cell(row, Math.max(0, at - 1));
        before.text = (before.text ?? '') + character;
        continue;
      }
      Object.assign(this.#cell(row, at), { text: character, paint });
      if (width === 2) this.#cell(row, at + 1).text = '';
      at += width;
    }
    return at;
  }

  /** A horizontal line between two columns, both included: it leaves the first to the right and meets the last. */
  horizontal(row: number, from: number, to: number, stroke: Stroke, paint?: Paint): void {
    for (let column = from; column < to; column++) {
      this.#arm(row, column, right, stroke, paint);
      this.#arm(row, column + 1, left, stroke, paint);
    }
  }

  /** A vertical line between two rows, both included. */
  vertical(column: number, from: number, to: number, stroke: Stroke, paint?: Paint): void {
    for (let row = from; row < to; row++) {
      this.#arm(row, column, down, stroke, paint);
      this.#arm(row + 1, column, up, stroke, paint);
    }
  }

  /** A frame of light lines whose corners are these. */
  box(top: number, leftmost: number, bottom: number, rightmost: number, square: boolean, paint?: Paint): void {
    for (const row of [top, bottom]) this.horizontal(row, leftmost, rightmost, 'light', paint);
    for (const column of [leftmost, rightmost]) this.vertical(column, top, bottom, 'light', paint);
    for (const row of [top, bottom])
      for (const column of [leftmost, rightmost]) this.#cell(row, column).square = square;
  }

  /** All of it, lines without blanks at their ends. */
  toString(): string {
    return this.#rows.map((row) => `${paintRow(row)}\n`).join('');
  }

  #arm(row: number, column: number, direction: 0 | 1 | 2 | 3, stroke: Stroke, paint: Paint | undefined): void {
    const cell = this.#cell(row, column);
    cell.arms ??= [];
    cell.arms[direction] = stroke;
    cell.paint ??= paint;
  }

  #cell(row: number, column: number): Cell {
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row]!;
    while (cells.length <= column) cells.push({});
    return cells[column]!;
  }
}

function paintRow(cells: readonly Cell[]): string {
  const shown = cells.map((cell) => ({ text: cell.text ?? glyph(cell), paint: cell.paint }));
  while (shown.at(-1)?.text === ' ') shown.pop();
  let line = '';
  for (let start = 0; start < shown.length; ) {
    const { paint } = shown[start]!;
    let end = start + 1;
    while (end < shown.length && shown[end]!.paint === paint) end++;
    const text = shown
      .slice(start, end)
      .map((cell) => cell.text)
      .join('');
    line += paint && text.trim() !== '' ? paint(text) : text;
    start = end;
  }
  return line;
}

/** Joints by which arms are there: up, right, down, left as bits 8, 4, 2, 1. */
const light = ' ─│╮──╭┬│╯│┤╰┴├┼';
const square = ' ─│┐──┌┬│┘│┤└┴├┼';
const double = ' ═║╗══╔╦║╝║╣╚╩╠╬';
/** The horizontal arms alone are double. */
const doubleAcross = ' ═│╕══╒╤│╛│╡╘╧╞╪';
/** The vertical arms alone are double. */
const doubleDown = ' ─║╖──╓╥║╜║╢╙╨╟╫';

function glyph({ arms, square: isSquare }: Cell): string {
  if (!arms) return ' ';
  const bits = arms.reduce((sum, arm, index) => (arm ? sum + (8 >> index) : sum), 0);
  const across = arms[left] ?? arms[right];
  const upright = arms[up] ?? arms[down];
  if (across === 'dashed' && (bits & 10) === 0) return '╌';
  if (upright === 'dashed' && (bits & 5) === 0) return '╎';
  const isDouble = { across: across === 'double', upright: upright === 'double' };
  const set =
    isDouble.across && (isDouble.upright || upright === undefined)
      ? double
      : isDouble.across
        ? doubleAcross
        : isDouble.upright
          ? doubleDown
          : isSquare
            ? square
            : light;
  return set[bits]!;
}
