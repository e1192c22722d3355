import { isCollection, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import { maskCharacter } from '../text/placeholder.ts';
import type { Field } from '../tree/field.ts';
import type { Placed, Segment } from '../tree/place.ts';
import type { Span } from '../tree/span.ts';
import type { YamlNode } from './nodes.ts';

/** A key that one mapping has more than once. */
export interface DuplicateKey {
  /** Its characters after quotes and escapes; "" for a key without any. */
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
 * followed, since what they repeat stands elsewhere; merge keys may stand twice. Keys with an unquoted placeholder are
 * passed over: what is hidden of them may differ.
 */
export function* findDuplicateKeys(root: Field<unknown>): Generator<DuplicateKey> {
  const open: { readonly node: ParsedNode | null | undefined; readonly way: Way | undefined }[] = [
    { node: (root.node as YamlNode | null | undefined)?.written, way: undefined },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, way } = next;
    if (isSeq<ParsedNode>(node)) {
      for (const [index, item] of node.items.entries()) {
        if (isCollection(item)) open.push({ node: item, way: { segment: index, parent: way } });
      }
    } else if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const firsts = new Map<string, Scalar.Parsed>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value ?? '');
        const first = firsts.get(name);
        if (!first) firsts.set(name, key as Scalar.Parsed);
        else if (name !== '<<' && !name.includes(maskCharacter))
          yield locate(root, way, { name, first, again: key as Scalar.Parsed });
        if (isCollection(value)) open.push({ node: value, way: { segment: name, parent: way } });
      }
    }
  }
}

function* segments(way: Way | undefined): Generator<Segment> {
  for (let at = way; at; at = at.parent) yield at.segment;
}

interface Twins {
  readonly name: string;
  readonly first: Scalar.Parsed;
  readonly again: Scalar.Parsed;
}

function locate(root: Field<unknown>, way: Way | undefined, { name, first, again }: Twins): DuplicateKey {
  const { source } = root;
  const path = [...segments(way)].reverse().concat(name);
  let field: Field<unknown> | undefined = root;
  for (const segment of path) {
    field =
      typeof segment === 'number' ? field?.items[segment] : (field as Field<Record<string, unknown>>)?.get(segment);
  }
  // What lies in the second of two twins has no field.
  const stablePath = field ? field.stablePath : path.map(String);
  const at = (key: Scalar.Parsed): Placed => ({ source, path, stablePath, span: spanOf(key) });
  return { name, first: at(first), again: at(again) };
}

function spanOf({ range }: Scalar.Parsed): Span {
  return { start: range[0], end: range[1] };
}
