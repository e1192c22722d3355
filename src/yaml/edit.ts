import type { Span } from './span.ts';

/** A change of a source's text that keeps everything around it: comments, blank lines, quoting. */
export interface Edit extends Span {
  /** What to put in place of the span; "" deletes. */
  readonly text: string;
}
