import { Lines } from './lines.ts';
import type { Position, Range, Span } from './span.ts';

/** A file's text, in whatever language, with lines and columns for its offsets. */
export class SourceText {
  /** What diagnostics call the file: `deploy/service.yaml`, `<stdin>`. Nothing is read from it. */
  readonly path: string;
  /** The text as its offsets count: without its byte order mark. */
  readonly text: string;
  #lines: Lines | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** The text by lines. */
  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  /** Line and column of an offset; one beyond the text is its end. */
  position(offset: number): Position {
    return this.lines.position(offset);
  }

  /** Both ends of a span as positions. */
  range(span: Span): Range {
    return this.lines.range(span);
  }
}

/** The character that may stand before a text and is none of it. */
const byteOrderMark = '\ufeff';

/**
 * The byte order mark that a file begins with, "" where it has none. Offsets of a `SourceText` count behind it: who
 * counts in the file as given adds its length.
 */
export function markBefore(text: string): string {
  return text.startsWith(byteOrderMark) ? byteOrderMark : '';
}
