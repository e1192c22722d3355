import { Pair, type ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Node } from '../tree/node.ts';
import type { Span } from './span.ts';

/** A tree as nodes of the YAML library, each with the node that it stands for. */
export function yamlNode(node: Node): ParsedNode {
  const made = make(node) as unknown as ParsedNode & { origin: Node };
  made.range = [node.span.start, node.span.end, node.span.end];
  made.origin = node;
  return made;
}

function make(node: Node): unknown {
  if (node.kind === 'scalar') return scalar(node.text, node.span, node.plain ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE);
  if (node.kind === 'list') {
    const list = new YAMLSeq();
    list.items = node.items.map(yamlNode);
    list.flow = node.isFlow;
    return list;
  }
  const map = new YAMLMap();
  map.flow = node.isFlow;
  map.items = node.entries.map(({ key, keySpan, value }) => {
    return new Pair(scalar(key, keySpan ?? node.span, Scalar.PLAIN), value && yamlNode(value));
  });
  return map;
}

function scalar(text: string, { start, end }: Span, type: Scalar.Type): Scalar {
  const made = new Scalar(text);
  made.type = type;
  made.range = [start, end, end];
  return made;
}
