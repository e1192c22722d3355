import { toJson } from '../hcl/functions.ts';
import { TextNode, unknownNode } from '../hcl/nodes.ts';
import type { Node, ScalarNode } from '../tree/node.ts';
import type { Argument, Reading } from './table.ts';

/** A value as v1 has it. */
export function readArgument({ as, values, takesNumbers }: Argument, node: Node, isText: boolean): Node {
  const read = as ? readAs(as, node) : node;
  if (read.kind !== 'scalar' || read.unknown) return read;
  if (takesNumbers && read.style === 'plain' && /^\d+$/.test(read.text)) return unknownNode(read.text, read.span);
  const word = values?.[read.text];
  if (word !== undefined) {
    const value = word === 'true';
    const isTruth = !isText && (value || word === 'false');
    return new TextNode(word, read.span, isTruth ? { style: 'plain', plain: { kind: 'bool', value } } : {});
  }
  // An annotation is a text, whatever the value is written as.
  return isText && read.plain ? new TextNode(read.text, read.span, { from: read.span.start }) : read;
}

function readAs(reading: Reading, node: Node): Node {
  if (reading === 'commas') return commas(node);
  if (reading === 'json') return node.kind === 'scalar' ? node : jsonNode(node);
  if (node.kind !== 'scalar' || node.unknown) return node;
  switch (reading) {
    case 'seconds':
      return piece(node, /^\d+(?=(?:\.0+)?s$)/);
    case 'hours': {
      const [, seconds] = /^(\d{1,9})s$/.exec(node.text) ?? [];
      return seconds === undefined ? node : new TextNode(String(Math.floor(Number(seconds) / 3600)), node.span);
    }
    case 'object-name':
      return piece(node, /(?<=^projects\/[^/]{1,300}\/locations\/[^/]{1,300}\/[A-Za-z]{1,30}\/)[^/]+$/);
    case 'secret-name':
      return piece(node, /(?<=^projects\/[^/]{1,300}\/secrets\/)[^/]+$/);
  }
}

/** The part of a text that an expression finds, where it stands; the whole where it finds none. */
function piece(node: ScalarNode, form: RegExp): Node {
  const found = form.exec(node.text);
  if (!found || found[0] === node.text) return node;
  const { index } = found;
  if (node.shownWhole) return new TextNode(found[0], node.span);
  const offsets = Array.from({ length: found[0].length + 1 }, (_, at) => node.offsetOf(index + at));
  return new TextNode(found[0], node.span, { offsets });
}

/** A list as a text with commas, with the place of each character in the item that it comes from. */
export function commas(node: Node): Node {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'map' || node.isOpen) return unknownNode('', node.span);
  const offsets: number[] = [];
  const texts: string[] = [];
  for (const item of node.items) {
    if (item?.kind !== 'scalar') return unknownNode('', node.span);
    texts.push(item.text);
    for (let at = 0; at <= item.text.length; at++) offsets.push(item.shownWhole ? item.span.start : item.offsetOf(at));
  }
  return new TextNode(texts.join(','), node.span, { offsets });
}

/** A tree as the text of its JSON; unknown where the tree is open, or where it is not the whole. */
export function jsonNode(tree: Node, isPartial = false): Node {
  const isOpen = tree.kind !== 'scalar' && tree.isOpen;
  return isOpen ? unknownNode('', tree.span) : new TextNode(toJson(tree), tree.span, { tree, unknown: isPartial });
}
