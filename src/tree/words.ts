import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

/**
 * Everything that a node and what lies below it write as a scalar, keys and values alike, each once. Aliases are not
 * followed: what they repeat stands elsewhere in the document. Empty for no node.
 */
export function wordsIn(root: ParsedNode | null | undefined): ReadonlySet<string> {
  const words = new Set<string>();
  collect(root, words);
  return words;
}

/** As deep as the parser itself could nest. */
function collect(node: ParsedNode | null | undefined, into: Set<string>): void {
  if (isScalar(node)) {
    into.add(String(node.value ?? ''));
  } else if (isMap<ParsedNode, ParsedNode | null>(node)) {
    for (const { key, value } of node.items) {
      collect(key, into);
      collect(value, into);
    }
  } else if (isSeq<ParsedNode>(node)) {
    for (const item of node.items) collect(item, into);
  }
}
