import { textWidth, wrap } from '../text/cells.ts';
import type { Item, Line, Sketch, Stub } from './sketch.ts';
import { type Port, type Wire, type Wiring, wire } from './wires.ts';

/** Column of the boxes' left border. */
export const boxLeft = 3;

/** What stands right of an item: the end of a wire, or an arrow in words. */
export type Beside = { readonly port: Port; readonly wire: Wire } | { readonly stub: Stub };

/** Where everything of a drawing goes from left to right. */
export interface Plan {
  /** What connects the items, with as many lanes as there is room for. */
  readonly wiring: Wiring;
  /** Column of the boxes' right border; columns count from 0. */
  readonly boxRight: number;
  /** Column of the first lane. */
  readonly lanes: number;
  /** What an item says, that of a box broken to fit into it. */
  readonly linesOf: (item: Item) => readonly Line[];
  /** From top to bottom, so that wires cross as little as possible. */
  readonly besideOf: (item: Item) => readonly Beside[];
}

/** Columns beside the boxes that are worth drawing arrows in. */
const leastBeside = 16;
/** Columns that the frame and its margins take. */
const margins = 6;
/** Columns that the widest drawing has for wires. */
const mostLanes = 20;
/** Columns between a box and its first lane that no label takes. */
const laneGap = 7;

/** Chooses widths so that all fits into so many columns; where little fits, arrows are told inside the boxes. */
export function plan(sketch: Sketch, width: number): Plan {
  const wide = wire(sketch, mostLanes);
  const lines = sketch.inside.flatMap((item) => item.lines);
  const natural = 4 + widest(lines);
  const labels = widest(wide.wires.flatMap(({ ports }) => ports.flatMap((port) => port.lines)));
  const lanes = wide.wires.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const forWires = lanes === 0 ? 0 : labels + laneGap + 2 * lanes;
  const beside = wide.stubs.reduce((most, stub) => Math.max(most, stubWidth(stub)), forWires);
  if (beside === 0) return finish(wide, shrunk(lines, Math.min(natural, width - margins)), labels);

  // Long lines are broken between words, so that the longest word says how narrow a box can be.
  const leastBox = Math.min(natural, width - margins - leastBeside, 4 + widestWord(lines));
  const boxWidth = shrunk(lines, Math.max(leastBox, Math.min(natural, width - margins - beside)));
  const room = width - margins - Math.max(boxWidth, wiredText(wide));
  if (room >= forWires && room >= Math.min(beside, leastBeside)) return finish(wide, boxWidth, labels);
  const fitting = Math.floor((room - labels - laneGap) / 2);
  if (fitting >= 1 && room >= leastBeside) return finish(wire(sketch, fitting), boxWidth, labels);
  return inBoxes(wire(sketch, 0), width - margins);
}

/** The width that a box of at most this width takes once its lines are broken. */
function shrunk(lines: readonly Line[], boxWidth: number): number {
  return Math.min(boxWidth, 4 + widest(lines.flatMap((line) => broken(line, boxWidth - 4))));
}

function finish(wiring: Wiring, boxWidth: number, labels: number): Plan {
  const beside = besides(wiring);
  const textWidth = boxWidth - 4;
  return {
    wiring,
    boxRight: boxLeft + boxWidth - 1,
    lanes: boxLeft + Math.max(boxWidth, wiredText(wiring)) + labels + laneGap - 1,
    linesOf: (item) => (isBoxed(item) ? item.lines.flatMap((line) => broken(line, textWidth)) : item.lines),
    besideOf: (item) => beside.get(item) ?? [],
  };
}

/** A line broken to a width; marks are rather cut than parted from their signs. */
function broken(line: Line, width: number): Line[] {
  const { text, tone } = line;
  if (isMark(line)) return [line];
  return wrap(text, width).map((part, index) => ({ text: index === 0 ? part : `  ${part}`, tone }));
}

/** Columns of the widest name outside the frame that a wire leads to. */
function wiredText({ items, wires }: Wiring): number {
  const texts = wires.flatMap(({ ports }) => ports.map(({ at }) => items[at]!)).filter((item) => !isBoxed(item));
  return widest(texts.flatMap(({ lines }) => lines.slice(0, 1)));
}

/** For narrow terminals: what would stand beside a box becomes lines in it. */
function inBoxes(wiring: Wiring, mostWidth: number): Plan {
  const linesOf = new Map<Item, Line[]>(wiring.items.map((item) => [item, [...item.lines]]));
  for (const { at, lines, other, inward, stroke } of wiring.stubs) {
    const labels = lines.filter(({ tone }) => tone === 'label').map(({ text }) => text);
    const shaft = stroke === 'double' ? '══' : inward ? '◄─' : '─►';
    linesOf
      .get(at)!
      .push(
        { text: [labels.join(', '), shaft, other].filter((part) => part !== '').join(' '), tone: 'label' },
        ...lines.filter(({ tone }) => tone !== 'label'),
      );
  }
  const lines = wiring.items.filter(isBoxed).flatMap((item) => linesOf.get(item)!);
  const boxWidth = shrunk(lines, mostWidth);
  const plan = finish({ ...wiring, stubs: [] }, boxWidth, 0);
  return { ...plan, linesOf: (item) => linesOf.get(item)!.flatMap((line) => broken(line, boxWidth - 4)) };
}

/** Whether an item is drawn as a box rather than as text. */
export function isBoxed({ node }: Item): boolean {
  return node.kind === 'container' || node.kind === 'volume';
}

function widest(lines: readonly Line[]): number {
  return lines.reduce((most, { text }) => Math.max(most, textWidth(text)), 0);
}

function widestWord(lines: readonly Line[]): number {
  return widest(
    lines.flatMap((line) => (isMark(line) ? [line] : line.text.split(' ').map((text) => ({ ...line, text })))),
  );
}

function isMark({ tone }: Line): boolean {
  return tone !== 'name' && tone !== 'note' && tone !== 'label';
}

function stubWidth({ lines, other }: Stub): number {
  const [first, ...rest] = lines;
  const line = first?.tone === 'label' ? textWidth(first.text) + 5 : 0;
  return Math.max(line + textWidth(other) + 7, widest(rest) + 5);
}

/** Wires to items above come first, the nearest on top; those to items below last, the nearest at the bottom. */
function besides({ items, wires, stubs }: Wiring): ReadonlyMap<Item, readonly Beside[]> {
  const sorted = new Map<Item, { readonly beside: Beside; readonly key: number }[]>(items.map((item) => [item, []]));
  for (const wire of wires) {
    for (const port of wire.ports) {
      const key = port.at === wire.to ? wire.lane - mostLanes : port.at === wire.from ? mostLanes - wire.lane : 0;
      sorted.get(items[port.at]!)!.push({ beside: { port, wire }, key });
    }
  }
  for (const stub of stubs) sorted.get(stub.at)!.push({ beside: { stub }, key: mostLanes + 1 });
  return new Map([...sorted].map(([item, list]) => [item, list.sort((a, b) => a.key - b.key).map((e) => e.beside)]));
}
