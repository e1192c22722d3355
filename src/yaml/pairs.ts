import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { Aliases } from './aliases.ts';

/** One key of a mapping with its value, wherever a merge key may have brought it from. */
export interface KeyValue {
  readonly key: Scalar.Parsed;
  readonly value: ParsedNode | null;
  /** True if a merge key brought it here from another mapping. */
  readonly merged: boolean;
}

const none: ReadonlyMap<string, KeyValue> = new Map();

/**
 * A mapping by key. Of twins the first wins: gcloud's parser (ruamel.yaml 0.15) warns of the others and drops them. A
 * merge key (`<<`) fills in what the mapping itself does not say, and of several merged mappings the earlier wins. Keys
 * that are no scalars are left out.
 */
export function readPairs(node: ParsedNode | null | undefined, aliases: Aliases): ReadonlyMap<string, KeyValue> {
  if (!isMap(node)) return none;
  const pairs = new Map<string, KeyValue>();
  collect(node, aliases, pairs, new Set(), false);
  return pairs;
}

function collect(
  node: ParsedNode | null | undefined,
  aliases: Aliases,
  into: Map<string, KeyValue>,
  seen: Set<ParsedNode>,
  merged: boolean,
): void {
  if (!isMap<ParsedNode, ParsedNode | null>(node) || seen.has(node as ParsedNode)) return;
  seen.add(node as ParsedNode);
  const others: (ParsedNode | null)[] = [];
  for (const { key: written, value } of node.items) {
    const key = aliases.resolve(written);
    if (!key || !isScalar(key)) continue;
    const name = String(key.value ?? '');
    if (name === '<<' && key.type === 'PLAIN') others.push(value);
    else if (!into.has(name)) into.set(name, { key: written as Scalar.Parsed, value, merged });
  }
  for (const value of others) {
    const target = value && aliases.resolve(value);
    const sources = target && isSeq<ParsedNode>(target) ? target.items : [target];
    for (const source of sources) collect(source && aliases.resolve(source), aliases, into, seen, true);
  }
}
