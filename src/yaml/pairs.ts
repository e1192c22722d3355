import { isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Aliases } from './aliases.ts';

/** Makes what stands for one key of a mapping. `merged`: a merge key brought it here from another mapping. */
type Make<T> = (name: string, key: Scalar.Parsed, value: ParsedNode | null, merged: boolean) => T;

/**
 * A mapping's entries, each key once. Of twins the first wins: gcloud's parser (ruamel.yaml 0.15) warns of the others and drops them. A
 * merge key (`<<`) fills in what the mapping itself does not say, and of several merged mappings the earlier wins. Keys
 * that are no scalars are left out.
 */
export function readPairs<T>(node: YAMLMap.Parsed, aliases: Aliases, make: Make<T>): readonly T[] {
  const pairs = new Map<string, T>();
  collect(node, { aliases, pairs, make }, undefined);
  return [...pairs.values()];
}

interface Collection<T> {
  readonly aliases: Aliases;
  readonly pairs: Map<string, T>;
  readonly make: Make<T>;
}

/** @param within the mappings that merge keys have led through; undefined for the mapping itself */
function collect<T>(node: YAMLMap.Parsed, collection: Collection<T>, within: Set<ParsedNode> | undefined): void {
  const { aliases, pairs, make } = collection;
  const others: (ParsedNode | null)[] = [];
  for (const { key: written, value } of node.items) {
    const key = aliases.resolve(written);
    if (!key || !isScalar(key)) continue;
    const name = String(key.value ?? '');
    if (name === '<<' && key.type === 'PLAIN') others.push(value);
    else if (!pairs.has(name)) pairs.set(name, make(name, written as Scalar.Parsed, value, within !== undefined));
  }
  if (others.length === 0) return;
  const seen = within ?? new Set<ParsedNode>();
  seen.add(node);
  for (const value of others) {
    const target = value && aliases.resolve(value);
    for (const item of isSeq<ParsedNode>(target) ? target.items : [target]) {
      const source = item && aliases.resolve(item);
      if (isMap(source) && !seen.has(source as YAMLMap.Parsed)) collect(source as YAMLMap.Parsed, collection, seen);
    }
  }
}
