import type { ListNode, MapNode, Node, PlainValue, ScalarNode, Style } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import { embeddedIn } from '../yaml/nodes.ts';

/** How a text of HCL came to be, beyond its characters. */
export interface TextOptions {
  /** `double-quoted` where absent: Terraform makes a text of a number and a number of a text, so a number is one too. */
  readonly style?: Style;
  /** What `true` and `false` mean. */
  readonly plain?: PlainValue;
  /** Where each character of the text stands, and behind the last one; absent where it is shown whole. */
  readonly offsets?: readonly number[];
  /** Where the first character stands, the others following one by one. Wins over `offsets`. */
  readonly from?: number;
  /** Nothing is known of it. */
  readonly unknown?: boolean;
  /** It refers to what stands elsewhere. */
  readonly isReference?: boolean;
  /** The tree that it is the JSON of. */
  readonly tree?: Node;
}

/** A text, number or truth value of HCL. */
export class TextNode implements ScalarNode {
  /** Tells nodes apart. */
  readonly kind = 'scalar';
  /** As `ScalarNode` has it. */
  readonly text: string;
  /** As `ScalarNode` has it. */
  readonly span: Span;
  readonly #options: TextOptions;

  constructor(text: string, span: Span, options: TextOptions = {}) {
    this.text = text;
    this.span = span;
    this.#options = options;
  }

  /** How it is written. */
  get style(): Style {
    return this.#options.style ?? 'double-quoted';
  }

  /** What it means without quotes. */
  get plain(): PlainValue | undefined {
    return this.#options.plain;
  }

  /** Whether nothing is known of its value. */
  get unknown(): boolean {
    return this.#options.unknown ?? false;
  }

  /** Whether it stands elsewhere. */
  get isReference(): boolean {
    return this.#options.isReference ?? false;
  }

  /** A reference cannot be edited without changing what others refer to. */
  get isShared(): boolean {
    return this.isReference;
  }

  /** Whether its characters stand elsewhere or nowhere. */
  get shownWhole(): boolean {
    return this.#options.from === undefined && this.#options.offsets === undefined;
  }

  /** Where a character stands. */
  offsetOf(at: number): number {
    const { from, offsets } = this.#options;
    if (from !== undefined) return from + at;
    return offsets?.[Math.min(at, offsets.length - 1)] ?? this.span.start;
  }

  /** The tree that it was made the JSON of, as with `jsonencode`; undefined for a text that is written as one. */
  get tree(): Node | undefined {
    return this.#options.tree;
  }

  /** Whether its text was made of a tree. */
  get isComposed(): boolean {
    return this.#options.tree !== undefined;
  }

  /** The tree of the JSON that it is. */
  embedded(): Node | undefined {
    if (this.tree || this.unknown) return this.tree;
    return embeddedIn(this.text, (at) => this.offsetOf(at), this.shownWhole ? this.span : undefined);
  }

  /** The same text at the place of a reference to it. */
  at(span: Span): TextNode {
    const { from, offsets, ...options } = this.#options;
    return new TextNode(this.text, span, { ...options, isReference: true });
  }
}

/** `true` or `false`, which is a text where a text belongs. */
export function truth(value: boolean, span: Span): TextNode {
  return new TextNode(String(value), span, { style: 'plain', plain: { kind: 'bool', value }, from: span.start });
}

/** What can only be known by evaluating it. Its text is a placeholder that shows what stands there. */
export function unknownNode(source: string, span: Span): TextNode {
  return new TextNode(placeholder(source), span, { unknown: true });
}

/**
 * `${…}` with what is evaluated in it, on one line and without the signs that would end it; what is long is left out, so
 * that nobody reads half of it.
 */
export function placeholder(source: string): string {
  const inside = source.length > 200 ? '' : source.replace(/["'`{}$%\s]+/g, ' ').trim();
  return `\${${inside || '\u2026'}}`;
}

/** Any node at the place of a reference to it. What lies below keeps its place. */
export function referTo(node: Node, span: Span): Node {
  if (node instanceof TextNode) return node.at(span);
  if (node.kind === 'map') return { ...node, span, isReference: true, isShared: true };
  return { ...(node as ListNode), span, isReference: true, isShared: true };
}

/** What lies under a key or at a position; undefined where it is not there, or nothing can be said of it. */
export function stepInto(node: Node, step: string | undefined): Node | undefined {
  if (step === undefined) return undefined;
  if (node.kind === 'map') return (node as MapNode).entries.find(({ key }) => key === step)?.value ?? undefined;
  if (node.kind === 'list' && !node.isOpen && /^\d{1,6}$/.test(step))
    return (node as ListNode).items[Number(step)] ?? undefined;
  return undefined;
}
