import type { Severity } from '../diagnostic.ts';
import type { Stroke } from './canvas.ts';
import { markText } from './captions.ts';
import type { Graph, GraphEdge, GraphNode, Mark } from './graph.ts';
import { orderNodes } from './order.ts';

/** What a line of text is, which decides its colour. */
export type Tone = 'name' | 'note' | 'label' | Severity;

/** A line of text in the drawing. */
export interface Line {
  /** Visible, of any length: whoever draws it breaks or cuts it. */
  readonly text: string;
  /** Severities are those of marks. */
  readonly tone: Tone;
}

/** A node as the terminal shows it. */
export interface Item {
  /** The node that it shows, whose kind decides whether it is a box or text alone. */
  readonly node: GraphNode;
  /** Name and notes, then what it alone mounts and waiting for itself, then marks. */
  readonly lines: readonly Line[];
}

/** All that leads from one item to another, drawn as one arrow. */
export interface Link {
  /** Who calls, waits or mounts. */
  readonly from: Item;
  /** Who is called, awaited or mounted. */
  readonly to: Item;
  /** What is written at it; may be empty. */
  readonly lines: readonly Line[];
  /** That of the first edge between the two: dashed for waiting, double for a mount, else light. */
  readonly stroke: Stroke;
}

/** An arrow of which one end is told in words, since it is no item. */
export interface Stub {
  /** The end that is an item. */
  readonly at: Item;
  /** Whether the arrow points at the item. */
  readonly inward: boolean;
  /** What is written at it, with the notes of what is missing; may be empty. */
  readonly lines: readonly Line[];
  /** What to call the other end. */
  readonly other: string;
  /** As in `Link.stroke`. */
  readonly stroke: Stroke;
}

/** What is drawn: items in their order, and what connects them. */
export interface Sketch {
  /** Where requests come from; empty where there are none. */
  readonly outside: readonly Item[];
  /** Containers, then the volumes that several of them mount, or none. */
  readonly inside: readonly Item[];
  /** What proxies connect to beyond the instance. */
  readonly remote: readonly Item[];
  /** Empty where they are told in words. */
  readonly missing: readonly Item[];
  /** One at most from an item to another. */
  readonly links: readonly Link[];
  /** One at most from a node to another. */
  readonly stubs: readonly Stub[];
  /** What is said of the whole. */
  readonly lines: readonly Line[];
}

/**
 * Chooses what becomes a box, an arrow or a line of text. With `inWords`, what is missing and all arrows from outside
 * but the first become stubs.
 */
export function sketch(graph: Graph, inWords: boolean): Sketch {
  const isOwn = ownVolumes(graph);
  const own = new Map<GraphNode, Line[]>(graph.nodes.map((node) => [node, []]));
  const between: GraphEdge[] = [];
  for (const edge of graph.edges) {
    if (edge.kind === 'mount' && isOwn(edge.to)) own.get(edge.from)!.push(...ownMount(edge));
    else if (edge.from === edge.to) own.get(edge.from)!.push(...loop(edge));
    else between.push(edge);
  }
  const items = new Map<GraphNode, Item>();
  const nodes = orderNodes(graph);
  const itemsOf = (kind: GraphNode['kind']): Item[] =>
    nodes
      .filter((node) => node.kind === kind && !isOwn(node))
      .map((node) => {
        const item: Item = { node, lines: itemLines(node, own.get(node)!) };
        items.set(node, item);
        return item;
      });
  const parts = {
    outside: itemsOf('outside'),
    inside: [...itemsOf('container'), ...itemsOf('volume')],
    remote: itemsOf('remote'),
    missing: inWords ? [] : itemsOf('missing'),
  };
  const connected = connect(between, items, inWords);
  return { ...parts, ...connected, lines: [...graph.marks.map(markLine), ...connected.lines] };
}

/** Tells volumes and missing ones that exactly one container mounts. */
function ownVolumes({ edges }: Graph): (node: GraphNode) => boolean {
  const mounts = new Map<GraphNode, number>();
  for (const { kind, to } of edges) if (kind === 'mount') mounts.set(to, (mounts.get(to) ?? 0) + 1);
  return (node) => mounts.get(node) === 1;
}

function itemLines({ kind, label, notes, marks }: GraphNode, mounts: readonly Line[]): Line[] {
  const name: Line[] =
    kind === 'container' || kind === 'remote'
      ? [{ text: label, tone: 'name' }, ...notes.map(noteLine)]
      : [{ text: [label, ...notes].join(' · '), tone: 'name' }];
  return [...name, ...mounts, ...marks.map(markLine)];
}

/** A volume that nobody else mounts is told of within its container's box. */
function ownMount({ to, labels, marks }: GraphEdge): Line[] {
  const what = [to.label, ...to.notes].join(' · ');
  return [{ text: `${labels.join(', ')} ═ ${what}`, tone: 'note' }, ...[...marks, ...to.marks].map(markLine)];
}

function loop({ marks }: GraphEdge): Line[] {
  return [{ text: 'waits for itself', tone: 'label' }, ...marks.map(markLine)];
}

type Open<T> = T & { readonly lines: Line[] };

function connect(
  edges: readonly GraphEdge[],
  items: ReadonlyMap<GraphNode, Item>,
  inWords: boolean,
): Pick<Sketch, 'links' | 'stubs' | 'lines'> {
  const links = new Map<string, Open<Link>>();
  const stubs = new Map<string, Open<Stub>>();
  const loose: Line[] = [];
  for (const edge of edges) {
    const to = items.get(edge.to);
    const isExtra = inWords && edge.kind === 'request' && links.size > 0;
    const from = isExtra ? undefined : items.get(edge.from);
    const key = `${edge.from.id} ${edge.to.id}`;
    const stroke = edge.kind === 'wait' ? 'dashed' : edge.kind === 'mount' ? 'double' : 'light';
    const lines = edgeLines(edge);
    const known = links.get(key) ?? stubs.get(key);
    if (known) known.lines.push(...lines);
    else if (from && to) links.set(key, { from, to, lines, stroke });
    else if (from) stubs.set(key, stub(from, false, edge.to, lines, stroke));
    else if (to) stubs.set(key, stub(to, true, edge.from, lines, stroke));
    else loose.push({ text: `${edge.from.label} waits for ${edge.to.label}`, tone: 'note' }, ...lines.slice(1));
  }
  return { links: [...links.values()], stubs: [...stubs.values()], lines: loose };
}

function edgeLines({ labels, marks }: GraphEdge): Line[] {
  return [...labels.map((text): Line => ({ text, tone: 'label' })), ...marks.map(markLine)];
}

function stub(at: Item, inward: boolean, other: GraphNode, lines: Line[], stroke: Stroke): Open<Stub> {
  const notes = other.kind === 'missing' ? other.notes.map(noteLine) : [];
  return { at, inward, lines: [...lines, ...notes], other: other.label, stroke };
}

function noteLine(text: string): Line {
  return { text, tone: 'note' };
}

function markLine(mark: Mark): Line {
  return { text: markText(mark), tone: mark.severity };
}
