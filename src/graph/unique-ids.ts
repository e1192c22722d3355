import type { Graph, GraphNode } from './graph.ts';

/** A graph whose ids are unique beside others. */
export interface Identified extends Graph {
  /** What all its ids begin with; empty for the first graph. */
  readonly id: string;
}

/** Gives the nodes of one of several graphs ids that no other graph has. */
export function withUniqueIds(graph: Graph, index: number): Identified {
  if (index === 0) return { ...graph, id: '' };
  const id = `g${index + 1}`;
  const renamed = new Map(graph.nodes.map((node) => [node, { ...node, id: `${id}${node.id}` }]));
  const rename = (node: GraphNode): GraphNode => renamed.get(node)!;
  return {
    ...graph,
    id,
    nodes: graph.nodes.map(rename),
    edges: graph.edges.map((edge) => ({ ...edge, from: rename(edge.from), to: rename(edge.to) })),
  };
}

/** Whether a node is drawn in the frame of the instance. */
export function isInside({ kind }: GraphNode): boolean {
  return kind !== 'outside' && kind !== 'remote';
}
