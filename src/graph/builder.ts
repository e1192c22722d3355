import type { EdgeKind, GraphEdge, GraphNode, Mark, NodeKind } from './graph.ts';

/** A node or an edge that still takes marks. */
export interface Markable {
  /** One a rule; `placeMarks` fills it. */
  readonly marks: Mark[];
}

/** A node that still takes marks. */
export type Node = GraphNode & Markable;
/** An edge that still takes marks and labels. */
export type Edge = Omit<GraphEdge, 'labels'> & Markable & { readonly labels: Set<string> };

const kinds: readonly NodeKind[] = ['outside', 'container', 'volume', 'remote', 'missing'];

/** The most labels that an arrow bears. */
const mostLabels = 6;

/** Gathers nodes and edges; what is said twice is drawn once. */
export class Builder {
  readonly #nodes = new Map<NodeKind, Map<unknown, Node>>(kinds.map((kind) => [kind, new Map()]));
  readonly #edges = new Map<string, Edge>();

  /** The node of that kind that stands for `what`, made by the first call. */
  node(kind: NodeKind, what: unknown, make: () => Pick<GraphNode, 'label' | 'notes' | 'role' | 'source'>): Node {
    const known = this.#nodes.get(kind)!;
    let node = known.get(what);
    if (!node) {
      node = { id: `${kind}${known.size + 1}`, kind, ...make(), marks: [] };
      known.set(what, node);
    }
    return node;
  }

  /** The edge of that kind between two nodes, with one more label. */
  edge(kind: EdgeKind, from: Node, to: Node, label = ''): Edge {
    const key = `${kind} ${from.id} ${to.id}`;
    let edge = this.#edges.get(key);
    if (!edge) {
      edge = { kind, from, to, labels: new Set(), marks: [] };
      this.#edges.set(key, edge);
    }
    if (label !== '') edge.labels.add(label);
    return edge;
  }

  /** By kind, each kind in the order in which they were first asked for. */
  get nodes(): readonly GraphNode[] {
    return kinds.flatMap((kind) => [...this.#nodes.get(kind)!.values()]);
  }

  /** In the order in which they were first asked for. Of too many labels the last ones are only counted. */
  get edges(): readonly GraphEdge[] {
    return [...this.#edges.values()].map((edge) => ({ ...edge, labels: fewLabels([...edge.labels]) }));
  }
}

function fewLabels(labels: readonly string[]): readonly string[] {
  const more = labels.length - mostLabels;
  return more > 0 ? [...labels.slice(0, mostLabels), `${more} more`] : labels;
}
