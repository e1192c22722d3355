import type { Entry, ListNode, MapNode, Node } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import type { Block, Body } from './ast.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { TextNode, unknownNode } from './nodes.ts';

/**
 * A body as a mapping: arguments under their names, blocks of one type as a list under it. A dynamic block over what is
 * known becomes its blocks; any other leaves its list open.
 */
export function bodyNode(body: Body, span: Span, scope: Scope): MapNode {
  const entries: Entry[] = [];
  for (const { name, nameSpan, value } of body.attributes) {
    const node = evaluate(value, scope);
    if (node) entries.push({ key: name, keySpan: nameSpan, value: node });
  }
  for (const [type, blocks] of byType(body.blocks)) entries.push(listEntry(type, blocks, scope));
  entries.sort((a, b) => (a.keySpan?.start ?? 0) - (b.keySpan?.start ?? 0));
  return { kind: 'map', span, isFlow: false, entries };
}

function byType(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) {
    const type = block.type === 'dynamic' ? (block.labels[0]?.text ?? '') : block.type;
    const group = groups.get(type);
    if (group) group.push(block);
    else groups.set(type, [block]);
  }
  return groups;
}

function listEntry(type: string, blocks: readonly Block[], scope: Scope): Entry {
  const items: Node[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const made = block.type === 'dynamic' ? dynamicNodes(block, type, scope) : [blockNode(block, scope)];
    if (made) items.push(...made);
    else isOpen = true;
  }
  const [first] = blocks as readonly [Block, ...Block[]];
  const span = { start: first.start, end: blocks.at(-1)!.end };
  const list: ListNode = { kind: 'list', span, isFlow: false, items, ...(isOpen && { isOpen }) };
  return { key: type, keySpan: first.type === 'dynamic' ? first.labels[0]! : first.typeSpan, value: list };
}

function blockNode(block: Block, scope: Scope): MapNode {
  return bodyNode(block.body, { start: block.start, end: block.end }, scope);
}

/** The blocks that a dynamic block makes; undefined where what it goes over is not known. */
function dynamicNodes({ body, start, end }: Block, type: string, scope: Scope): readonly Node[] | undefined {
  const over = body.attributes.find(({ name }) => name === 'for_each');
  const named = body.attributes.find(({ name }) => name === 'iterator')?.value;
  const content = body.blocks.find((block) => block.type === 'content');
  const values = over && evaluate(over.value, scope);
  if (!content || !values || values.kind === 'scalar' || values.isOpen) return undefined;
  const iterator = named?.kind === 'reference' ? (named.steps[0] ?? type) : type;
  const elements: readonly Element[] =
    values.kind === 'map' ? values.entries : values.items.map((value) => ({ value, key: undefined }));
  return elements.map((element) => {
    const bound = new Map([...(scope.bound ?? []), [iterator, iteration(element, over.value)] as const]);
    return { ...bodyNode(content.body, { start, end }, { ...scope, bound }), isShared: true };
  });
}

/** What a dynamic block goes over: an entry of a mapping, or an item of a list. */
interface Element {
  readonly key: string | undefined;
  readonly keySpan?: Span | undefined;
  readonly value: Node | null;
}

/** What `env.key` and `env.value` are read from. The key of a set's element is the element. */
function iteration({ key, keySpan, value }: Element, { start, end }: Span): MapNode {
  const span = keySpan ?? { start, end };
  const name = key === undefined ? value : new TextNode(key, span, { from: span.start });
  const entries = [
    { key: 'value', value },
    { key: 'key', value: name?.kind === 'scalar' ? name : unknownNode('each.key', span) },
  ];
  return { kind: 'map', span, isFlow: false, entries };
}
