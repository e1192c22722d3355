import type { Diagnostic } from '../diagnostic.ts';
import type { Workload } from '../model/workload.ts';
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from './graph.ts';
import { graphOf } from './model.ts';
import { gravest, markText, titleOf } from './words.ts';

/**
 * The picture of a workload's instance as a Mermaid flowchart, for a fenced block in Markdown. Ends with a newline.
 * Safe whatever the manifest holds: names cannot leave their labels, nor the fence.
 */
export function mermaidGraph(workload: Workload, diagnostics: readonly Diagnostic[]): string {
  return mermaid(graphOf(workload, diagnostics));
}

/** A graph as a Mermaid flowchart. */
export function mermaid(graph: Graph): string {
  const inside = graph.nodes.filter(isInside);
  const others = graph.nodes.filter((node) => !isInside(node));
  const lines = [
    'flowchart LR',
    ...others.map((node) => `  ${nodeText(node)}`),
    `  subgraph instance["${label([titleOf(graph)])}"]`,
    ...(graph.marks.length > 0 ? [`    findings["${label(graph.marks.map(markText))}"]`] : []),
    ...inside.map((node) => `    ${nodeText(node)}`),
    '  end',
    ...graph.edges.map((edge) => `  ${edgeText(edge)}`),
    ...styles(graph),
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether a node is drawn in the frame of the instance. */
function isInside({ kind }: GraphNode): boolean {
  return kind !== 'outside' && kind !== 'remote';
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

/** Colours that show on light and dark pages alike. */
function styles(graph: Graph): string[] {
  const colors = { error: '#d1242f', warning: '#bf8700', info: '#218bff' } as const;
  const marked = [...graph.nodes, { id: 'findings', marks: graph.marks }].flatMap(({ id, marks }) => {
    const severity = gravest(marks);
    return severity === undefined ? [] : [`  style ${id} stroke:${colors[severity]},stroke-width:2px`];
  });
  const missing = graph.nodes
    .filter(({ kind }) => kind === 'missing')
    .map(({ id }) => `  style ${id} stroke-dasharray:4 4`);
  const edges = graph.edges.flatMap(({ marks }, index) => {
    const severity = gravest(marks);
    return severity === undefined ? [] : [`  linkStyle ${index} stroke:${colors[severity]}`];
  });
  return [...marked, ...missing, ...edges];
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
