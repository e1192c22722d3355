import type { Position, Range } from 'vscode-languageserver';
import { Lines } from '../tree/lines.ts';
import type { Range as OurRange, Span } from '../tree/span.ts';

/** The places of one text as the protocol counts them: lines and columns from 0, a byte order mark being a character. */
export class Places {
  readonly #lines: Lines;
  /** How many characters stand before the text that offsets count in. */
  readonly #mark: number;

  /** @param mark the byte order mark before the text; "" for none */
  constructor(mark: string, text: string) {
    this.#lines = new Lines(mark + text);
    this.#mark = mark.length;
  }

  /** An offset behind the byte order mark as a position; one beyond the text is its end. */
  position(offset: number): Position {
    const { line, column } = this.#lines.position(offset + this.#mark);
    return { line: line - 1, character: column - 1 };
  }

  /** Both ends of a span. */
  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The offset of a position; one outside of the text is moved to the nearest end of its line or of the text. */
  offset({ line, character }: Position): number {
    if (line >= this.#lines.count) return this.#lines.text.length - this.#mark;
    const { start, end } = this.#lines.span(line + 1);
    return Math.max(0, Math.min(start + character, end) - this.#mark);
  }

  /** Both ends of a range. */
  span({ start, end }: Range): Span {
    return { start: this.offset(start), end: this.offset(end) };
  }
}

/** A range of ours as the protocol counts it. */
export function toRange({ start, end }: OurRange): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}
