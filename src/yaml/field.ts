import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { PlainValue, Style } from '../tree/node.ts';
import { type Aliases, resolveAliases } from './aliases.ts';
import { parseEmbedded } from './embedded.ts';
import { mapOffsets, type Offsets } from './offsets.ts';
import { readPairs } from './pairs.ts';
import { parameterOf } from './parameter.ts';
import { Place, type Placed, type Segment } from './place.ts';
import { hasPlaceholder, holdsMarkOrYours } from './placeholder.ts';
import { resolvePlain } from './plain.ts';
import { type Shape, shapeOfKey } from './shape.ts';
import type { Source, SourceDocument } from './source.ts';
import type { Span } from './span.ts';
import { typedValue } from './typed-value.ts';

export type { Placed, Segment } from './place.ts';

type Item<T> = T extends readonly (infer U)[] ? U : never;

/** How a field is written, for the helpers that edit text. Its offsets count in `text`, see `Reader.toFile`. */
export interface Written {
  /** The text that the node was parsed from: the file's, or the value of the annotation that it lies in. */
  readonly text: string;
  /** The scalar that holds that text; undefined where it is the file. */
  readonly host: Field<unknown> | undefined;
  /** As parsed; null for `key:` without a value, undefined where the file is silent. */
  readonly node: ParsedNode | null | undefined;
  /** The key before it; undefined in a list, at the root, and where the file is silent. */
  readonly key: Scalar.Parsed | undefined;
  /** Its key or position in what it lies in; undefined at the root. */
  readonly segment: Segment | undefined;
  /** True if an edit here would change another place too: it comes out of an alias or merge, or has an anchor. */
  readonly isShared: boolean;
}

/** What all fields of one parsed text share. */
interface Reader {
  readonly source: Source;
  readonly aliases: Aliases;
  /** From offsets of the parsed text to offsets of the file: differs inside annotations. */
  readonly toFile: Offsets;
  /** Set for the text of an alias: where all of it is shown, since its characters stand at the anchor. */
  readonly shownAt?: Span;
}

/**
 * A place the schema names, whether or not the file fills it in. Reading never throws and never lies: what is
 * absent, of another type, or filled in by another tool has no `value`.
 */
export class Field<T> implements Placed {
  readonly #reader: Reader;
  readonly #written: ParsedNode | null | undefined;
  readonly #node: ParsedNode | null | undefined;
  readonly #key: Scalar.Parsed | undefined;
  readonly #segment: Segment | undefined;
  readonly #shape: Shape | undefined;
  readonly #isMerged: boolean;
  /** The field that this one lies in; undefined for a document's root. */
  readonly parent: Field<unknown> | undefined;
  /**
   * The characters of a scalar after quotes and escapes, placeholders included; undefined for what is no scalar. Where
   * Cloud Deploy puts a parameter in its place, that parameter.
   */
  readonly text: string | undefined;

  #keys: readonly string[] | undefined;
  /** By key: what the file has from the start, what it lacks as soon as somebody asks for it. */
  #children: Map<string, Field<unknown>> | undefined;
  #items: readonly Field<Item<T>>[] | undefined;
  #plain: PlainValue | undefined;
  #unknown: boolean | undefined;
  #embedded: Field<unknown> | undefined;
  #offsets: Offsets | undefined;

  private constructor(
    reader: Reader,
    written: ParsedNode | null | undefined,
    shape: Shape | undefined,
    parent?: Field<unknown>,
    segment?: Segment,
    key?: Scalar.Parsed,
    isMerged = false,
  ) {
    const node = written ? reader.aliases.resolve(written) : written;
    this.#reader = reader;
    this.#written = written;
    this.#node = node;
    this.#shape = shape;
    this.parent = parent;
    this.#segment = segment;
    this.#key = key;
    this.#isMerged = isMerged;
    this.text = isScalar(node) ? (parameterOf(node) ?? String(node.value ?? '')) : undefined;
  }

  /** The root of a document, read by a schema. */
  static root<T>(document: SourceDocument, shape?: Shape): Field<T> {
    const reader: Reader = { source: document.source, aliases: document.aliases, toFile: (at) => at };
    return new Field<T>(reader, document.root, shape);
  }

  /** The text that it was read from. */
  get source(): Source {
    return this.#reader.source;
  }

  /** Whether the file says anything here, an explicit null included. */
  get exists(): boolean {
    return this.#written !== undefined && (this.parent !== undefined || this.#written !== null);
  }

  /** Whether it is there but empty: `key:`, `key: null` or `key: ~`. gcloud reads it as absent. */
  get isNull(): boolean {
    if (this.#written === undefined) return false;
    return this.#node === null || (this.text !== undefined && this.plain?.kind === 'null');
  }

  /** Whether the file has a mapping here, as it is or by an alias. */
  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** Whether the file has a list here, as it is or by an alias. */
  get isList(): boolean {
    return isSeq(this.#node);
  }

  /** Whether the file has a scalar here, as it is or by an alias: `text` is defined. */
  get isScalar(): boolean {
    return this.text !== undefined;
  }

  /** Whether a mapping or list is written in braces or brackets. */
  get isFlow(): boolean {
    return (isMap(this.#node) || isSeq(this.#node)) && this.#node.flow === true;
  }

  /** Whether it is written as an alias (`*name`) or comes out of one. */
  get isAlias(): boolean {
    return isAlias(this.#written) || (this.parent?.isAlias ?? false);
  }

  /** How a scalar is quoted; undefined for what is no scalar. */
  get style(): Style | undefined {
    if (this.text === undefined) return undefined;
    switch ((this.#node as Scalar.Parsed).type) {
      case 'QUOTE_SINGLE':
        return 'single-quoted';
      case 'QUOTE_DOUBLE':
        return 'double-quoted';
      case 'BLOCK_FOLDED':
      case 'BLOCK_LITERAL':
        return 'block';
      default:
        return 'plain';
    }
  }

  /** What YAML 1.1 makes of a plain scalar; undefined for quoted ones and for what is no scalar. */
  get plain(): PlainValue | undefined {
    if (this.style !== 'plain') return undefined;
    this.#plain ??=
      (this.#node as Scalar).tag === 'tag:yaml.org,2002:str'
        ? { kind: 'string', value: this.text! }
        : resolvePlain(this.text!);
    return this.#plain;
  }

  /** Whether another tool fills in the value, wholly or in part, so that nothing can be said of it. */
  get unknown(): boolean {
    const isFilledIn = this.#shape?.['x-capitals'] ? holdsMarkOrYours : hasPlaceholder;
    this.#unknown ??= this.text !== undefined && isFilledIn(this.text);
    return this.#unknown;
  }

  /** The value as gcloud would read it, or undefined where it is absent, of another type, or unknown. */
  get value(): T | undefined {
    const text = this.text;
    if (text === undefined || this.unknown) return undefined;
    return typedValue(text, this.plain, this.#shape?.type) as T | undefined;
  }

  /** What lies under a key; a field that does not exist where the file has none. */
  get<K extends keyof T & string>(key: K): Field<Exclude<T[K], undefined>> {
    const children = this.#children ?? this.#readChildren();
    let child = children.get(key);
    if (!child) {
      child = new Field<unknown>(this.#reader, undefined, shapeOfKey(this.#shape, key), this, key);
      children.set(key, child);
    }
    return child as Field<Exclude<T[K], undefined>>;
  }

  /** The keys of a mapping, merged ones included, in order; [] for anything else. */
  get keys(): readonly string[] {
    if (!this.#keys) this.#readChildren();
    return this.#keys!;
  }

  /** The fields of a mapping in order; [] for anything else. */
  get entries(): readonly (readonly [string, Field<T[keyof T & string]>])[] {
    return this.keys.map((key) => [key, this.get(key as keyof T & string) as Field<T[keyof T & string]>] as const);
  }

  /**
   * The items of a list. Where the schema wants a list and the file has one mapping or scalar, that is the one item,
   * as gcloud reads it; [] for anything else.
   */
  get items(): readonly Field<Item<T>>[] {
    this.#items ??= this.#readItems();
    return this.#items;
  }

  /** Whether a lone mapping or scalar stands where the schema wants a list. */
  get isUnlisted(): boolean {
    return this.#shape?.type === 'array' && this.exists && !this.isList && !this.isNull && !this.unknown;
  }

  /** What the schema says of this place; undefined for what it does not name. */
  get shape(): Shape | undefined {
    return this.#shape;
  }

  /**
   * JSON or YAML flow held in this scalar's text, with true places inside it. A field without value where the text
   * cannot be parsed.
   */
  embedded<E>(shape?: Shape): Field<E> {
    this.#embedded ??= this.#parseEmbedded(shape);
    return this.#embedded as Field<E>;
  }

  /** A piece of a scalar's value, in offsets of `text`, for pointing inside it. The whole for a parameter and what is no scalar. */
  part(start: number, end: number): Placed {
    if (!isScalar(this.#node) || isAlias(this.#written) || parameterOf(this.#node) !== undefined) return this;
    const { toFile, shownAt } = this.#reader;
    return new Place(this, shownAt ?? { start: toFile(this.offsetOf(start)), end: toFile(this.offsetOf(end)) });
  }

  /** Where a character of `text` stands, in offsets of `written.text`. Only for scalars. */
  offsetOf(at: number): number {
    this.#offsets ??= mapOffsets(this.#node as Scalar.Parsed, this.#host?.text ?? this.source.readable);
    return this.#offsets(at);
  }

  /** How it is written, for the helpers of `edit.ts`. */
  get written(): Written {
    return {
      text: this.#parsedText,
      host: this.#host,
      node: this.#written,
      key: this.#key,
      segment: this.#segment,
      isShared: this.#isShared,
    };
  }

  /** The key that introduces this field, for findings about the key itself; the field's own place where there is none. */
  get key(): Placed {
    return this.#key ? new Place(this, this.#spanOf(this.#key)) : this;
  }

  /** A scalar is its text; a mapping or list the key that introduces it; a list item its name; what is absent is its parent. */
  get span(): Span {
    if (this.#written === undefined) return this.parent?.span ?? { start: 0, end: 0 };
    if (isAlias(this.#written)) return this.#spanOf(this.#written);
    if (isScalar(this.#node) && this.style !== 'block' && this.#node.range![1] > this.#node.range![0]) {
      return this.#spanOf(this.#node as Scalar.Parsed);
    }
    if (this.#key) return this.#spanOf(this.#key);
    return this.#ownSpan() ?? this.parent?.span ?? { start: 0, end: 0 };
  }

  /** Everything that is written here, from the first to just behind the last character; empty where absent. */
  get fullSpan(): Span {
    return this.#written ? this.#spanOf(this.#written) : { start: this.span.end, end: this.span.end };
  }

  /** The way from the document's root, keys that are missing from the file included. */
  get path(): readonly Segment[] {
    return this.#way.map((field) => field.#segment!);
  }

  /** The same way with names in place of list positions. */
  get stablePath(): readonly string[] {
    return this.#way.map((field) => field.#label);
  }

  /** The fields from the root to this one that are a step of the way. */
  get #way(): readonly Field<unknown>[] {
    const way: Field<unknown>[] = [];
    for (let field: Field<unknown> | undefined = this; field?.parent; field = field.parent) {
      if (field.#segment !== undefined) way.push(field);
    }
    return way.reverse();
  }

  #readChildren(): Map<string, Field<unknown>> {
    const children = readPairs(
      this.#node,
      this.#reader.aliases,
      (name, key, value, merged) =>
        new Field<unknown>(this.#reader, value, shapeOfKey(this.#shape, name), this, name, key, merged),
    );
    this.#keys = [...children.keys()];
    this.#children = children;
    return children;
  }

  /** What stands under a key, wherever it was merged from; undefined where the file has none. */
  #writtenAt(key: string): ParsedNode | null | undefined {
    const child = (this.#children ?? this.#readChildren()).get(key);
    return child ? child.#written : undefined;
  }

  /** What stands under a key in this mapping itself; undefined for what is absent or merged. */
  #ownEntry(key: string): Field<unknown> | undefined {
    const child = (this.#children ?? this.#readChildren()).get(key);
    return child?.exists && !child.#isMerged ? child : undefined;
  }

  /** A list item is called by what names it; a scalar item by its own text. */
  get #label(): string {
    if (typeof this.#segment !== 'number') return this.#segment ?? '';
    for (const key of ['name', 'mountPath', 'key', 'tag', 'revisionName']) {
      const written = this.#writtenAt(key);
      if (isScalar(written)) return String(written.value);
    }
    return this.text ?? String(this.#segment);
  }

  #readItems(): readonly Field<Item<T>>[] {
    const shape = this.#shape?.items;
    if (isSeq<ParsedNode>(this.#node)) {
      return this.#node.items.map((item, index) => new Field<Item<T>>(this.#reader, item, shape, this, index));
    }
    return this.isUnlisted ? [new Field<Item<T>>(this.#reader, this.#written, shape, this, 0, this.#key)] : [];
  }

  #parseEmbedded(shape: Shape | undefined): Field<unknown> {
    const text = this.text;
    if (text === undefined) return new Field(this.#reader, undefined, shape, this, undefined);
    const { source, toFile, shownAt } = this.#reader;
    const alias = isAlias(this.#written) ? this.#spanOf(this.#written) : shownAt;
    const root = parseEmbedded(text);
    const reader: Reader = {
      source,
      aliases: resolveAliases(root ?? null, text),
      toFile: (at) => toFile(this.offsetOf(at)),
      ...(alias && { shownAt: alias }),
    };
    return new Field(reader, root, shape, this, undefined);
  }

  /** The text that this field's node offsets count in. */
  get #parsedText(): string {
    const host = this.#host;
    return host ? (host.text ?? '') : this.#reader.source.text;
  }

  /** The scalar that this field lies in the text of. */
  get #host(): Field<unknown> | undefined {
    let field = this.parent;
    while (field && field.#reader === this.#reader) field = field.parent;
    return field;
  }

  get #isShared(): boolean {
    for (let field: Field<unknown> | undefined = this; field; field = field.parent) {
      if (isAlias(field.#written) || (field.#written && field.#written.anchor !== undefined)) return true;
      if (field.#isMerged) return true;
    }
    return false;
  }

  #spanOf(node: { range?: [number, number, number] | null | undefined }): Span {
    const { toFile, shownAt } = this.#reader;
    const [start, end] = node.range ?? [0, 0];
    return shownAt ?? { start: toFile(start), end: toFile(end) };
  }

  /** A list item is shown by its `name`, else by its first key or item; a document by its `kind`. What is merged stands elsewhere. */
  #ownSpan(): Span | undefined {
    const named = this.#ownEntry(this.parent ? 'name' : 'kind');
    const value = named ? named.#written : undefined;
    if (isScalar(value) && value.range![1] > value.range![0]) return this.#spanOf(value);
    const [first] = this.keys;
    const entry = first === undefined ? undefined : this.#ownEntry(first);
    if (entry) return this.#spanOf(entry.#key!);
    const item = isSeq(this.#node) ? this.items[0] : undefined;
    const inner = item ? item.#ownSpan() : undefined;
    if (inner || !this.#written) return inner;
    const span = this.#spanOf(this.#written);
    return span.end > span.start ? span : undefined;
  }
}
