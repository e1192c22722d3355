import { append } from '../group-by.ts';

interface Edge<Node> {
  readonly needed: Node;
}

/** A stretch of the way on which a circle was found, as depths. */
interface Found {
  readonly from: number;
  readonly to: number;
}

/**
 * Circles in a graph of needs, each edge by edge. No two share a node, so that all of them together are no longer
 * than the graph; a circle that shares nodes with one that was found is left out.
 */
export function* findCircles<Node, E extends Edge<Node>>(edges: ReadonlyMap<Node, readonly E[]>): Generator<E[]> {
  const done = new Set<Node>();
  for (const start of edges.keys()) {
    if (!done.has(start)) yield* circlesFrom(start, edges, done);
  }
}

/** Goes into the depth with a stack of its own: a file may chain more containers than the call stack holds. */
function* circlesFrom<Node, E extends Edge<Node>>(
  start: Node,
  edges: ReadonlyMap<Node, readonly E[]>,
  done: Set<Node>,
): Generator<E[]> {
  const way: E[] = [];
  const depthOf = new Map<Node, number>([[start, 0]]);
  const ahead = [iterate(edges, start)];
  const found: Found[] = [];
  for (let next = ahead.at(-1); next; next = ahead.at(-1)) {
    const edge = next.next().value;
    if (edge === undefined) {
      ahead.pop();
      const left = way.pop()?.needed ?? start;
      depthOf.delete(left);
      done.add(left);
      if (way.length < (found.at(-1)?.from ?? 0)) found.pop();
      continue;
    }
    const depth = depthOf.get(edge.needed);
    if (depth === undefined) {
      if (done.has(edge.needed)) continue;
      way.push(edge);
      depthOf.set(edge.needed, way.length);
      ahead.push(iterate(edges, edge.needed));
    } else if (depth > (found.at(-1)?.to ?? -1)) {
      found.push({ from: depth, to: way.length });
      yield [...way.slice(depth), edge];
    }
  }
}

function iterate<Node, E>(edges: ReadonlyMap<Node, readonly E[]>, node: Node): Iterator<E, undefined> {
  return (edges.get(node) ?? [])[Symbol.iterator]();
}

/** The nodes, each behind all that it needs; those in a circle, or behind one, are left out. */
export function orderByNeed<Node>(nodes: readonly Node[], needsOf: (node: Node) => readonly Node[]): Node[] {
  const open = new Map<Node, number>();
  const waiters = new Map<Node, Node[]>();
  for (const node of nodes) {
    const needs = needsOf(node);
    open.set(node, needs.length);
    for (const need of needs) append(waiters, need, node);
  }
  const order = nodes.filter((node) => open.get(node) === 0);
  for (const node of order) {
    for (const waiter of waiters.get(node) ?? []) {
      const left = open.get(waiter)! - 1;
      open.set(waiter, left);
      if (left === 0) order.push(waiter);
    }
  }
  return order;
}
