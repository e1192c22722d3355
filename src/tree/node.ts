import type { Span } from './span.ts';

/**
 * A piece of what a reader makes of a text: the tree of the v1 manifest that it stands for, whatever the language, with
 * places in its own text. It does not change once it is there, but a reader may find a part of it only when asked.
 */
export type Node = ScalarNode | MapNode | ListNode;

/** What all nodes have. */
interface AnyNode {
  /**
   * All that is written, from the first character to just behind the last one, in offsets of the file. Where the file
   * only refers to what stands elsewhere, the reference.
   */
  readonly span: Span;
  /** Whether the file refers here to what stands elsewhere (`*name`, `local.name`). What lies below has its true place. */
  readonly isReference?: boolean;
  /** Whether an edit here would change another place too: a reference, or what others refer to. */
  readonly isShared?: boolean;
}

/** A text, number, truth value or null. */
export interface ScalarNode extends AnyNode {
  /** Tells the three apart. */
  readonly kind: 'scalar';
  /**
   * Its characters after quotes and escapes. Parts that are filled in later stand in it as placeholders that
   * `hasPlaceholder` knows: `${var.image}`, `gcr.io/${var.project}/web`.
   */
  readonly text: string;
  /** What the file has where the deploy puts `text` in its place; absent where they are the same. */
  readonly default?: string | undefined;
  /** True where nothing is known of its value, whatever the characters of `text`: a call, an operator, a reference. */
  readonly unknown?: boolean;
  /** How it is quoted. A number or a word without quotes is `plain`. */
  readonly style: Style;
  /** What it means without quotes in its language; undefined for a quoted one. */
  readonly plain: PlainValue | undefined;
  /** True where a piece of it cannot be pointed at, since its characters stand elsewhere or nowhere. */
  readonly shownWhole?: boolean;
  /**
   * True where `text` was put together from what `embedded` gives, so that a placeholder in it is one value's and reaches
   * no other.
   */
  readonly isComposed?: boolean;
  /** Where a character of `text` stands in the file; its length gives the end. Not asked where `shownWhole`. */
  offsetOf(at: number): number;
  /** The tree of the JSON that `text` is, with true places in the file; undefined, or no method, where it is none. */
  embedded?(): Node | undefined;
}

/** Keys with values. */
export interface MapNode extends AnyNode {
  /** Tells the three apart. */
  readonly kind: 'map';
  /** Whether it stands in braces. */
  readonly isFlow: boolean;
  /** In the order of the file, each key once: what the language drops, merges or lets win is settled. */
  readonly entries: readonly Entry[];
  /** True where a key that it lacks may yet come: from an expression, a generated block, a line of a template. */
  readonly isOpen?: boolean;
  /** True for a document for which the file has other words: it is no v1 manifest, but surely Cloud Run's. */
  readonly isTranslated?: boolean;
}

/** Values in order. */
export interface ListNode extends AnyNode {
  /** Tells the three apart. */
  readonly kind: 'list';
  /** Whether it stands in brackets. */
  readonly isFlow: boolean;
  /** In the order of the file; null for a dash without anything behind it. */
  readonly items: readonly (Node | null)[];
  /** True where further items may yet come. */
  readonly isOpen?: boolean;
}

/** A key of a mapping with its value. */
export interface Entry {
  /** After quotes and escapes. */
  readonly key: string;
  /** Where the key stands; absent for what is implied. */
  readonly keySpan?: Span | undefined;
  /** null for a key without anything behind it. */
  readonly value: Node | null;
  /**
   * True for what the file does not say and its language does by default. It has a value, but its place is that of the
   * mapping that lacks it, and nothing of it can be edited.
   */
  readonly implied?: boolean;
  /** True where it was written in another mapping and merged into this one. */
  readonly isMerged?: boolean;
}

/** How a scalar is written. `block`: as lines of their own below its key. */
export type Style = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

/** What a plain (unquoted) scalar may mean. */
export type PlainKind = 'string' | 'int' | 'float' | 'bool' | 'null' | 'timestamp';

/** What a plain scalar means in its language. */
export interface PlainValue {
  /** `string` where the language sees nothing else in the characters. */
  readonly kind: PlainKind;
  /** The number or boolean meant; the text itself for strings and timestamps. */
  readonly value: string | number | boolean | null;
}
