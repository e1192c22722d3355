import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** A step into a document: a key, or a position in a list. */
export type Segment = string | number;

/** Anything that a finding can point at. */
export interface Placed {
  /** The file that it lies in. */
  readonly source: SourceText;
  /** What to underline, in offsets of the source's text; what is missing has the place of what lacks it. */
  readonly span: Span;
  /** The way from the document's root, keys that are missing from the file included. */
  readonly path: readonly Segment[];
  /** The same way with names in place of list positions, so that it outlives reordering. */
  readonly stablePath: readonly string[];
}

/** A place that is no field: a piece of a scalar, or a key. */
export class Place implements Placed {
  readonly #field: Placed;
  readonly span: Span;

  constructor(field: Placed, span: Span) {
    this.#field = field;
    this.span = span;
  }

  get source(): SourceText {
    return this.#field.source;
  }

  get path(): readonly Segment[] {
    return this.#field.path;
  }

  get stablePath(): readonly string[] {
    return this.#field.stablePath;
  }
}
