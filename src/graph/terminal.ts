import { createColors } from 'picocolors';
import { cutToWidth, textWidth } from '../text/cells.ts';
import { Canvas, type Paint } from './canvas.ts';
import { gravest, titleOf } from './captions.ts';
import type { Graph } from './graph.ts';
import { type Beside, boxLeft, isBoxed, type Plan, plan } from './plan.ts';
import { type Item, type Line, type Sketch, type Stub, sketch, type Tone } from './sketch.ts';
import type { Port, Wire } from './wires.ts';

/** Where the drawing goes. */
export interface TerminalOptions {
  /** Whether ANSI colours are shown. */
  readonly colors: boolean;
  /** Terminal columns. */
  readonly width: number;
}

/** Draws instances with characters, one below the other. */
export function drawings(graphs: readonly Graph[], options: TerminalOptions): string {
  return graphs.map((graph) => terminal(graph, options)).join('\n');
}

/** Draws an instance with characters, for a terminal or any fixed-width font. Every line ends with a newline. */
export function terminal(graph: Graph, options: TerminalOptions): string {
  return new Drawing(graph, options).draw();
}

/** Column of the arrows from a box to the next one. */
const spine = boxLeft + 3;
const leastWidth = 32;
const mostWidth = 400;

class Drawing {
  readonly #canvas = new Canvas();
  readonly #graph: Graph;
  readonly #paints: Readonly<Partial<Record<Tone, Paint>>>;
  readonly #width: number;
  readonly #sketch: Sketch;
  readonly #plan: Plan;
  /** The rows that each wire touches, first and last. */
  readonly #reach = new Map<Wire, { first: number; last: number }>();
  #row = 0;
  /** The row from which an arrow leaves the item drawn last. */
  #leaving = 0;
  /** Columns in use. */
  #used = 0;

  constructor(graph: Graph, { colors, width }: TerminalOptions) {
    this.#graph = graph;
    this.#paints = colors ? makePaints() : {};
    this.#width = Math.max(leastWidth, Math.min(width, mostWidth));
    this.#sketch = sketch(graph, true);
    this.#plan = plan(this.#sketch, this.#width);
  }

  draw(): string {
    const { outside, inside, remote } = this.#sketch;
    const { items } = this.#plan.wiring;
    const [firstInside, firstRemote] = [outside.length, outside.length + inside.length];
    let [top, bottom] = [0, 0];
    for (const [index, item] of items.entries()) {
      this.#connect(index, () => {
        if (index === firstInside) top = this.#openFrame(index);
        if (index === firstRemote) bottom = this.#row++;
      });
      this.#item(item);
    }
    // An instance without containers is an empty frame.
    if (inside.length === 0) top = this.#openFrame(0);
    if (remote.length === 0) bottom = this.#row++;
    this.#wires();
    this.#frame(top, bottom);
    return this.#canvas.toString();
  }

  /** Draws the arrow between an item and the one above, and what lies between them. */
  #connect(index: number, between: () => void): void {
    const { items, direct } = this.#plan.wiring;
    const link = direct.get(index - 1);
    if (!link) {
      between();
      return;
    }
    const start = this.#leaving;
    const isDown = link.to === items[index];
    if (!isDown) this.#canvas.text(this.#row++, spine, '▲');
    for (const line of link.lines) this.#line(this.#row++, spine + 2, line);
    between();
    if (isDown) this.#canvas.text(this.#row++, spine, '▼');
    const end = isBoxed(items[index]!) || isDown ? this.#row : this.#row - 1;
    const [from, to] = isDown ? [start, end - 1] : [start + 1, end];
    this.#canvas.vertical(spine, from, to, link.stroke);
  }

  #openFrame(index: number): number {
    const top = this.#row++;
    const column = this.#plan.wiring.direct.has(index - 1) ? spine + 2 : boxLeft;
    for (const line of this.#sketch.lines) this.#line(this.#row++, column, line);
    return top;
  }

  #item(item: Item): void {
    const { boxRight, lanes, wiring, linesOf, besideOf } = this.#plan;
    const lines = linesOf(item);
    const beside = besideOf(item);
    const height = Math.max(lines.length, sumOf(beside.map(rowsOf)));
    const boxed = isBoxed(item);
    const top = this.#row + (boxed ? 1 : 0);
    const column = boxLeft + (boxed ? 2 : 0);
    const room = (boxed ? boxRight - 1 : wiring.wires.length > 0 ? lanes - 3 : this.#width - 3) - column;
    const ends = lines.map((line, at) => this.#line(top + at, column, line, room));
    if (boxed) {
      const severity = gravest(item.node.marks);
      const paint = severity && severity !== 'info' ? this.#paints[severity] : undefined;
      this.#canvas.box(this.#row, boxLeft, top + height, boxRight, item.node.kind === 'container', paint);
      this.#used = Math.max(this.#used, boxRight);
    }
    const edge = boxed ? boxRight : (ends[0] ?? column) + 1;
    let row = top;
    for (const one of beside) {
      if ('stub' in one) this.#stub(row, edge, one.stub);
      else this.#port(row, edge, one.port, one.wire);
      row += rowsOf(one);
    }
    this.#row = top + height + (boxed ? 1 : 0);
    this.#leaving = boxed ? top + height : top;
  }

  #port(row: number, column: number, { lines, arrow }: Port, wire: Wire): void {
    this.#canvas.horizontal(row, arrow ? column + 1 : column, this.#lane(wire), wire.stroke);
    if (arrow) this.#canvas.text(row, column + 1, '◄');
    for (const [index, { text, tone }] of lines.entries()) {
      this.#line(row + index, column + 3, index === 0 ? { text: ` ${text} `, tone } : { text: ` ${text}`, tone });
    }
    const reach = this.#reach.get(wire) ?? { first: row, last: row };
    this.#reach.set(wire, { first: Math.min(reach.first, row), last: Math.max(reach.last, row) });
  }

  #stub(row: number, column: number, { lines, other, inward, stroke }: Stub): void {
    const [first, ...rest] = lines[0]?.tone === 'label' ? lines : [undefined, ...lines];
    const label = first ? ` ${first.text} ` : '';
    const end = column + 3 + textWidth(label) + 2;
    this.#canvas.horizontal(row, inward ? column + 1 : column, Math.min(end, this.#width - 3), stroke);
    if (inward) this.#canvas.text(row, column + 1, '◄');
    if (first) this.#line(row, column + 3, { ...first, text: label });
    const head = stroke === 'double' ? '═' : inward ? '─' : '►';
    this.#line(row, end, { text: `${head} ${other}`, tone: 'label' });
    for (const [index, line] of rest.entries()) if (line) this.#line(row + 1 + index, column + 4, line);
  }

  #wires(): void {
    for (const [wire, { first, last }] of this.#reach) {
      const lane = this.#lane(wire);
      this.#canvas.vertical(lane, first, last, wire.stroke);
      this.#used = Math.max(this.#used, lane);
    }
  }

  #lane({ lane }: Wire): number {
    return this.#plan.lanes + 2 * lane;
  }

  #frame(top: number, bottom: number): void {
    const column = this.#sketch.outside.length > 0 ? spine + 2 : 2;
    const title = ` ${cutToWidth(titleOf(this.#graph), this.#width - column - 4)} `;
    const right = Math.min(this.#width - 1, Math.max(this.#used + 2, column + textWidth(title) + 1));
    this.#canvas.box(top, 0, bottom, right, false);
    this.#canvas.text(top, column, title, this.#paints.name);
  }

  /** Puts a line of text and gives the column behind it. */
  #line(row: number, column: number, { text, tone }: Line, room = this.#width - 2 - column): number {
    const end = this.#canvas.text(row, column, cutToWidth(text, room), this.#paints[tone]);
    this.#used = Math.max(this.#used, end - 1);
    return end;
  }
}

/** How many rows something beside a box takes. */
function rowsOf(beside: Beside): number {
  const { lines } = 'stub' in beside ? beside.stub : beside.port;
  const isBare = 'stub' in beside && lines[0]?.tone !== 'label';
  return Math.max(1, lines.length + (isBare ? 1 : 0));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function makePaints(): Readonly<Partial<Record<Tone, Paint>>> {
  const { bold, dim, red, yellow, cyan } = createColors(true);
  return { name: bold, note: dim, error: red, warning: yellow, info: cyan };
}
