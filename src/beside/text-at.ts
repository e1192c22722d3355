import type { Placed } from '../tree/place.ts';
import type { SourceText } from '../tree/source-text.ts';
import type { Span } from '../tree/span.ts';

/** A text in a file that is no YAML, with the place of every piece of it. */
export class TextAt implements Placed {
  readonly source: SourceText;
  /** After quotes, escapes and joined lines. */
  readonly text: string;
  /** All that is written, quotes included. */
  readonly span: Span;
  readonly path = [];
  readonly stablePath: readonly string[];
  readonly #offsetOf: ((at: number) => number) | undefined;

  /**
   * @param stablePath what it is called wherever it stands: `CMD`, `server[8080]`, `listen`
   * @param offsetOf where a character of the text stands in the file; undefined where the text has escapes
   */
  constructor(
    source: SourceText,
    text: string,
    span: Span,
    stablePath: readonly string[],
    offsetOf?: (at: number) => number,
  ) {
    this.source = source;
    this.text = text;
    this.span = span;
    this.stablePath = stablePath;
    this.#offsetOf = offsetOf;
  }

  /** A piece of it, in offsets of `text`; at the place of the whole where its pieces have none of their own. */
  part(start: number, end: number): TextAt {
    const offsetOf = this.#offsetOf;
    if (!offsetOf) return new TextAt(this.source, this.text.slice(start, end), this.span, this.stablePath);
    const from = offsetOf(start);
    const span = { start: from, end: end > start ? offsetOf(end - 1) + 1 : from };
    const inside = (at: number): number => offsetOf(start + at);
    return new TextAt(this.source, this.text.slice(start, end), span, this.stablePath, inside);
  }

  /** The same under another name. */
  called(stablePath: readonly string[]): TextAt {
    return new TextAt(this.source, this.text, this.span, stablePath, this.#offsetOf);
  }
}

/** The first line of a file, for what is said of the whole. */
export function beginningOf(source: SourceText): Placed {
  return { source, span: source.lines.span(1), path: [], stablePath: [] };
}
