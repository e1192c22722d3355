import type { Block } from '../../hcl/ast.ts';
import { insertItem } from '../../hcl/edit.ts';
import { insertEntry } from '../../hcl/edit-object.ts';
import { blockOf } from '../../hcl/locate.ts';
import type { NewItem, NewText } from '../../hcl/write.ts';
import type { AnyField, Edits } from '../../tree/edit.ts';
import { ownPath } from '../names.ts';
import type { ObjectKind, Row, Table } from '../table.ts';
import { type Resource, resourceOf } from './read.ts';

/** A block of a file, and the fields that it can have. */
export interface Home {
  /** The block. */
  readonly block: Block;
  /** Its fields. */
  readonly table: Table;
}

/** The resource that a field was read from. */
export function resourceAround(field: AnyField): Resource | undefined {
  let root = field;
  while (root.parent) root = root.parent;
  return resourceOf(root.node);
}

/** Puts a key of v1 and its value into what a field of v1 is in the resource. */
export function insertIn(map: AnyField, resource: Resource, key: string, value: NewText): Edits {
  const own = ownPath(resource.kind, [...map.path, key]);
  const home = homeOf(map, resource);
  const way = own.slice(home?.depth ?? 0);
  if (!home || way.length === 0 || !way.every((step) => typeof step === 'string')) return undefined;
  return insertAt(map.source.text, home, way, value);
}

/**
 * Puts a value at the end of a way of names, with the blocks that it lies in where they are missing. undefined where the
 * value is there, where a block stands several times or is a dynamic one, or where an object is not written as one.
 */
export function insertAt(text: string, { block, table }: Home, way: readonly string[], value: NewText): Edits {
  const [name = '', ...rest] = way;
  const row = rowOf(table, name);
  const attribute = block.body.attributes.find((argument) => argument.name === name);
  if (!row || hasDynamic(block, name)) return undefined;
  const inner = tableOf(row);
  const [there, ...others] = block.body.blocks.filter(({ type }) => type === name);
  if (inner && there)
    return others.length > 0 ? undefined : insertAt(text, { block: there, table: inner }, rest, value);
  if (attribute) {
    const [key, ...deeper] = rest;
    const object = attribute.value;
    if (key === undefined || deeper.length > 0 || object.kind !== 'object') return undefined;
    if (object.entries.some((entry) => entry.key === undefined || entry.key === key)) return undefined;
    return insertEntry(text, object, key, value);
  }
  const item = newItem(row, way, value);
  return item && insertItem(text, block, item);
}

/** The fields of the block at the end of a way of names; undefined where there is none. */
export function tableAt({ table }: ObjectKind, way: readonly string[]): Table | undefined {
  let found: Table | undefined = table;
  for (const name of way) found = found && tableOf(rowOf(found, name));
  return found;
}

/** The nearest block around a field of v1 that the file has, and how many steps of its own path lead to it. */
function homeOf(map: AnyField, resource: Resource): (Home & { readonly depth: number }) | undefined {
  for (let field: AnyField | undefined = map; field; field = field.parent) {
    const { node } = field;
    const block = node?.kind === 'map' ? blockOf(resource.block, node.span.start, node.span.end) : undefined;
    if (!block) continue;
    const way = block === resource.block ? [] : ownPath(resource.kind, field.path);
    const table = tableAt(
      resource.kind,
      way.filter((step) => typeof step === 'string'),
    );
    return table && { block, table, depth: way.length };
  }
  return undefined;
}

/** What is written for a way of names, of which nothing is there. */
function newItem(row: Row, [name = '', ...rest]: readonly string[], value: NewText): NewItem | undefined {
  const inner = tableOf(row);
  const [next] = rest;
  if (!inner) {
    if (next === undefined) return { name, value };
    return rest.length === 1 ? { name, key: next, value } : undefined;
  }
  const below = next === undefined ? undefined : rowOf(inner, next);
  const item = below && newItem(below, rest, value);
  return item && { name, items: [item] };
}

function rowOf(table: Table, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function tableOf(row: Row | undefined): Table | undefined {
  if (!row) return undefined;
  return 'block' in row ? row.block : 'blocks' in row ? row.blocks : undefined;
}

function hasDynamic({ body }: Block, type: string): boolean {
  return body.blocks.some((inner) => inner.type === 'dynamic' && inner.labels[0]?.text === type);
}
