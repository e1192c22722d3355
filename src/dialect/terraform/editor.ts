import { pushAll } from '../../group-by.ts';
import type { Block } from '../../hcl/ast.ts';
import { appendText, escaped, insertArgument, quoted } from '../../hcl/edit.ts';
import type { AnyField, Editor, Edits, NewValue } from '../../tree/edit.ts';
import type { ScalarNode } from '../../tree/node.ts';
import { namePairs, ownPath } from '../names.ts';
import { wordsOf } from '../view.ts';
import { type Resource, resourceOf } from './read.ts';

const startOrder = 'run.googleapis.com/container-dependencies';
const throttling = 'run.googleapis.com/cpu-throttling';

const none = (): Edits => undefined;

/** What changes a Terraform file: values in their places, arguments in blocks that are there, and items of lists. */
export const terraformEditor: Editor = {
  replaceScalar(field, value) {
    const node = ownScalar(field);
    const resource = resourceOf(rootOf(field).node);
    if (!node || !resource) return undefined;
    const own = ownValue(resource, value, String(field.segment));
    if (node.shownWhole) return [{ ...node.span, text: own }];
    const [start, end] = [node.offsetOf(0), node.offsetOf(node.text.length)];
    if (field.source.text[start - 1] === '"') return [{ start, end, text: escaped(value) }];
    return [{ start, end, text: own }];
  },
  replaceText(field, from, to, text) {
    const node = ownScalar(field);
    if (!node || node.shownWhole) return undefined;
    return [{ start: node.offsetOf(from), end: node.offsetOf(to), text: escaped(text) }];
  },
  appendItem(list, value) {
    const { node, host } = list;
    if (typeof value !== 'string') return undefined;
    if (node === undefined && host?.segment === startOrder) return dependsOn(list, String(list.segment), [value]);
    if (node?.kind !== 'list' || !node.isFlow || node.isOpen || list.isShared || list.isReference) return undefined;
    const items = node.items.flatMap((item) => item?.span ?? []);
    return items.length === node.items.length
      ? appendText(list.source.text, { ...node.span, items }, value)
      : undefined;
  },
  setEntry(map, key, value, place) {
    if (key === startOrder && typeof value === 'string') {
      const order = Object.entries(JSON.parse(value) as Record<string, string[]>);
      return order.length === 1 ? dependsOn(map, order[0]![0], order[0]![1]) : undefined;
    }
    if (key === throttling) return cpuIdle(map, value === 'true');
    const child = map.get(key as never) as AnyField;
    return child.exists
      ? terraformEditor.replaceScalar(child, String(value))
      : terraformEditor.insertEntry(map, key, value, place);
  },
  insertEntry(map, key, value) {
    const root = rootOf(map);
    const resource = resourceOf(root.node);
    if (!resource || typeof value === 'object' || (map.get(key as never) as AnyField).exists) return undefined;
    const way = [...map.path, key];
    const names = way.filter((step) => typeof step === 'string').join('\n');
    const pair = namePairs(resource.kind).find(
      ({ v1, row }) => 'to' in row && !('block' in row) && v1.join('\n') === names,
    );
    const own = ownPath(resource.kind, way);
    const block = blockAt(resource.block, own.slice(0, -1));
    if (!pair || !block || blockHas(block, pair.own.at(-1)!)) return undefined;
    return insertArgument(map.source.text, block, pair.own.at(-1)!, ownValue(resource, String(value), key));
  },
  quoteScalar: none,
  quoteAsWritten: none,
  unquoteScalar: none,
  renameKey: none,
  deleteEntries: none,
  wrapAsListItem: none,
  moveEntry: none,
};

/** A scalar that the file writes at this very place. */
function ownScalar(field: AnyField): ScalarNode | undefined {
  const { node } = field;
  if (node?.kind !== 'scalar' || node.unknown || node.style === 'block') return undefined;
  return field.isShared || field.isReference ? undefined : node;
}

function rootOf(field: AnyField): AnyField {
  let root = field;
  while (root.parent) root = root.parent;
  return root;
}

/** A value of v1 as the resource writes it. */
function ownValue({ kind }: Resource, value: NewValue, key: string): string {
  const word = wordsOf({ kind }).value(String(value), key).slice(1, -1);
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(word) ? word : quoted(word);
}

/** The block at the end of a way of types and positions; undefined where dynamic blocks make positions unsure. */
function blockAt(outer: Block, way: readonly (string | number)[]): Block | undefined {
  let block: Block | undefined = outer;
  for (let at = 0; at < way.length; at++) {
    const type = way[at];
    const index = typeof way[at + 1] === 'number' ? (way[++at] as number) : 0;
    if (!block || block.body.blocks.some((inner) => inner.type === 'dynamic' && inner.labels[0]?.text === type))
      return undefined;
    block = block.body.blocks.filter((inner) => inner.type === type)[index];
  }
  return block;
}

function blockHas({ body }: Block, name: string): boolean {
  return body.attributes.some((attribute) => attribute.name === name);
}

function containersOf({ block, kind }: Resource): readonly Block[] {
  const instance = blockAt(block, kind.instance);
  return instance?.body.blocks.filter(({ type }) => type === 'containers') ?? [];
}

/** Lets a container, which has no `depends_on`, wait for others. */
function dependsOn(field: AnyField, name: string, needs: readonly string[]): Edits {
  const resource = resourceOf(rootOf(field).node);
  if (!resource?.kind.isV2) return undefined;
  const waiter = containersOf(resource).find(({ body }) => {
    const value = body.attributes.find((attribute) => attribute.name === 'name')?.value;
    return (
      value?.kind === 'template' &&
      value.parts.map((part) => (part.kind === 'text' ? part.text : '$')).join('') === name
    );
  });
  if (!waiter || blockHas(waiter, 'depends_on')) return undefined;
  return insertArgument(field.source.text, waiter, 'depends_on', `[${needs.map(quoted).join(', ')}]`);
}

/** Says the same `cpu_idle` in all containers; undefined where one has no `resources` to say it in. */
function cpuIdle(field: AnyField, value: boolean): Edits {
  const resource = resourceOf(rootOf(field).node);
  if (!resource?.kind.isV2) return undefined;
  const edits: NonNullable<Edits>[number][] = [];
  const containers = containersOf(resource);
  if (containers.length === 0) return undefined;
  for (const container of containers) {
    const resources = blockAt(container, ['resources']);
    if (!resources) return undefined;
    const given = resources.body.attributes.find(({ name }) => name === 'cpu_idle');
    const made = given
      ? [{ start: given.value.start, end: given.value.end, text: String(value) }]
      : insertArgument(field.source.text, resources, 'cpu_idle', String(value));
    if (!made) return undefined;
    pushAll(edits, made);
  }
  return edits;
}
