import type { Block, Expression } from '../../hcl/ast.ts';
import { unknownNode } from '../../hcl/nodes.ts';
import type { MapNode, Node } from '../../tree/node.ts';

/**
 * The arguments of a resource without those that `ignore_changes` names: what the file says of them holds for the first
 * apply at most, since something else sets them.
 */
export function withoutIgnored(written: MapNode, block: Block): MapNode {
  let known: Node = written;
  for (const { type, body } of block.body.blocks) {
    if (type !== 'lifecycle') continue;
    const ignored = body.attributes.find(({ name }) => name === 'ignore_changes')?.value;
    if (ignored?.kind === 'reference' && ignored.steps[0] === 'all') return forgetAll(written);
    for (const item of ignored?.kind === 'tuple' ? ignored.items : []) known = forget(known, stepsOf(item));
  }
  return known as MapNode;
}

/** `template[0].containers[0].image`; [] for what is no way into the resource. Texts in quotes are an old spelling. */
function stepsOf(item: Expression): readonly string[] {
  if (item?.kind !== 'reference' || item.steps.includes(undefined)) return [];
  return item.steps as readonly string[];
}

function forgetAll(written: MapNode): MapNode {
  return {
    ...written,
    entries: written.entries.map((entry) =>
      entry.key === 'name' || !entry.value ? entry : { ...entry, value: unknownNode(entry.key, entry.value.span) },
    ),
  };
}

function forget(node: Node, [step, ...rest]: readonly string[]): Node {
  if (step === undefined) return node;
  if (node.kind === 'map') {
    return {
      ...node,
      entries: node.entries.map((entry) => {
        if (entry.key !== step || !entry.value) return entry;
        return { ...entry, value: forgetAt(entry.value, rest, step) };
      }),
    };
  }
  if (node.kind !== 'list') return node;
  return {
    ...node,
    items: node.items.map((item, at) => (item && String(at) === step ? forgetAt(item, rest, step) : item)),
  };
}

function forgetAt(node: Node, rest: readonly string[], name: string): Node {
  return rest.length === 0 ? unknownNode(name, node.span) : forget(node, rest);
}
