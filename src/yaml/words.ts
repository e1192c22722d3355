import { isCollection, isPair, isScalar, type ParsedNode } from 'yaml';

/**
 * Everything that a node and what lies below it write as a scalar, keys and values alike, each once. Aliases are not
 * followed: what they repeat stands elsewhere in the document. Empty for no node.
 */
export function wordsIn(root: ParsedNode | null | undefined): ReadonlySet<string> {
  const words = new Set<string>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (isScalar(node)) words.add(String(node.value ?? ''));
    else if (isCollection(node)) for (const item of node.items) open.push(item);
    else if (isPair(node)) open.push(node.key, node.value);
  }
  return words;
}
