import type { Secrets } from '../secrecy.ts';
import type { Graph, GraphNode, Mark } from './graph.ts';

/** The same picture with `***` for each secret that a label, a note or a message of it holds. */
export function concealed(graph: Graph, secrets: Secrets): Graph {
  const conceal = (text: string): string => secrets.conceal(text);
  const marksOf = (marks: readonly Mark[]): readonly Mark[] =>
    marks.map((mark) => ({ ...mark, messages: mark.messages.map(conceal) }));
  const nodes = new Map<GraphNode, GraphNode>(
    graph.nodes.map((node) => [
      node,
      { ...node, label: conceal(node.label), notes: node.notes.map(conceal), marks: marksOf(node.marks) },
    ]),
  );
  return {
    ...graph,
    name: conceal(graph.name),
    nodes: [...nodes.values()],
    edges: graph.edges.map((edge) => ({
      ...edge,
      from: nodes.get(edge.from)!,
      to: nodes.get(edge.to)!,
      labels: edge.labels.map(conceal),
      marks: marksOf(edge.marks),
    })),
    marks: marksOf(graph.marks),
  };
}
