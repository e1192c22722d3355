import type { Node } from './node.ts';

/**
 * Everything that a node and what lies below it write as a scalar, keys and values alike, each once. Empty for no node.
 */
export function scalarTexts(root: Node | null | undefined): ReadonlySet<string> {
  const texts = new Set<string>();
  collect(root, texts);
  return texts;
}

/** As deep as a reader could nest. What is referred to stands elsewhere too, so its texts are there already. */
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
