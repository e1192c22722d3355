import { append } from '../group-by.ts';
import type { Stroke } from './canvas.ts';
import type { Item, Line, Link, Sketch, Stub } from './sketch.ts';

/** Where a wire meets an item: it leaves with its texts, or arrives. */
export interface Port {
  /** The item's position in `Wiring.items`. */
  readonly at: number;
  /** Empty where the wire arrives. */
  readonly lines: readonly Line[];
  /** Whether an arrow points at the item here. */
  readonly arrow: boolean;
}

/** A connection that runs beside the boxes: an arrow, or a volume with all its mounts. */
export interface Wire {
  /** An arrow's start, then its end; a volume's mounts, then the volume. */
  readonly ports: readonly Port[];
  /** As in `Link.stroke`. */
  readonly stroke: Stroke;
  /** First and last item that it reaches. */
  readonly from: number;
  /** The last of them; both are positions in `Wiring.items`. */
  readonly to: number;
  /** The column of its vertical part, counted from the boxes. */
  readonly lane: number;
}

/** How a sketch is wired: from item to the next one directly, beside the boxes, or told in words. */
export interface Wiring {
  /** From top to bottom: requests, what the instance holds, what is remote. */
  readonly items: readonly Item[];
  /** By the position of the upper of two neighbours. */
  readonly direct: ReadonlyMap<number, Link>;
  /** Those that found a lane, the shortest first. */
  readonly wires: readonly Wire[];
  /** Those of the sketch, and the wires that found no lane. */
  readonly stubs: readonly Stub[];
}

/** More wires than this nobody can follow, and looking for lanes would take long. */
const mostWires = 60;

/** Wires a sketch with no more than so many lanes. What finds none is told in words. */
export function wire(sketch: Sketch, lanes: number): Wiring {
  const items = [...sketch.outside, ...sketch.inside, ...sketch.remote];
  const position = new Map(items.map((item, index) => [item, index]));
  const direct = new Map<number, Link>();
  const open: Omit<Wire, 'lane'>[] = [];
  const mounts = new Map<Item, Link[]>();
  const stubs: Stub[] = [...sketch.stubs];
  for (const link of sketch.links) {
    const [from, to] = [position.get(link.from)!, position.get(link.to)!];
    const upper = Math.min(from, to);
    if (link.stroke === 'double') append(mounts, link.to, link);
    else if (Math.abs(from - to) === 1 && !direct.has(upper)) direct.set(upper, link);
    else open.push(arrow(link, from, to));
  }
  for (const [volume, links] of mounts) open.push(bus(volume, links, position));
  return { items, direct, ...assignLanes(open, lanes, items, stubs) };
}

function arrow({ lines, stroke }: Link, from: number, to: number): Omit<Wire, 'lane'> {
  const ports: Port[] = [
    { at: from, lines, arrow: false },
    { at: to, lines: [], arrow: true },
  ];
  return { ports, stroke, from: Math.min(from, to), to: Math.max(from, to) };
}

function bus(volume: Item, links: readonly Link[], position: ReadonlyMap<Item, number>): Omit<Wire, 'lane'> {
  const ports: Port[] = links.map(({ from, lines }) => ({ at: position.get(from)!, lines, arrow: false }));
  ports.push({ at: position.get(volume)!, lines: [], arrow: false });
  const from = ports.reduce((least, { at }) => Math.min(least, at), ports[0]!.at);
  const to = ports.reduce((most, { at }) => Math.max(most, at), ports[0]!.at);
  return { ports, stroke: 'double', from, to };
}

/** Short wires get the lanes near the boxes, so that few cross. */
function assignLanes(
  open: readonly Omit<Wire, 'lane'>[],
  lanes: number,
  items: readonly Item[],
  stubs: Stub[],
): Pick<Wiring, 'wires' | 'stubs'> {
  const sorted = [...open].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  const wires: Wire[] = [];
  for (const candidate of sorted) {
    const taken = new Set(wires.filter((other) => overlap(candidate, other)).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    if (lane < lanes && wires.length < mostWires) wires.push({ ...candidate, lane });
    else stubs.push(...inWords(candidate, items));
  }
  return { wires, stubs };
}

/** Wires that only meet at an item leave room for each other. */
function overlap(a: Pick<Wire, 'from' | 'to'>, b: Pick<Wire, 'from' | 'to'>): boolean {
  return a.from < b.to && b.from < a.to;
}

/** A wire as arrows that name their targets. */
function inWords({ ports, stroke }: Omit<Wire, 'lane'>, items: readonly Item[]): Stub[] {
  const target = items[ports.at(-1)!.at]!;
  return ports.slice(0, -1).map(({ at, lines }) => ({
    at: items[at]!,
    inward: false,
    lines,
    other: target.node.label,
    stroke,
  }));
}
