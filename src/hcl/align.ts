import { pushAll } from '../group-by.ts';
import { onceEach } from '../once.ts';
import type { Edit } from '../tree/edit.ts';
import { type Gaps, gapsOf, movesIn, type Row } from './gaps.ts';
import { type HclLine, hclLines } from './line-cells.ts';

/** A text whose lines are found once. */
interface Text {
  readonly text: string;
}

const linesOf = onceEach(({ text }: Text) => hclLines(text));

/** Lines that edits replace, and what stands in their place. */
interface Change {
  /** Index of the first line. */
  readonly from: number;
  /** Index behind the last one; `from` where lines are only put in before it. */
  readonly to: number;
  /** All lines in their place, each with its line end. */
  readonly text: string;
}

/**
 * Edits with which the equals signs and the comments of lines below each other stay lined up as `terraform fmt` has
 * them. Where they were not before, they are left alone. Line ends become those of the file.
 */
export function alignEdits(source: Text, edits: readonly Edit[]): readonly Edit[] {
  const { text } = source;
  const lines = linesOf(source);
  const changes = changesOf(text, lines, edits);
  const made: Edit[] = [];
  for (let first = 0, next = 0; first < changes.length; first = next) {
    let end = below(lines, changes[first]!.to);
    next = first + 1;
    while (next < changes.length && changes[next]!.from <= end) end = below(lines, changes[next++]!.to);
    const start = above(lines, changes[first]!.from);
    pushAll(made, alignRegion(text, lines, [start, end], changes.slice(first, next)));
  }
  return made;
}

function hasCell(line: HclLine | undefined): boolean {
  return line?.equals !== undefined || line?.comment !== undefined;
}

function above(lines: readonly HclLine[], from: number): number {
  let at = from;
  while (hasCell(lines[at - 1])) at--;
  return at;
}

function below(lines: readonly HclLine[], to: number): number {
  let at = to;
  while (hasCell(lines[at])) at++;
  return at;
}

/** The edits line by line, in order, those that meet in a line as one. */
function changesOf(text: string, lines: readonly HclLine[], edits: readonly Edit[]): readonly Change[] {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const groups: { from: number; to: number; readonly edits: Edit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const { from, to } = linesOfEdit(lines, edit);
    const group = groups.at(-1);
    if (group && from < group.to) {
      group.edits.push(edit);
      group.to = Math.max(group.to, to);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }) => {
    let at = startOf(text, lines, from);
    const parts: string[] = [];
    for (const edit of own) {
      parts.push(text.slice(at, edit.start), edit.text.replace(/\r?\n/g, newline));
      at = edit.end;
    }
    return { from, to, text: parts.join('') + text.slice(at, startOf(text, lines, to)) };
  });
}

function startOf(text: string, lines: readonly HclLine[], index: number): number {
  return lines[index]?.start ?? text.length;
}

/** Which lines an edit changes: no other where it puts in or takes out whole ones. */
function linesOfEdit(lines: readonly HclLine[], { start, end, text }: Edit): { from: number; to: number } {
  const from = lineAt(lines, start);
  const to = lineAt(lines, end);
  const isWhole = lines[from]!.start === start && lines[to]!.start === end && (text === '' || text.endsWith('\n'));
  return { from, to: isWhole ? to : to + 1 };
}

function lineAt(lines: readonly HclLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function alignRegion(
  text: string,
  lines: readonly HclLine[],
  [from, to]: readonly [number, number],
  changes: readonly Change[],
): readonly Edit[] {
  const kept = (first: number, last: number): Row[] =>
    lines.slice(first, last).map((line) => ({ text, line, isOld: true }));
  const put = changes.map((change): readonly Row[] =>
    hclLines(change.text)
      .filter(({ start }) => start < change.text.length)
      .map((line) => ({ text: change.text, line, isOld: false })),
  );
  const rows: Row[] = [];
  let at = from;
  for (const [index, change] of changes.entries()) {
    pushAll(rows, kept(at, change.from));
    pushAll(rows, put[index]!);
    at = change.to;
  }
  pushAll(rows, kept(at, to));
  const gaps = gapsOf(rows, gapsOf(kept(from, to)));
  const edits: Edit[] = [];
  for (const row of rows) if (row.isOld) pushAll(edits, movesIn(row, gaps.get(row.line)));
  for (const [index, change] of changes.entries()) {
    const span = { start: startOf(text, lines, change.from), end: startOf(text, lines, change.to) };
    pushAll(edits, trimmed(text, { ...span, text: written(put[index]!, gaps) }));
  }
  return edits;
}

/** New lines with their blanks. */
function written(rows: readonly Row[], gaps: ReadonlyMap<HclLine, Gaps>): string {
  const [first] = rows;
  if (!first) return '';
  const parts: string[] = [];
  let at = 0;
  for (const row of rows) {
    for (const { start, end, text } of movesIn(row, gaps.get(row.line))) {
      parts.push(first.text.slice(at, start), text);
      at = end;
    }
  }
  return parts.join('') + first.text.slice(at);
}

/** One edit without what stands on both sides anyway; none where nothing changes. */
function trimmed(text: string, { start, end, text: put }: Edit): readonly Edit[] {
  let [from, to, first, last] = [start, end, 0, put.length];
  while (from < to && first < last && text[from] === put[first]) {
    from++;
    first++;
  }
  while (from < to && first < last && text[to - 1] === put[last - 1]) {
    to--;
    last--;
  }
  return from === to && first === last ? [] : [{ start: from, end: to, text: put.slice(first, last) }];
}
