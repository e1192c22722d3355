import type { Position, Range, Span } from './span.ts';

/** A text by lines. A line ends with LF, CRLF or a lone CR. Places out of bounds are moved to the nearest end. */
export class Lines {
  /** As given; offsets count from its start. */
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = findLineStarts(text);
  }

  /** How many lines there are; the empty one behind a final line ending counts. */
  get count(): number {
    return this.#starts.length;
  }

  /** Line and column of an offset; one beyond the text is its end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.#starts[low]! + 1 };
  }

  /** Both ends of a span as positions. */
  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Where some whole lines lie, from the first to the last, without the last one's ending. */
  span(first: number, last: number = first): Span {
    const start = this.#start(first);
    const next = last < this.count ? this.#start(last + 1) - 1 : this.text.length;
    const isCrLf = last < this.count && this.text[next] === '\n' && this.text[next - 1] === '\r';
    const end = isCrLf ? next - 1 : next;
    return { start, end: Math.max(start, end) };
  }

  /** The text of some whole lines, from the first to the last, without the last one's ending. */
  line(first: number, last: number = first): string {
    const { start, end } = this.span(first, last);
    return this.text.slice(start, end);
  }

  #start(line: number): number {
    return this.#starts[Math.max(1, Math.min(line, this.count)) - 1]!;
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (/\r(?!\n)/.test(text)) {
    for (const { index, 0: ending } of text.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
