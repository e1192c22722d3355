import { insertItem } from '../../hcl/edit.ts';
import { blockOf, locateName } from '../../hcl/locate.ts';
import { quoted, writtenValue } from '../../hcl/write.ts';
import type { Workload } from '../../model/workload.ts';
import { type Edits, type NewValue, together } from '../../tree/edit.ts';
import type { Entry, MapNode } from '../../tree/node.ts';
import { namePairs } from '../names.ts';
import { cpuIdle, dependsOn } from './edit-joint.ts';
import { insertAt, tableAt } from './insert.ts';
import { ownWord, startOrder } from './own-value.ts';
import { type Resource, resourceOf } from './read.ts';
import { remove } from './remove.ts';

/**
 * Edits of rules that are about Terraform, in its own names. All give undefined where they cannot be made, as in objects
 * of the v2 API and in calls of modules.
 */

/**
 * Sets an argument that is not there, with the blocks that it lies in.
 * @param way the names that lead to it from the resource
 */
export function insertArgument(workload: Workload, way: readonly string[], value: NewValue): Edits {
  const resource = resourceOf(workload.field.node);
  if (!resource) return undefined;
  const { block, kind } = resource;
  return insertAt(workload.field.source.text, { block, table: kind.table }, way, { text: writtenValue(value) });
}

/**
 * Sets an argument that is not there in some of the containers.
 * @param way the names that lead to it from the container
 */
export function insertInContainers(
  workload: Workload,
  containers: readonly MapNode[],
  way: readonly string[],
  value: NewValue,
): Edits {
  const resource = resourceOf(workload.field.node);
  if (!resource) return undefined;
  const { block, kind } = resource;
  const table = tableAt(kind, [...kind.instance, 'containers']);
  const { text } = workload.field.source;
  return together(
    containers.map((container): Edits => {
      const own = container.isShared ? undefined : blockOf(block, container.span.start, container.span.end);
      return own && table && insertAt(text, { block: own, table }, way, { text: writtenValue(value) });
    }),
  );
}

/** Adds a block with these arguments to one of the containers. */
export function insertBlockInContainer(
  workload: Workload,
  container: MapNode,
  name: string,
  given: Readonly<Record<string, NewValue>>,
): Edits {
  const block = resourceOf(workload.field.node)?.block;
  const own = container.isShared || !block ? undefined : blockOf(block, container.span.start, container.span.end);
  const items = Object.entries(given).map(([key, value]) => ({ name: key, value: { text: writtenValue(value) } }));
  return own && insertItem(workload.field.source.text, own, { name, items });
}

/** Gives an argument or a block another name, if no argument has that one. */
export function renameArgument(workload: Workload, { keySpan }: Entry, name: string): Edits {
  const block = resourceOf(workload.field.node)?.block;
  const found = keySpan && block && locateName(block, keySpan.start);
  if (!found || found.kind === 'entry') return undefined;
  const isTaken = found.owner.body.attributes.some((attribute) => attribute.name === name);
  return isTaken ? undefined : [{ ...keySpan, text: name }];
}

/** Takes an annotation out of a resource of the v2 API and sets the field that it stands for, if nothing else does. */
export function replaceAnnotation(workload: Workload, { key, keySpan, value }: Entry): Edits {
  const resource = resourceOf(workload.field.node);
  if (!resource) return undefined;
  const { text } = workload.field.source;
  const found = keySpan && locateName(resource.block, keySpan.start);
  if (found?.kind !== 'entry' || value?.kind !== 'scalar' || value.isReference) return undefined;
  const removed = remove(text, resource.block, [found], 'remove');
  if (key === startOrder) return together([removed, ...waits(text, resource, value.unknown ? '' : value.text)]);
  if (value.unknown) return undefined;
  if (key === 'run.googleapis.com/cpu-throttling') {
    return /^(?:true|false)$/.test(value.text)
      ? together([removed, cpuIdle(text, resource, value.text === 'true')])
      : undefined;
  }
  const pair = namePairs(resource.kind).find(({ v1, isAnnotation }) => isAnnotation && v1.at(-1) === key);
  if (!pair || !('to' in pair.row) || 'as' in pair.row) return undefined;
  const own = ownWord(resource, value.text, [key]);
  const isKnownWord = !('values' in pair.row) || Object.hasOwn(pair.row.values ?? {}, own);
  if (!isKnownWord) return undefined;
  const isBare = /^(?:true|false|\d+)$/.test(own);
  const home = { block: resource.block, table: resource.kind.table };
  return together([removed, insertAt(text, home, pair.own, { text: isBare ? own : quoted(own) })]);
}

/** Each container of a start order, which is written as JSON, waiting in its own block. */
function waits(text: string, resource: Resource, order: string): readonly Edits[] {
  let read: unknown;
  try {
    read = JSON.parse(order);
  } catch {
    return [undefined];
  }
  const entries = Object.entries((read ?? {}) as Record<string, unknown>);
  return entries.map(([name, needs]) =>
    Array.isArray(needs) && needs.every((need) => typeof need === 'string')
      ? dependsOn(text, resource, name, needs)
      : undefined,
  );
}
