import type { Entry, ListNode, MapNode, Node } from '../tree/node.ts';

/** A field of a block, whatever the case of its name. */
export function entryOf(block: MapNode, name: string): Entry | undefined {
  const camel = camelName(name);
  return block.entries.find(({ key }) => key === name || key === camel);
}

/** The name that the JSON of the API has for one of a table: `min_instance_count` is `minInstanceCount`. */
export function camelName(name: string): string {
  return name.includes('_') ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name;
}

/** The name that a table has for a key of any case: `minInstanceCount` and `baseImageURI` are snake case there. */
export function tableName(key: string): string {
  const lower = key.toLowerCase();
  if (lower === key) return key;
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** A block that stands once, or the first of several; undefined where it is not known. */
export function firstBlock(node: Node): MapNode | undefined {
  const inner = node.kind === 'list' ? (node as ListNode).items[0] : node;
  return inner?.kind === 'map' ? inner : undefined;
}

/** The maps of a list of blocks. */
export function itemsOf(block: MapNode, name: string): readonly MapNode[] {
  const value = entryOf(block, name)?.value;
  return value?.kind === 'list' ? value.items.flatMap((item) => (item?.kind === 'map' ? [item] : [])) : [];
}

/** The block at the end of a way of blocks. */
export function blockAt(block: MapNode, way: readonly string[]): MapNode | undefined {
  let found: MapNode | undefined = block;
  for (const step of way) {
    const value: Node | null | undefined = found && entryOf(found, step)?.value;
    found = value ? firstBlock(value) : undefined;
  }
  return found;
}
