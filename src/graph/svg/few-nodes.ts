import type { Graph } from '../graph.ts';

/** Boxes and arrows that a picture shows at most; Cloud Run has ten containers in an instance. */
const most = { nodes: 60, edges: 160 } as const;

/** What a picture shows of a graph, and how many boxes it leaves out: a hostile file may ask for thousands. */
export function fewNodes(graph: Graph): { readonly graph: Graph; readonly left: number } {
  if (graph.nodes.length <= most.nodes && graph.edges.length <= most.edges) return { graph, left: 0 };
  const nodes = graph.nodes.slice(0, most.nodes);
  const kept = new Set(nodes);
  const edges = graph.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, most.edges);
  return { graph: { ...graph, nodes, edges }, left: graph.nodes.length - nodes.length };
}
