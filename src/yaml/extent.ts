import { isAlias, isCollection, isPair, isScalar, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { onceEach } from '../once.ts';
import type { SourceText } from '../tree/source-text.ts';

/** A mapping or list as parsed. */
export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

type Part = ParsedNode | Pair | null | undefined;

/** Just behind the last character of a node or entry, without the comments and line breaks that follow it. */
export function contentEnd(text: string, part: Part): number | undefined {
  let at = part;
  while (at) {
    if (isPair(at)) at = (at.value ?? at.key) as ParsedNode;
    else if (isCollection(at) && !at.flow && at.items.length > 0) at = at.items.at(-1) as Part;
    else break;
  }
  if (!at || isPair(at) || !at.range) return undefined;
  const [start, end] = at.range;
  if (!isScalar(at) || (at.type !== 'BLOCK_LITERAL' && at.type !== 'BLOCK_FOLDED')) return end;
  if (/^.[0-9]?\+/.test(text.slice(start, start + 3))) return undefined;
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return last;
}

/** Where an entry or item begins: a key, or what stands behind a dash. */
export function contentStart(part: Part): number | undefined {
  const node = isPair(part) ? (part.key as ParsedNode) : part;
  return node?.range?.[0];
}

/** Whether a collection begins with its brace or bracket, unlike the implicit mapping in `[a: b]`. */
export function hasBrackets(text: string, node: Collection): boolean {
  return node.flow === true && /[[{]/.test(text[node.range[0]] ?? '');
}

/** Whether a key or value is of a kind that helpers leave alone. */
export function isPlainNode(node: ParsedNode | null | undefined): boolean {
  return !node || (!isAlias(node) && !node.anchor && !node.tag);
}

/** The start of the line that holds an offset. */
export function lineStart(source: SourceText, offset: number): number {
  return offset - source.position(offset).column + 1;
}

/** The end of the line that holds an offset, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Just behind the comma that follows an entry; undefined where there is none. */
export function commaAfter(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    const c = text[at]!;
    if (c === ',') return at + 1;
    if (c === '#') at = lineEnd(text, at);
    else if (!/\s/.test(c)) return undefined;
  }
  return undefined;
}

/** The spaces before an offset if nothing else stands before it on its line; undefined otherwise. */
export function leadingSpace(text: string, offset: number): string | undefined {
  let at = offset;
  while (text[at - 1] === ' ') at--;
  return at > 0 && text[at - 1] === '\n' ? text.slice(at, offset) : undefined;
}

/** The space that a value needs where it follows a colon or dash directly. */
export function spaceBefore(text: string, offset: number): string {
  return /[:-]/.test(text[offset - 1] ?? '') ? ' ' : '';
}

/** Where a collection's entry or item stands among its siblings; its key or its value identifies it. */
export function indexIn(collection: Collection, identity: unknown): number {
  return positionsIn(collection).get(identity) ?? -1;
}

const positionsIn = onceEach(
  ({ items }: Collection): ReadonlyMap<unknown, number> =>
    new Map(items.map((item, index) => [isPair(item) ? item.key : item, index])),
);
