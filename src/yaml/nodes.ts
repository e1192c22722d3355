import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Entry, ListNode, MapNode, Node, PlainValue, ScalarNode, Style } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import { type Aliases, resolveAliases } from './aliases.ts';
import { parseEmbedded } from './embedded.ts';
import { mapOffsets, type Offsets } from './offsets.ts';
import { readPairs } from './pairs.ts';
import { parameterOf } from './parameter.ts';
import { resolvePlain } from './plain.ts';

/** What all nodes of one parsed text share. */
export interface Parsed {
  /** What was parsed: the file, or the value of an annotation. */
  readonly text: string;
  /** What each alias stands for. */
  readonly aliases: Aliases;
  /** From offsets of the parsed text to offsets of the file; absent where they are the same. */
  readonly toFile?: Offsets;
  /** Set for the text of an alias: where all of it is shown, since its characters stand at the anchor. */
  readonly shownAt?: Span | undefined;
}

/** A node of the tree that was read from YAML. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

/** Makes a node of what the library parsed; null for nothing. An alias becomes what it stands for, in its own place. */
export function toNode(written: ParsedNode | null, parsed: Parsed): YamlNode | null {
  const node = written && parsed.aliases.resolve(written);
  if (!written) return null;
  if (isMap<ParsedNode>(node)) return new YamlMap(parsed, written, node as YAMLMap.Parsed);
  if (isSeq<ParsedNode>(node)) return new YamlList(parsed, written, node as YAMLSeq.Parsed);
  return new YamlScalar(parsed, written, isScalar(node) ? (node as Scalar.Parsed) : undefined);
}

/** What nodes of every kind know of how they are written. */
abstract class LibraryNode {
  /** The text that it is a part of. */
  readonly parsed: Parsed;
  /** As the library gives it: the alias itself where it is one. Its range counts in `parsed.text`. */
  readonly written: ParsedNode;

  constructor(parsed: Parsed, written: ParsedNode) {
    this.parsed = parsed;
    this.written = written;
  }

  get span(): Span {
    return spanOf(this.written, this.parsed);
  }

  get isReference(): boolean {
    return isAlias(this.written);
  }

  get isShared(): boolean {
    return isAlias(this.written) || this.written.anchor !== undefined;
  }
}

/** A scalar, or an alias of one. An alias without anchor is a scalar of which nothing is known. */
export class YamlScalar extends LibraryNode implements ScalarNode {
  readonly kind = 'scalar';
  readonly text: string;
  readonly default: string | undefined;
  readonly #scalar: Scalar.Parsed | undefined;
  #offsets: Offsets | undefined;

  constructor(parsed: Parsed, written: ParsedNode, scalar: Scalar.Parsed | undefined) {
    super(parsed, written);
    this.#scalar = scalar;
    const own = scalar ? String(scalar.value ?? '') : (written as { readonly source?: string }).source;
    const parameter = scalar && parameterOf(scalar);
    this.text = parameter ?? own ?? '';
    this.default = parameter === undefined ? undefined : own;
  }

  get unknown(): boolean {
    return this.#scalar === undefined;
  }

  get style(): Style {
    switch (this.#scalar?.type) {
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

  /** What YAML 1.1 makes of it. */
  get plain(): PlainValue | undefined {
    if (this.style !== 'plain') return undefined;
    return this.#scalar?.tag === 'tag:yaml.org,2002:str'
      ? { kind: 'string', value: this.text }
      : resolvePlain(this.text);
  }

  get shownWhole(): boolean {
    return this.isReference || this.parsed.shownAt !== undefined || this.default !== undefined;
  }

  offsetOf(at: number): number {
    const { toFile } = this.parsed;
    const offset = this.parsedOffsetOf(at);
    return toFile ? toFile(offset) : offset;
  }

  /** Where a character of `text` stands in `parsed.text`. */
  parsedOffsetOf(at: number): number {
    this.#offsets ??= mapOffsets(this.#scalar!, this.parsed.text);
    return this.#offsets(at);
  }

  /** JSON, or whatever else YAML takes for a mapping in braces or a list in brackets. */
  embedded(): Node | undefined {
    if (!this.#scalar) return undefined;
    return embeddedIn(this.text, (at) => this.offsetOf(at), this.isReference ? this.span : this.parsed.shownAt);
  }
}

/**
 * The tree of the JSON, or whatever else YAML takes for a mapping in braces or a list in brackets, that a text of any
 * language is; undefined for other texts.
 * @param toFile from offsets of the text to offsets of the file
 * @param shownAt where all of it is shown, if its characters stand elsewhere
 */
export function embeddedIn(text: string, toFile: Offsets, shownAt?: Span): Node | undefined {
  const root = parseEmbedded(text);
  if (!root) return undefined;
  return toNode(root, { text, aliases: resolveAliases(root, text), toFile, shownAt }) ?? undefined;
}

/** A mapping, or an alias of one. */
export class YamlMap extends LibraryNode implements MapNode {
  readonly kind = 'map';
  readonly #map: YAMLMap.Parsed;
  #entries: readonly YamlEntry[] | undefined;

  constructor(parsed: Parsed, written: ParsedNode, map: YAMLMap.Parsed) {
    super(parsed, written);
    this.#map = map;
  }

  get isFlow(): boolean {
    return this.#map.flow === true;
  }

  get entries(): readonly YamlEntry[] {
    this.#entries ??= readPairs(this.#map, this.parsed.aliases, (name, key, value, isMerged) => {
      return new YamlEntry(this.parsed, name, key, toNode(value, this.parsed), isMerged);
    });
    return this.#entries;
  }
}

/** A list, or an alias of one. */
export class YamlList extends LibraryNode implements ListNode {
  readonly kind = 'list';
  readonly #list: YAMLSeq.Parsed;
  #items: readonly (YamlNode | null)[] | undefined;

  constructor(parsed: Parsed, written: ParsedNode, list: YAMLSeq.Parsed) {
    super(parsed, written);
    this.#list = list;
  }

  get isFlow(): boolean {
    return this.#list.flow === true;
  }

  get items(): readonly (YamlNode | null)[] {
    this.#items ??= this.#list.items.map((item) => toNode(item as ParsedNode | null, this.parsed));
    return this.#items;
  }
}

/** A key with its value. */
export class YamlEntry implements Entry {
  readonly key: string;
  readonly value: YamlNode | null;
  readonly isMerged: boolean;
  /** The key as the library gives it. Its range counts in `parsed.text`. */
  readonly written: Scalar.Parsed;
  readonly #parsed: Parsed;

  constructor(parsed: Parsed, key: string, written: Scalar.Parsed, value: YamlNode | null, isMerged: boolean) {
    this.#parsed = parsed;
    this.key = key;
    this.written = written;
    this.value = value;
    this.isMerged = isMerged;
  }

  get keySpan(): Span {
    return spanOf(this.written, this.#parsed);
  }
}

function spanOf(node: { range?: [number, number, number] | null | undefined }, { toFile, shownAt }: Parsed): Span {
  if (shownAt) return shownAt;
  const [start, end] = node.range ?? [0, 0];
  return toFile ? { start: toFile(start), end: toFile(end) } : { start, end };
}
