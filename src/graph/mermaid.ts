import { colors, gravest, markText, titleOf } from './captions.ts';
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from './graph.ts';
import { type Identified, isInside, withUniqueIds } from './unique-ids.ts';

/** A graph as a Mermaid flowchart, like `flowchart`. */
export function mermaid(graph: Graph): string {
  return flowchart([graph]);
}

/**
 * Graphs side by side as one Mermaid flowchart, for a fenced block in Markdown. Ends with a newline. Safe whatever the
 * manifest holds: names cannot leave their labels, nor the fence.
 */
export function flowchart(graphs: readonly Graph[]): string {
  const all = graphs.map(withUniqueIds);
  const edges = all.flatMap((graph) => graph.edges);
  const lines = [
    'flowchart LR',
    ...all.flatMap(nodeLines),
    ...edges.map((edge) => `  ${edgeText(edge)}`),
    ...all.flatMap(nodeStyles),
    ...edgeStyles(edges),
  ];
  return `${lines.join('\n')}\n`;
}

function nodeLines(graph: Identified): string[] {
  const inside = graph.nodes.filter(isInside);
  const others = graph.nodes.filter((node) => !isInside(node));
  return [
    ...others.map((node) => `  ${nodeText(node)}`),
    `  subgraph ${graph.id}instance["${label([titleOf(graph)])}"]`,
    ...(graph.marks.length > 0 ? [`    ${graph.id}findings["${label(graph.marks.map(markText))}"]`] : []),
    ...inside.map((node) => `    ${nodeText(node)}`),
    '  end',
  ];
}

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  outside: ['([', '])'],
  container: ['[', ']'],
  volume: ['[(', ')]'],
  remote: ['([', '])'],
  missing: ['[', ']'],
};

function nodeText(node: GraphNode): string {
  const [open, close] = shapes[node.kind];
  return `${node.id}${open}"${label([node.label, ...node.notes, ...node.marks.map(markText)])}"${close}`;
}

const arrows: Readonly<Record<EdgeKind, string>> = { request: '==>', dial: '-->', wait: '-.->', mount: '---' };

function edgeText({ kind, from, to, labels, marks }: GraphEdge): string {
  const lines = [...labels, ...marks.map(markText)];
  const text = lines.length === 0 ? '' : `|"${label(lines)}"|`;
  return `${from.id} ${arrows[kind]}${text} ${to.id}`;
}

function nodeStyles({ id, nodes, marks }: Identified): string[] {
  const marked = [...nodes, { id: `${id}findings`, kind: 'findings', marks }];
  return marked.flatMap((node) => {
    const severity = gravest(node.marks);
    return [
      ...(severity === undefined ? [] : [`  style ${node.id} stroke:${colors[severity]},stroke-width:2px`]),
      ...(node.kind === 'missing' ? [`  style ${node.id} stroke-dasharray:4 4`] : []),
    ];
  });
}

function edgeStyles(edges: readonly GraphEdge[]): string[] {
  return edges.flatMap(({ marks }, index) => {
    const severity = gravest(marks);
    return severity === undefined ? [] : [`  linkStyle ${index} stroke:${colors[severity]}`];
  });
}

function label(lines: readonly string[]): string {
  return lines.map(entities).join('<br/>');
}

/** What Mermaid makes a formula or an icon of, even out of entities: a zero-width space keeps its parts apart. */
const active = /\$(?=\$)|:(?=fa-)/g;

/**
 * Text inside a quoted label. Everything but letters, digits and a little punctuation becomes a numbered entity, so
 * that nothing is markup to Mermaid, to Markdown or to HTML.
 */
function entities(text: string): string {
  return text
    .replace(active, '$&\u200B')
    .replace(/[^\p{L}\p{M}\p{N} .,/:_✗⚠·…-]|:(?=\/\/)|^[-\d]/gu, (c) => `#${c.codePointAt(0)};`);
}
