import type { Span } from '../tree/span.ts';

/** What stands between the braces of a block, or in a file as a whole. */
export interface Body extends Span {
  /** In the file's order. One name twice is a mistake that the parser leaves to whoever reads the body. */
  readonly attributes: readonly Attribute[];
  /** In the file's order. */
  readonly blocks: readonly Block[];
}

/** `name = value`. */
export interface Attribute extends Span {
  /** The name as written. */
  readonly name: string;
  /** Where the name stands. */
  readonly nameSpan: Span;
  /** What stands behind the `=`. */
  readonly value: Expression;
}

/** `type "label" { … }`. Its span begins with the type and ends behind the closing brace. */
export interface Block extends Span {
  /** The word that it begins with: `resource`, `containers`. */
  readonly type: string;
  /** Where that word stands. */
  readonly typeSpan: Span;
  /** The words between the type and the brace, quoted or not. */
  readonly labels: readonly Label[];
  /** What stands between its braces. */
  readonly body: Body;
}

/** A label of a block; its span is without the quotes. */
export interface Label extends Span {
  /** The label without quotes. */
  readonly text: string;
}

/** A value as it is written. Spans are those of HashiCorp's own parser. */
export type Expression = Literal | Template | Tuple | ObjectExpression | Call | Reference | OtherExpression;

/** A number, `true`, `false` or `null`. */
export interface Literal extends Span {
  /** Tells the variants apart. */
  readonly kind: 'literal';
  /** As written. */
  readonly text: string;
}

/** A text in quotes or a heredoc. */
export interface Template extends Span {
  /** Tells the variants apart. */
  readonly kind: 'template';
  /** How it is written. */
  readonly style: 'quoted' | 'heredoc';
  /** Its pieces in order; none for the empty text. */
  readonly parts: readonly TemplatePart[];
}

/** A piece of a template. */
export type TemplatePart = TextPart | InsertedPart;

/** Characters of a template that stand for themselves. */
export interface TextPart extends Span {
  /** Tells the variants apart. */
  readonly kind: 'text';
  /** The characters after escapes; a heredoc's indentation is taken off where `<<-` says so. */
  readonly text: string;
  /** Where each character of `text` stands, and behind the last one; absent where it is `start` plus its position. */
  readonly offsets?: readonly number[];
}

/** `${ … }` or `%{ … }`. */
export interface InsertedPart extends Span {
  /** Tells the variants apart. */
  readonly kind: 'inserted';
  /** What is inserted; undefined for `%{ … }`, which repeats or drops what follows. */
  readonly value: Expression | undefined;
}

/** `[ … ]`. */
export interface Tuple extends Span {
  /** Tells the variants apart. */
  readonly kind: 'tuple';
  /** In order. */
  readonly items: readonly Expression[];
}

/** `{ … }` as a value. */
export interface ObjectExpression extends Span {
  /** Tells the variants apart. */
  readonly kind: 'object';
  /** In order; one key may stand twice. */
  readonly entries: readonly ObjectEntry[];
}

/** `key = value` or `key : value` in an object. Its span is that of both. */
export interface ObjectEntry extends Span {
  /** The key as text; undefined where it is computed. */
  readonly key: string | undefined;
  /** Where the key stands, without its quotes. */
  readonly keySpan: Span;
  /** What stands behind the key. */
  readonly value: Expression;
}

/** `name(arguments)`. */
export interface Call extends Span {
  /** Tells the variants apart. */
  readonly kind: 'call';
  /** The function: `jsonencode`, `provider::google::region_from_id`. */
  readonly name: string;
  /** In order. */
  readonly arguments: readonly Expression[];
  /** Whether `...` spreads the last argument. */
  readonly isSpread: boolean;
}

/** `var.name`, `local.settings["port"]`, `google_cloud_run_v2_service.app[0].name`. */
export interface Reference extends Span {
  /** Tells the variants apart. */
  readonly kind: 'reference';
  /** The steps as text, the root first; `undefined` for one that is computed, such as `[each.key]` or `[*]`. */
  readonly steps: readonly (string | undefined)[];
  /** Expressions in its brackets. */
  readonly parts: readonly Expression[];
}

/** Conditions, operators, `for`, brackets, and whatever follows a value: known only by evaluation. */
export interface OtherExpression extends Span {
  /** Tells the variants apart. */
  readonly kind: 'other';
  /** The expressions it is made of, as far as they matter for finding references. */
  readonly parts: readonly Expression[];
  /** What it is: an operator's sign, `?` for a condition, `(`, `for`, or `[` for steps behind a value. */
  readonly sign: string;
}

/** Why some text cannot be read. */
export interface HclProblem extends Span {
  /** A sentence on one line. */
  readonly message: string;
}

/** A comment with its marks: from `#` or two slashes to the end of the line, or from slash and star to star and slash. */
export interface HclComment extends Span {
  /** From the first mark up to the end of the line, or behind the closing mark. */
  readonly text: string;
}

/** A text as HCL. */
export interface HclFile {
  /** All that could be read. */
  readonly body: Body;
  /** In the order of the text. */
  readonly comments: readonly HclComment[];
  /** What could not be read: the first thing of each outermost block. */
  readonly problems: readonly HclProblem[];
}
