import { pushAll } from '../group-by.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/**
 * All nodes in the order in which they are drawn so that most arrows point the same way, beginning with where requests come from; of circles, one arrow points back. What
 * calls the ingress container stands behind it all the same: requests come first in everybody's mind.
 */
export function orderNodes(graph: Graph): readonly GraphNode[] {
  return reversePostorder(graph.nodes, adjacency(graph));
}

type Adjacency = ReadonlyMap<GraphNode, ReadonlySet<GraphNode>>;

/** What follows each node: whom it calls first, then whom it waits for, then what it mounts. */
function adjacency({ nodes, edges }: Graph): Adjacency {
  const next = new Map<GraphNode, Set<GraphNode>>(nodes.map((node) => [node, new Set()]));
  const ingress = new Set(edges.filter(({ kind }) => kind === 'request').map(({ to }) => to));
  const isTurned = ({ kind, to }: GraphEdge): boolean => kind !== 'request' && ingress.has(to);
  for (const edge of edges) {
    const [from, to] = isTurned(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    if (from !== to) next.get(from)!.add(to);
  }
  return next;
}

/** Goes into the depth with a stack of its own: a file may chain more containers than the call stack holds. */
class Walk {
  readonly #next: Adjacency;
  readonly #seen = new Set<GraphNode>();
  /** Nodes, each before all that lead to it. */
  readonly finished: GraphNode[] = [];

  constructor(next: Adjacency) {
    this.#next = next;
  }

  from(start: GraphNode): void {
    const way = this.#enter(start);
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const { value: node, done } = top.ahead.next();
      if (done) this.finished.push(way.pop()!.node);
      else pushAll(way, this.#enter(node));
    }
  }

  /** A step of the way to a node, unless it was seen. */
  #enter(node: GraphNode): { readonly node: GraphNode; readonly ahead: Iterator<GraphNode, undefined> }[] {
    if (this.#seen.has(node)) return [];
    this.#seen.add(node);
    // Backwards, so that what comes first in the file comes first in the end.
    return [{ node, ahead: [...this.#next.get(node)!].reverse().values() }];
  }
}

function reversePostorder(nodes: readonly GraphNode[], next: Adjacency): readonly GraphNode[] {
  const reached = new Set([...next.values()].flatMap((others) => [...others]));
  const roots = nodes.filter((node) => !reached.has(node)).toReversed();
  const fromRoots = new Walk(next);
  for (const root of roots) fromRoots.from(root);
  // What no root leads to is a circle, and comes last, so is walked first.
  const known = new Set(fromRoots.finished);
  const walk = new Walk(next);
  for (const node of nodes) if (!known.has(node)) walk.from(node);
  for (const root of roots) walk.from(root);
  return walk.finished.reverse();
}
