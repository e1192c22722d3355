import type { Node } from './node.ts';

/**
 * Everything that a node and what lies below it write as a scalar, keys and values alike, each once. Empty for no node.
 */
export function wordsIn(root: Node | null | undefined): ReadonlySet<string> {
  const words = new Set<string>();
  collect(root, words);
  return words;
}

/** As deep as a reader could nest. What is referred to stands elsewhere too, so its words are there already. */
function collect(node: Node | null | undefined, into: Set<string>): void {
  if (node?.kind === 'scalar') {
    into.add(node.text);
    return;
  }
  if (!node || node.isReference) return;
  if (node.kind === 'list') {
    for (const item of node.items) collect(item, into);
    return;
  }
  for (const { key, value } of node.entries) {
    into.add(key);
    collect(value, into);
  }
}
