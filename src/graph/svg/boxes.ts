import type { Severity } from '../../diagnostic.ts';
import { textWidth, wrap } from '../../text/cells.ts';
import { markText } from '../captions.ts';
import type { GraphEdge, GraphNode, Mark } from '../graph.ts';
import { iconSize } from './icons.ts';
import { pixels, sizes } from './text-size.ts';

/** How a line of text looks: the name of a node, what is known of it, or a finding. */
export type Tone = 'name' | 'note' | Severity;

/** A line of text in a box or at an arrow. */
export interface Row {
  /** Visible, not yet escaped. */
  readonly text: string;
  /** Decides colour and weight. */
  readonly tone: Tone;
  /** What shows when one points at it: the messages of a finding. */
  readonly title?: string;
}

/** Something with rows of text and a size, in pixels, before it has a place. */
export interface Block {
  /** From top to bottom. */
  readonly rows: readonly Row[];
  /** Pixels from left to right. */
  readonly width: number;
  /** Pixels from top to bottom, without the ports on its border. */
  readonly height: number;
}

/** The ports on a box's border, where arrows arrive. */
export interface Tab {
  /** What is written in it: the port and what is spoken there, a line each. */
  readonly lines: readonly string[];
  /** Pixels from left to right. */
  readonly width: number;
  /** The arrows that end there. */
  readonly edges: readonly GraphEdge[];
}

/** The box of a node. */
export interface Box extends Block {
  /** What it stands for. */
  readonly node: GraphNode;
  /** The ports at its upper border. */
  readonly tabs: readonly Tab[];
  /** Pixels that the ports take above the box; 0 without any. */
  readonly tabHeight: number;
}

/** Pixels around the text of a box. */
export const padding = 12;
/** Pixels from one line of text to the next, by tone. */
export const leading: Readonly<Record<Tone, number>> = { name: 20, note: 17, error: 23, warning: 23, info: 23 };
/** Pixels of one line in a port. */
export const tabLine = 16;
/** Pixels left and right of the text of a finding in its badge. */
export const badgePadding = 8;
/** Pixels left and right of the ports, for arrows that have none. */
const besideTabs = 24;
const tabPadding = 7;
const tabGap = 8;
/** Terminal columns after which a text goes on in the next line. */
const columns = 34;

/** The box of a node, wide enough for its text and for the arrows that arrive with a label. */
export function boxOf(node: GraphNode, arriving: readonly GraphEdge[], own: readonly GraphEdge[]): Box {
  const rows: Row[] = [
    ...fit(node.label).map((text) => ({ text, tone: 'name' as const })),
    ...[...node.notes, ...own.flatMap(({ labels }) => labels.map((label) => `${label} itself`))]
      .flatMap(fit)
      .map((text) => ({ text, tone: 'note' as const })),
    ...badges([...node.marks, ...own.flatMap(({ marks }) => marks)]),
  ];
  const tabs = tabsOf(arriving);
  const forTabs = tabs.reduce((sum, { width }) => sum + width + tabGap, 2 * besideTabs);
  const block = blockOf(rows, iconSize + 8);
  return {
    ...block,
    node,
    width: Math.max(block.width, forTabs),
    tabs,
    tabHeight: tabs.reduce((most, { lines }) => Math.max(most, lines.length * tabLine), 0),
  };
}

/** What is written at an arrow that has no port to write it on, and what was found there. */
export function labelOf(edge: GraphEdge, hasTab: boolean): Block | undefined {
  const texts = hasTab ? [] : edge.labels;
  const rows = [...texts.flatMap(fit).map((text) => ({ text, tone: 'note' as const })), ...badges(edge.marks)];
  return rows.length === 0 ? undefined : blockOf(rows, 0, 4);
}

/** Rows for findings. */
export function badges(marks: readonly Mark[]): Row[] {
  return marks.map((mark) => ({ text: markText(mark), tone: mark.severity, title: mark.messages.join('\n') }));
}

/** Rows one below the other, with room for an icon at the left. */
export function blockOf(rows: readonly Row[], left: number, around: number = padding): Block {
  const widest = rows.reduce((most, row) => Math.max(most, rowWidth(row)), 0);
  const height = rows.reduce((sum, { tone }) => sum + leading[tone], 0);
  return { rows, width: left + widest + 2 * around, height: height + 2 * around - 4 };
}

/** Pixels that a row takes from left to right. */
export function rowWidth({ text, tone }: Row): number {
  if (tone === 'name') return pixels(text, sizes.name, true);
  return pixels(text, sizes.note) + (tone === 'note' ? 0 : 2 * badgePadding);
}

/** Arrows that arrive with the same labels share a port. */
function tabsOf(edges: readonly GraphEdge[]): Tab[] {
  const byText = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = edge.labels.join('\n');
    if (key !== '') byText.set(key, [...(byText.get(key) ?? []), edge]);
  }
  return [...byText].map(([text, arrows]) => {
    const lines = text.split('\n').flatMap(fit);
    const widest = lines.reduce((most, line) => Math.max(most, pixels(line, sizes.note)), 0);
    return { lines, width: widest + 2 * tabPadding, edges: arrows };
  });
}

/** A text in lines that a box holds; words that are longer than a line are cut into several, behind a mark if there is one. */
function fit(text: string): string[] {
  return wrap(text, columns).flatMap(parts);
}

function parts(line: string): string[] {
  if (textWidth(line) <= columns) return [line];
  let head = '';
  for (const character of line) {
    if (textWidth(head) >= columns) break;
    head += character;
  }
  const mark = /^.*[/:@._-]/s.exec(head)?.[0] ?? '';
  const first = mark.length > head.length / 2 ? mark : head;
  return [first, ...parts(line.slice(first.length))];
}
