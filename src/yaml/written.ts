import type { ParsedNode, Scalar } from 'yaml';
import type { Field } from '../tree/field.ts';
import type { Segment } from '../tree/place.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './nodes.ts';

/** How a field is written, for the helpers that edit text. Its offsets count in `text`. */
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

/** Reads how a field of a YAML file is written. Fields of other languages have editors of their own. */
export function writtenAt(field: Field<unknown>): Written {
  const { host, segment, isShared, source } = field;
  const node = field.node as YamlNode | null | undefined;
  return {
    text: host ? (host.text ?? '') : source.text,
    host,
    node: node ? node.written : node,
    key: (field.entry as YamlEntry | undefined)?.written,
    segment,
    isShared,
  };
}

/** Where a character of a scalar's text stands, in offsets of `Written.text`. */
export function offsetIn(field: Field<unknown>, at: number): number {
  return (field.node as YamlScalar).parsedOffsetOf(at);
}
