import type { Edits } from '../tree/edit.ts';
import { appendItem, setEntry } from '../tree/edit.ts';
import type { Container } from './container.ts';

const key = 'run.googleapis.com/container-dependencies';

/**
 * Edits that make one container wait for another. undefined where the file would be refused afterwards (a container
 * without a name of its own, one waited for without a startup probe, a cycle) or where the present start order cannot be read.
 */
export function makeWait(waiter: Container, needed: Container): Edits {
  const { workload } = waiter;
  const { dependencies } = workload;
  if (!hasOwnName(waiter) || !hasOwnName(needed) || !needed.startupProbe.exists) return undefined;
  if (!dependencies.isReadable || dependencies.waitsFor(needed, waiter)) return undefined;
  if (isJson(dependencies.annotation.text)) return appendItem(dependencies.graph.get(waiter.name), needed.name);
  const order = new Map<string, string[]>();
  for (const [from, needs] of dependencies.graph.entries)
    order.set(
      from,
      needs.items.map((item) => item.text ?? ''),
    );
  order.set(waiter.name, [...(order.get(waiter.name) ?? []), needed.name]);
  return setEntry(workload.templateMetadata.get('annotations'), key, JSON.stringify(Object.fromEntries(order)));
}

/** Of two containers of one name the annotation cannot tell which it means. */
function hasOwnName(container: Container): container is Container & { readonly name: string } {
  const { name, workload } = container;
  return name !== undefined && workload.containers.filter((other) => other.name === name).length === 1;
}

/** Then the names around the new one stay as they are written. */
function isJson(text: string | undefined): boolean {
  try {
    return text !== undefined && JSON.parse(text) !== null;
  } catch {
    return false;
  }
}
