import type { Editor } from './edit.ts';
import type { Node } from './node.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** A text that a reader has parsed once, with a place for everything in it. */
export interface Source extends SourceText {
  /** The documents in order, broken ones included. */
  readonly documents: readonly SourceDocument[];
  /** What it is written in. */
  readonly language: 'yaml' | 'hcl';
  /** All comments in order, those of every document. */
  readonly comments: readonly Comment[];
  /** Unquoted placeholders that had to be hidden from the parser; [] in a language that has its own. */
  readonly masked: readonly Span[];
  /**
   * Whether a template engine fills in, repeats or drops whole lines (`{{ if … }}`, `{% for … %}`, a lone `${…}`): what
   * is absent may yet come, and what stands twice may be a choice.
   */
  readonly hasTemplateLines: boolean;
  /** What changes its text; undefined where nothing can. */
  readonly editor: Editor | undefined;
  /**
   * What begins on each of the given lines (1-based): from the start of the line to its end or to that of the largest
   * entry, item or scalar that begins there. Lines on which nothing begins are left out.
   */
  scopesOfLines(lines: ReadonlySet<number>): ReadonlyMap<number, Span>;
}

/** A piece of a file that stands for one object: a YAML document, a Terraform resource. */
export interface SourceDocument {
  /** The file that the document is a part of. */
  readonly source: Source;
  /** Where it begins: its `---`, if it has one. */
  readonly start: number;
  /** The root node; null for an empty document. */
  readonly root: Node | null;
  /** The first thing that stops a parser; a document that has one is read no further. */
  readonly problem: SyntaxProblem | undefined;
}

/** A comment with the mark that begins it, where it stands. */
export interface Comment extends Span {
  /** From its mark up to the line break, blanks at its end included. */
  readonly text: string;
}

/** Why a document cannot be read, in our words, and where. */
export interface SyntaxProblem extends Span {
  /** On one line: a sentence, and behind it in brackets what the parser says, where it was the parser that stopped. */
  readonly message: string;
}
