import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Field } from './field.ts';
import type { Placed, Segment } from './place.ts';
import type { Span } from './span.ts';

/** A key that one mapping has more than once. */
export interface DuplicateKey {
  readonly name: string;
  /** The key where it stands first. */
  readonly first: Placed;
  /** The key where it stands once more. */
  readonly again: Placed;
}

/** The way to a node, from its end. */
interface Way {
  readonly segment: Segment;
  readonly parent: Way | undefined;
}

/**
 * The keys that stand twice in a mapping of a document, wherever it is nested, in flow mappings too. Aliases are not
 * followed, since what they repeat stands elsewhere; merge keys may stand twice.
 */
export function* findDuplicateKeys(root: Field<unknown>): Generator<DuplicateKey> {
  const open: { readonly node: ParsedNode | null | undefined; readonly way: Way | undefined }[] = [
    { node: root.written.node, way: undefined },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, way } = next;
    if (isSeq<ParsedNode>(node)) {
      for (const [index, item] of node.items.entries()) open.push({ node: item, way: { segment: index, parent: way } });
    } else if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const firsts = new Map<string, Span>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value ?? '');
        const span = { start: key.range[0], end: key.range[1] };
        const first = firsts.get(name);
        if (!first) firsts.set(name, span);
        else if (name !== '<<') yield locate(root, [...segments(way)].reverse(), name, first, span);
        open.push({ node: value, way: { segment: name, parent: way } });
      }
    }
  }
}

function* segments(way: Way | undefined): Generator<Segment> {
  for (let at = way; at; at = at.parent) yield at.segment;
}

function locate(root: Field<unknown>, way: readonly Segment[], name: string, first: Span, again: Span): DuplicateKey {
  let field = root;
  for (const segment of way) {
    const next =
      typeof segment === 'number' ? field.items[segment] : (field as Field<Record<string, unknown>>).get(segment);
    if (!next) break;
    field = next;
  }
  const { source, path, stablePath } = (field as Field<Record<string, unknown>>).get(name);
  return { name, first: { source, path, stablePath, span: first }, again: { source, path, stablePath, span: again } };
}
