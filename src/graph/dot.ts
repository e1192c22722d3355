import { colors, gravest, markText, titleOf } from './captions.ts';
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from './graph.ts';
import { type Identified, isInside, withUniqueIds } from './unique-ids.ts';

/** Graphs side by side in Graphviz's DOT language. Names cannot leave their quotes. Ends with a newline. */
export function dot(graphs: readonly Graph[]): string {
  const all = graphs.map(withUniqueIds);
  const lines = [
    'digraph {',
    '  rankdir=LR',
    '  node [shape=box, fontname="sans-serif"]',
    '  edge [fontname="sans-serif"]',
    ...all.flatMap(cluster),
    ...all.flatMap(({ edges }) => edges.map(edgeLine)),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function cluster(graph: Identified): string[] {
  const title = [titleOf(graph), ...graph.marks.map(markText)];
  return [
    ...graph.nodes.filter((node) => !isInside(node)).map((node) => `  ${nodeLine(node)}`),
    `  subgraph ${quoted([`cluster_${graph.id}`])} {`,
    `    label=${quoted(title)}`,
    // A cluster without nodes would not be drawn.
    `    ${quoted([`${graph.id}anchor`])} [style=invis, shape=point]`,
    ...graph.nodes.filter(isInside).map((node) => `    ${nodeLine(node)}`),
    '  }',
  ];
}

const shapes: Readonly<Record<NodeKind, string>> = {
  outside: 'oval',
  container: 'box',
  volume: 'cylinder',
  remote: 'oval',
  missing: 'box, style=dashed',
};

const strokes: Readonly<Record<EdgeKind, string>> = {
  request: 'style=bold',
  dial: 'style=solid',
  wait: 'style=dashed',
  mount: 'dir=none',
};

function nodeLine({ id, kind, label, notes, marks }: GraphNode): string {
  const text = quoted([label, ...notes, ...marks.map(markText)]);
  return `${quoted([id])} [label=${text}, shape=${shapes[kind]}${colorOf(marks)}]`;
}

function edgeLine({ kind, from, to, labels, marks }: GraphEdge): string {
  const text = quoted([...labels, ...marks.map(markText)]);
  return `  ${quoted([from.id])} -> ${quoted([to.id])} [label=${text}, ${strokes[kind]}${colorOf(marks)}]`;
}

function colorOf(marks: GraphNode['marks']): string {
  const severity = gravest(marks);
  return severity === undefined ? '' : `, color="${colors[severity]}"`;
}

/** Lines as one quoted string. In it only the quote and the backslash mean anything to Graphviz. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replace(/["\\]/g, '\\$&')).join('\\n')}"`;
}
