import { hasPlaceholder, holdsMarkOrYours } from '../text/placeholder.ts';
import type { Entry, Node, PlainValue, Style } from './node.ts';
import { Place, type Placed, type Segment } from './place.ts';
import { type Shape, shapeOfKey } from './shape.ts';
import type { Source, SourceDocument } from './source.ts';
import type { Span } from './span.ts';
import { typedValue } from './typed-value.ts';

export type { Placed, Segment } from './place.ts';

type Item<T> = T extends readonly (infer U)[] ? U : never;

/**
 * A place the schema names, whether or not the file fills it in. Reading never throws and never lies: what is
 * absent, of another type, or filled in by another tool has no `value`.
 */
export class Field<T> implements Placed {
  readonly #shape: Shape | undefined;
  /** The text that it was read from. */
  readonly source: Source;
  /** As a reader gives it; null for a key without anything behind it, undefined where the file is silent. */
  readonly node: Node | null | undefined;
  /** The entry that it is the value of; undefined in a list, at the root, and where the file is silent. */
  readonly entry: Entry | undefined;
  /** Its key or position in what it lies in; undefined for a root. */
  readonly segment: Segment | undefined;
  /** The field that this one lies in; undefined for a document's root. */
  readonly parent: Field<unknown> | undefined;
  /** The scalar whose text it was parsed from; undefined where that is the file. */
  readonly host: Field<unknown> | undefined;
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

  private constructor(
    source: Source,
    node: Node | null | undefined,
    shape: Shape | undefined,
    parent?: Field<unknown>,
    segment?: Segment,
    entry?: Entry,
    host?: Field<unknown>,
  ) {
    this.source = source;
    this.node = node;
    this.#shape = shape;
    this.parent = parent;
    this.segment = segment;
    this.entry = entry;
    this.host = host;
    this.text = node?.kind === 'scalar' ? node.text : undefined;
  }

  /** The root of a document, read by a schema. */
  static root<T>({ source, root }: SourceDocument, shape?: Shape): Field<T> {
    return new Field<T>(source, root, shape);
  }

  /** Whether the file says anything here, an explicit null included, or its language does by default. */
  get exists(): boolean {
    return this.node !== undefined && (this.parent !== undefined || this.node !== null);
  }

  /** Whether the file does not say it, but its language does by default, here or around it. */
  get isImplied(): boolean {
    for (let field: Field<unknown> | undefined = this; field; field = field.parent) {
      if (field.entry?.implied) return true;
    }
    return false;
  }

  /** Whether it is there but empty: `key:`, `key: null` or `key: ~`. gcloud reads it as absent. */
  get isNull(): boolean {
    return this.node === null || (this.text !== undefined && this.plain?.kind === 'null');
  }

  /** Whether the file has a mapping here, as it is or by an alias. */
  get isMap(): boolean {
    return this.node?.kind === 'map';
  }

  /** Whether the file has a list here, as it is or by an alias. */
  get isList(): boolean {
    return this.node?.kind === 'list';
  }

  /** Whether the file has a scalar here, as it is or by an alias: `text` is defined. */
  get isScalar(): boolean {
    return this.text !== undefined;
  }

  /** Whether a mapping or list is written in braces or brackets. */
  get isFlow(): boolean {
    const { node } = this;
    return node?.kind === 'map' || node?.kind === 'list' ? node.isFlow : false;
  }

  /** Whether it refers to what stands elsewhere (`*name`), or lies in what does. */
  get isReference(): boolean {
    return (this.node?.isReference ?? false) || (this.parent?.isReference ?? false);
  }

  /** Whether an edit here would change another place too: it is referred to or merged, or lies in what is. */
  get isShared(): boolean {
    for (let field: Field<unknown> | undefined = this; field; field = field.parent) {
      if (field.node?.isShared || field.entry?.isMerged) return true;
    }
    return false;
  }

  /** How a scalar is quoted; undefined for what is no scalar. */
  get style(): Style | undefined {
    return this.node?.kind === 'scalar' ? this.node.style : undefined;
  }

  /** What its language makes of a plain scalar; undefined for quoted ones and for what is no scalar. */
  get plain(): PlainValue | undefined {
    if (this.node?.kind === 'scalar') this.#plain ??= this.node.plain;
    return this.#plain;
  }

  /** Whether another tool fills in the value, wholly or in part, so that nothing can be said of it. */
  get unknown(): boolean {
    const { node } = this;
    const isFilledIn = this.#shape?.['x-capitals'] ? holdsMarkOrYours : hasPlaceholder;
    this.#unknown ??= node?.kind === 'scalar' && (node.unknown === true || isFilledIn(node.text));
    return this.#unknown;
  }

  /**
   * Whether what is missing here may yet come: further keys or items, or the whole where it is absent itself. A template
   * may fill in lines, or the language says that a mapping or list has more than what stands there.
   */
  get mayHoldMore(): boolean {
    if (this.source.hasTemplateLines) return true;
    let field: Field<unknown> = this;
    while (field.node === undefined && field.parent) field = field.parent;
    const { node } = field;
    return node?.kind === 'scalar' ? field.unknown : node?.isOpen === true;
  }

  /** As `mayHoldMore`, where it is the language that says so: which lines a template fills in, the whole file tells. */
  get isOpen(): boolean {
    return !this.source.hasTemplateLines && this.mayHoldMore;
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
      child = new Field<unknown>(this.source, undefined, shapeOfKey(this.#shape, key), this, key, undefined, this.host);
      children.set(key, child);
    }
    return child as Field<Exclude<T[K], undefined>>;
  }

  /** The keys of a mapping, merged ones included, in order; [] for anything else. */
  get keys(): readonly string[] {
    if (!this.#keys) this.#readChildren();
    return this.#keys!;
  }

  /** Whether `keys` has a key, in the same time however many there are. */
  has(key: string): boolean {
    return (this.#children ?? this.#readChildren()).get(key)?.entry !== undefined;
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
    this.#embedded ??= this.#readEmbedded(shape);
    return this.#embedded as Field<E>;
  }

  /** A piece of a scalar's value, in offsets of `text`, for pointing inside it. The whole for what is shown whole or no scalar. */
  part(start: number, end: number): Placed {
    const { node } = this;
    if (node?.kind !== 'scalar' || node.shownWhole || this.isImplied) return this;
    return new Place(this, { start: node.offsetOf(start), end: node.offsetOf(end) });
  }

  /** The key that introduces this field, for findings about the key itself; the field's own place where there is none. */
  get key(): Placed {
    const keySpan = this.entry?.keySpan;
    return keySpan && !this.isImplied ? new Place(this, keySpan) : this;
  }

  /** A scalar is its text; a mapping or list the key that introduces it; a list item its name; what is absent is its parent. */
  get span(): Span {
    const { node, entry, parent } = this;
    if (node === undefined || this.isImplied) return parent?.span ?? { start: 0, end: 0 };
    if (node?.isReference) return node.span;
    if (node?.kind === 'scalar' && node.style !== 'block') {
      const { span } = node;
      if (span.end > span.start) return span;
    }
    return entry?.keySpan ?? this.#ownSpan() ?? parent?.span ?? { start: 0, end: 0 };
  }

  /** Everything that is written here, from the first to just behind the last character; empty where absent. */
  get fullSpan(): Span {
    return this.node && !this.isImplied ? this.node.span : { start: this.span.end, end: this.span.end };
  }

  /** The way from the document's root, keys that are missing from the file included. */
  get path(): readonly Segment[] {
    return this.#way.map((field) => field.segment!);
  }

  /** The same way with names in place of list positions. */
  get stablePath(): readonly string[] {
    return this.#way.map((field) => field.#label);
  }

  /** The fields from the root to this one that are a step of the way. */
  get #way(): readonly Field<unknown>[] {
    const way: Field<unknown>[] = [];
    for (let field: Field<unknown> | undefined = this; field?.parent; field = field.parent) {
      if (field.segment !== undefined) way.push(field);
    }
    return way.reverse();
  }

  #readChildren(): Map<string, Field<unknown>> {
    const children = new Map<string, Field<unknown>>();
    if (this.node?.kind === 'map') {
      for (const entry of this.node.entries) {
        const { key, value } = entry;
        const shape = shapeOfKey(this.#shape, key);
        children.set(key, new Field<unknown>(this.source, value, shape, this, key, entry, this.host));
      }
    }
    this.#keys = [...children.keys()];
    this.#children = children;
    return children;
  }

  /** What stands under a key in this mapping itself; undefined for what is absent, merged or implied. */
  #ownEntry(key: string): Field<unknown> | undefined {
    const child = (this.#children ?? this.#readChildren()).get(key);
    return child?.entry && !child.entry.isMerged && !child.entry.implied ? child : undefined;
  }

  /** A list item is called by what names it; a scalar item by its own text. */
  get #label(): string {
    if (typeof this.segment !== 'number') return this.segment ?? '';
    const children = this.#children ?? this.#readChildren();
    for (const key of ['name', 'mountPath', 'key', 'tag', 'revisionName']) {
      const node = children.get(key)?.node;
      if (node?.kind === 'scalar' && !node.isReference) return node.default ?? node.text;
    }
    return this.text ?? String(this.segment);
  }

  #readItems(): readonly Field<Item<T>>[] {
    const { source, node, host } = this;
    const shape = this.#shape?.items;
    if (node?.kind === 'list') {
      return node.items.map((item, index) => new Field<Item<T>>(source, item, shape, this, index, undefined, host));
    }
    return this.isUnlisted ? [new Field<Item<T>>(source, node, shape, this, 0, this.entry, host)] : [];
  }

  #readEmbedded(shape: Shape | undefined): Field<unknown> {
    const root = this.node?.kind === 'scalar' ? this.node.embedded?.() : undefined;
    return new Field(this.source, root, shape, this, undefined, undefined, this);
  }

  /** A list item is shown by its `name`, else by its first key or item; a document by its `kind`. What is merged stands elsewhere. */
  #ownSpan(): Span | undefined {
    const { node } = this;
    const named = this.#ownEntry(this.parent ? 'name' : 'kind')?.node;
    if (named?.kind === 'scalar' && !named.isReference) {
      const { span } = named;
      if (span.end > span.start) return span;
    }
    const [first] = this.keys;
    const entry = first === undefined ? undefined : this.#ownEntry(first);
    if (entry?.entry?.keySpan) return entry.entry.keySpan;
    const item = node?.kind === 'list' ? this.items[0] : undefined;
    const inner = item ? item.#ownSpan() : undefined;
    if (inner || !node) return inner;
    const { span } = node;
    return span.end > span.start ? span : undefined;
  }
}
