import type { Block, Expression } from '../../hcl/ast.ts';
import { insertEntry } from '../../hcl/edit-object.ts';
import { blockOf } from '../../hcl/locate.ts';
import { writtenValue } from '../../hcl/write.ts';
import { type Edits, together } from '../../tree/edit.ts';
import { blockAt, entryOf, itemsOf } from '../blocks.ts';
import { insertAt, tableAt } from './insert.ts';
import type { Resource } from './read.ts';

/** A container and the block that it is written as; undefined where a dynamic block makes it. */
interface WrittenContainer {
  readonly block: Block | undefined;
  readonly name: string;
}

function containersOf({ block, kind, written }: Resource): readonly WrittenContainer[] {
  const instance = blockAt(written, kind.instance);
  return (instance ? itemsOf(instance, 'containers') : []).map((container) => {
    const name = entryOf(container, 'name')?.value;
    const { start, end } = container.span;
    return {
      block: container.isShared ? undefined : blockOf(block, start, end),
      name: name?.kind === 'scalar' ? name.text : '',
    };
  });
}

/** Lets a container, which waits for none, wait for others. */
export function dependsOn(text: string, resource: Resource, name: string, needs: readonly string[]): Edits {
  const [waiter, ...others] = containersOf(resource).filter((container) => container.name === name);
  const table = tableAt(resource.kind, [...resource.kind.instance, 'containers']);
  if (!waiter?.block || others.length > 0 || !table) return undefined;
  return insertAt(text, { block: waiter.block, table }, ['depends_on'], { text: writtenValue(needs) });
}

/** Lets a container wait for another in an order that is written as `jsonencode({ … })` and says nothing of it. */
export function waitInJson(text: string, order: Expression, waiter: string, needed: string): Edits {
  const [object] = order.kind === 'call' && order.name === 'jsonencode' ? order.arguments : [];
  if (object?.kind !== 'object') return undefined;
  return insertEntry(text, object, waiter, { text: writtenValue([needed]) });
}

/** Says the same `cpu_idle` in all containers. */
export function cpuIdle(text: string, resource: Resource, value: boolean): Edits {
  const table = tableAt(resource.kind, [...resource.kind.instance, 'containers']);
  return together(
    containersOf(resource).map(({ block }): Edits => {
      if (!block || !table) return undefined;
      const resources = block.body.blocks.find(({ type }) => type === 'resources');
      const given = resources?.body.attributes.find(({ name }) => name === 'cpu_idle')?.value;
      if (given?.kind === 'literal') return [{ start: given.start, end: given.end, text: String(value) }];
      return given ? undefined : insertAt(text, { block, table }, ['resources', 'cpu_idle'], { text: String(value) });
    }),
  );
}
