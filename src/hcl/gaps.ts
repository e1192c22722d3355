import type { HclLine } from './line-cells.ts';

/** A line with the text that its offsets count in, and whether it stood there before. */
export interface Row {
  /** The text. */
  readonly text: string;
  /** Where it lies in that text. */
  readonly line: HclLine;
  /** False for a line that is put in. */
  readonly isOld: boolean;
}

/** What `terraform fmt` lines up. */
type Cell = 'equals' | 'comment';

/** The blanks that belong before the equals sign and the comment of a line; undefined where they are left as they are. */
export type Gaps = { readonly [cell in Cell]?: number };

/**
 * The blanks of lines that stand below each other as `terraform fmt` has them. `known` are those of the lines before a
 * change: where one of them was not so, whoever wrote it does not format, and what it stands with is left as it is.
 */
export function gapsOf(rows: readonly Row[], known?: ReadonlyMap<HclLine, Gaps>): ReadonlyMap<HclLine, Gaps> {
  const gaps = new Map<HclLine, { [cell in Cell]?: number }>(rows.map(({ line }) => [line, {}]));
  for (const cell of ['equals', 'comment'] as const) {
    for (const chain of chainsOf(rows, cell)) {
      const isInLine = (row: Row): boolean => !row.isOld || known?.get(row.line)?.[cell] === gapBefore(row, cell);
      if (known && !chain.every(isInLine)) continue;
      const widths = chain.map((row) => widthBefore(row, cell, gaps.get(row.line)!));
      const most = widths.reduce((widest, width) => Math.max(widest, width), 0);
      for (const [index, { line }] of chain.entries()) gaps.get(line)![cell] = most - widths[index]! + 1;
    }
  }
  return gaps;
}

/** What moves the cells of a line where they belong, in offsets of its text. */
export function movesIn(
  { text, line }: Row,
  gaps: Gaps = {},
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  return (['equals', 'comment'] as const).flatMap((cell) => {
    const gap = gaps[cell];
    if (gap === undefined) return [];
    const end = line[cell]!;
    const start = contentEnd(text, end);
    return text.slice(start, end) === ' '.repeat(gap) ? [] : [{ start, end, text: ' '.repeat(gap) }];
  });
}

/** Lines one below the other that have a cell. */
function chainsOf(rows: readonly Row[], cell: Cell): readonly (readonly Row[])[] {
  const chains: Row[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const has = row.line[cell] !== undefined;
    if (has && isOpen) chains.at(-1)!.push(row);
    else if (has) chains.push([row]);
    isOpen = has;
  }
  return chains;
}

function gapBefore({ text, line }: Row, cell: Cell): number {
  return line[cell]! - contentEnd(text, line[cell]!);
}

/** How many columns stand before the blanks before a cell. What moves the equals sign moves the comment too. */
function widthBefore(row: Row, cell: Cell, { equals }: Gaps): number {
  const { text, line } = row;
  const width = columns(text.slice(line.start, contentEnd(text, line[cell]!)));
  return cell === 'equals' || equals === undefined ? width : width - gapBefore(row, 'equals') + equals;
}

/** Columns as HashiCorp's formatter counts them: what a person takes for one character is one. */
function columns(text: string): number {
  if (/^[\x20-\x7e\t]*$/.test(text)) return text.length;
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}

function contentEnd(text: string, at: number): number {
  let end = at;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--;
  return end;
}
