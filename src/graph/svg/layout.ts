import { layout as arrange, graphlib } from '@dagrejs/dagre';
import type { Graph, GraphEdge, GraphNode } from '../graph.ts';
import { isInside } from '../unique-ids.ts';
import { type Block, type Box, boxOf, labelOf, type Tab } from './boxes.ts';

/** A point of the picture, in pixels from its upper left corner. */
export interface Point {
  /** To the right. */
  readonly x: number;
  /** Downwards. */
  readonly y: number;
}

/** A box at its place. */
export interface PlacedBox extends Box {
  /** The upper left corner of the box, below its ports. */
  readonly at: Point;
}

/** An arrow at its place. */
export interface PlacedArrow {
  /** What it stands for. */
  readonly edge: GraphEdge;
  /** From its first to its last point: where it bends. */
  readonly points: readonly Point[];
  /** What is written at it, with its upper left corner. */
  readonly label: { readonly block: Block; readonly at: Point } | undefined;
  /** True if it leads upwards, against the direction of the picture. */
  readonly upwards: boolean;
}

/** A graph laid out from top to bottom. */
export interface Layout {
  /** All boxes, in the order of the graph. */
  readonly boxes: readonly PlacedBox[];
  /** All arrows, in the order of the graph, without those from a box to itself. */
  readonly arrows: readonly PlacedArrow[];
  /** Pixels from left to right. */
  readonly width: number;
  /** Pixels from top to bottom. */
  readonly height: number;
}

/** Pixels that a picture may be wide before more boxes are put below each other; on a phone's page it stays readable. */
const wide = 560;
/** Times that a row of boxes is broken up to get there. */
const attempts = 12;

/** Lays a graph out. Boxes of the instance lie between those who send requests and what it connects to. */
export function layOut(graph: Graph): Layout {
  const edges = graph.edges.filter(({ from, to }) => from !== to);
  const backwards = backEdges(graph.nodes, edges);
  const boxes = new Map<GraphNode, Box>(
    graph.nodes.map((node) => {
      const arriving = edges.filter((edge) => edge.to === node && hasTab(edge, backwards));
      return [
        node,
        boxOf(
          node,
          arriving,
          graph.edges.filter(({ from, to }) => from === node && to === node),
        ),
      ];
    }),
  );
  let latest = place(graph.nodes, edges, backwards, boxes, []);
  let best = latest;
  const stacked: (readonly [GraphNode, GraphNode])[] = [];
  while (best.width > wide && stacked.length < attempts) {
    const pair = crowded(latest.boxes);
    if (!pair) break;
    stacked.push(pair);
    latest = place(graph.nodes, edges, backwards, boxes, stacked);
    if (latest.width < best.width) best = latest;
  }
  return best;
}

/** Whether what is written at an arrow stands on the border of the box where it ends. */
function hasTab(edge: GraphEdge, backwards: ReadonlySet<GraphEdge>): boolean {
  return (edge.kind === 'dial' || edge.kind === 'request') && !backwards.has(edge);
}

/** Arrows that close a circle, so that they have to lead upwards. */
function backEdges(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlySet<GraphEdge> {
  const found = new Set<GraphEdge>();
  const state = new Map<GraphNode, 'open' | 'done'>();
  const visit = (node: GraphNode): void => {
    state.set(node, 'open');
    for (const edge of edges) {
      if (edge.from !== node) continue;
      if (state.get(edge.to) === 'open') found.add(edge);
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(node, 'done');
  };
  for (const node of nodes) if (!state.has(node)) visit(node);
  return found;
}

/** The outer two of a row with more than two boxes; the second is to go below the first. */
function crowded(boxes: readonly PlacedBox[]): readonly [GraphNode, GraphNode] | undefined {
  for (const box of boxes) {
    const middle = box.at.y + box.height / 2;
    const row = boxes.filter(({ at, height }) => at.y < middle && middle < at.y + height);
    if (row.length < 3) continue;
    const sorted = row.sort((a, b) => a.at.x - b.at.x).map(({ node }) => node);
    return [sorted[0]!, sorted.at(-1)!];
  }
  return undefined;
}

function place(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  backwards: ReadonlySet<GraphEdge>,
  boxes: ReadonlyMap<GraphNode, Box>,
  stacked: readonly (readonly [GraphNode, GraphNode])[],
): Layout {
  const plan = new graphlib.Graph({ multigraph: true });
  plan.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 20, ranksep: 44, marginx: 0, marginy: 0 });
  for (const [node, { width, height, tabHeight }] of boxes)
    plan.setNode(node.id, { width, height: height + tabHeight });
  for (const [index, edge] of edges.entries()) {
    const [from, to] = backwards.has(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    const block = labelOf(edge, hasTab(edge, backwards));
    const size = block ? { width: block.width, height: block.height, labelpos: 'c' } : {};
    plan.setEdge(from.id, to.id, { ...size, weight: edge.kind === 'mount' ? 1 : 2 }, `edge${index}`);
  }
  for (const [from, to] of [...frameOrder(nodes, edges), ...stacked]) {
    // Light, but not without weight: what has none is crossed freely.
    plan.setEdge(from.id, to.id, { weight: 0.1 }, 'order');
  }
  arrange(plan);
  return read(plan, edges, backwards, boxes);
}

/** What keeps senders of requests above the frame of the instance, and what lies beyond it below. */
function frameOrder(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): readonly (readonly [GraphNode, GraphNode])[] {
  const inside = nodes.filter(isInside);
  const above = nodes.filter(({ kind }) => kind === 'outside');
  const below = nodes.filter(({ kind }) => kind === 'remote');
  const starts = inside.filter((node) => !edges.some(({ from, to }) => to === node && isInside(from)));
  const ends = inside.filter((node) => !edges.some(({ from, to }) => from === node && isInside(to)));
  const drawn = (one: GraphNode, other: GraphNode): boolean =>
    edges.some(({ from, to }) => from === one && to === other);
  return [
    ...above.flatMap((one) => starts.map((other) => [one, other] as const)),
    ...below.flatMap((other) => ends.map((one) => [one, other] as const)),
  ].filter(([one, other]) => !drawn(one, other));
}

function read(
  plan: InstanceType<typeof graphlib.Graph>,
  edges: readonly GraphEdge[],
  backwards: ReadonlySet<GraphEdge>,
  boxes: ReadonlyMap<GraphNode, Box>,
): Layout {
  const arrows = edges.map((edge, index): PlacedArrow => {
    const upwards = backwards.has(edge);
    const [from, to] = upwards ? [edge.to, edge.from] : [edge.from, edge.to];
    const { points, x, y } = plan.edge(from.id, to.id, `edge${index}`);
    const block = labelOf(edge, hasTab(edge, backwards));
    const label = block && { block, at: { x: x - block.width / 2, y: y - block.height / 2 } };
    return { edge, points: upwards ? points.toReversed() : points, label, upwards };
  });
  const placed = [...boxes].map(([node, box]): PlacedBox => {
    const { x, y, width, height } = plan.node(node.id);
    // Ports stand in the order in which their arrows arrive, so that these do not cross.
    const tabs = box.tabs.toSorted((a, b) => arrival(a, arrows) - arrival(b, arrows));
    return { ...box, tabs, at: { x: x - width / 2, y: y - height / 2 + box.tabHeight } };
  });
  const { width = 0, height = 0 } = plan.graph() as { width?: number; height?: number };
  return { boxes: placed, arrows, width, height };
}

/** Where the first of the arrows to a port comes from: pixels from the left. */
function arrival({ edges }: Tab, arrows: readonly PlacedArrow[]): number {
  const from = arrows.filter(({ edge }) => edges.includes(edge)).map(cameFrom);
  return from.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
}

/** Where an arrow is before it turns to the box that it ends at: pixels from the left. */
export function cameFrom({ points }: Pick<PlacedArrow, 'points'>): number {
  return points.at(-2)?.x ?? 0;
}
