import { cameFrom, type Layout, type PlacedArrow, type PlacedBox, type Point } from './layout.ts';

/** Pixels at which an arrow turns a corner. */
const bend = 14;
/** Pixels from the tip of an arrow to its back, and half of its back. */
const tip = { length: 9, half: 4.5 };
/** Pixels that an arrow runs straight before it ends. */
const straight = 16;

/** An arrow ready to be drawn. */
export interface Shape {
  /** The path of its line, to be stroked. */
  readonly line: string;
  /** The path of its tip, to be filled; undefined for the mount of a volume, which has no direction. */
  readonly tip: string | undefined;
}

/** Draws an arrow from the border of one box to that of another, or to the port that it arrives at. */
export function shapeOf(arrow: PlacedArrow, layout: Layout): Shape {
  const from = layout.boxes.find(({ node }) => node === arrow.edge.from)!;
  const to = layout.boxes.find(({ node }) => node === arrow.edge.to)!;
  const inner = arrow.points.slice(1, -1);
  const end = arrow.upwards ? bottom(to, inner.at(-1)) : top(to, arrow, layout, inner.at(-1));
  const start = arrow.upwards ? topEdge(from, layout, inner[0]) : bottom(from, inner[0]);
  const back = arrow.upwards ? end.y + straight : end.y - straight;
  const all = [start, ...inner, { x: end.x, y: back }, end];
  const hasTip = arrow.edge.kind !== 'mount';
  const last = hasTip ? { x: end.x, y: end.y + (arrow.upwards ? tip.length : -tip.length) } : end;
  return { line: rounded([...all.slice(0, -1), last]), tip: hasTip ? tipAt(end, arrow.upwards) : undefined };
}

/** Where an arrow arrives: in the middle of its port, or where it comes from above. */
function top(box: PlacedBox, { edge }: PlacedArrow, layout: Layout, before: Point | undefined): Point {
  let x = box.at.x + tabStart(box);
  for (const tab of box.tabs) {
    if (tab.edges.includes(edge)) return { x: x + tab.width / 2, y: box.at.y - box.tabHeight };
    x += tab.width + tabGap;
  }
  return topEdge(box, layout, before);
}

/** Pixels between the ports of a box. */
export const tabGap = 8;

/** Pixels from the left border of a box to its first port: the ports stand in the middle. */
export function tabStart({ tabs, width }: PlacedBox): number {
  const all = tabs.reduce((sum, tab) => sum + tab.width + tabGap, -tabGap);
  return (width - all) / 2;
}

/** Where an arrow without a port meets the upper border: beside the ports, on the side from which it comes. */
function topEdge(box: PlacedBox, { arrows }: Layout, near: Point | undefined): Point {
  const x = within(box, near);
  const y = box.at.y;
  if (box.tabs.length === 0) return { x, y };
  const room = tabStart(box);
  const others = arrows.filter(({ edge }) => box.tabs.some(({ edges }) => edges.includes(edge))).map(cameFrom);
  const isLeft = others.every((other) => (near?.x ?? x) <= other);
  return { x: isLeft ? Math.min(x, box.at.x + room / 2) : Math.max(x, box.at.x + box.width - room / 2), y };
}

function bottom(box: PlacedBox, near: Point | undefined): Point {
  return { x: within(box, near), y: box.at.y + box.height };
}

/** The place on a border that is nearest to a point, away from the corners. */
function within({ at, width }: PlacedBox, near: Point | undefined): number {
  const margin = Math.min(24, width / 2);
  return Math.min(Math.max(near?.x ?? at.x + width / 2, at.x + margin), at.x + width - margin);
}

/** A line through points, with round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  let path = `M${at(first!)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (!next) path += `L${at(point)}`;
    else path += `L${at(toward(point, points[index]!))}Q${at(point)} ${at(toward(point, next))}`;
  }
  return path;
}

/** A point on the way from one to another, where the corner begins. */
function toward(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(bend, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function tipAt({ x, y }: Point, upwards: boolean): string {
  const back = y + (upwards ? tip.length : -tip.length);
  return `M${at({ x, y })}L${at({ x: x - tip.half, y: back })}H${number(x + tip.half)}Z`;
}

function at({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`;
}

/** A number as SVG has it, to a tenth of a pixel. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
