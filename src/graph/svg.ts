import { escapeXml } from '../text/xml.ts';
import { titleOf } from './captions.ts';
import type { Graph } from './graph.ts';
import { number } from './svg/arrows.ts';
import { badges, leading } from './svg/boxes.ts';
import { fewNodes } from './svg/few-nodes.ts';
import { type Layout, layOut } from './svg/layout.ts';
import { paint, rows } from './svg/paint.ts';
import { style } from './svg/style.ts';
import { pixels, sizes } from './svg/text-size.ts';
import { isInside } from './unique-ids.ts';

/** Pixels around the picture, around what lies in the frame of an instance, and between two instances. */
const space = { margin: 16, frame: 16, between: 32 } as const;

/**
 * A drawing of the instances, one below the other, as a file of its own: without script, in the colours that the
 * reader's light or dark page asks for, with what each box, arrow and finding says as its title. Ends with a newline.
 */
export function svg(graphs: readonly Graph[]): string {
  const parts: string[] = [];
  let width = 0;
  let y: number = space.margin;
  for (const graph of graphs) {
    const part = drawing(graph);
    parts.push(`<g transform="translate(${space.margin} ${number(y)})">\n${part.text}\n</g>`);
    width = Math.max(width, part.width);
    y += part.height + space.between;
  }
  const size = { width: number(width + 2 * space.margin), height: number(y - space.between + space.margin) };
  const title = escapeXml(graphs.map(titleOf).join(', '));
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<title>${title}</title>
<style>
${style}
</style>
<rect class="page" width="100%" height="100%"/>
${parts.join('\n')}
</svg>
`;
}

/** One instance under its heading, with the size that it takes. */
function drawing(whole: Graph): { readonly text: string; readonly width: number; readonly height: number } {
  const { graph, left } = fewNodes(whole);
  const heading = [
    { text: titleOf(graph), tone: 'name' as const },
    ...(left === 0 ? [] : [{ text: `${left} more boxes are left out`, tone: 'note' as const }]),
    ...badges(graph.marks),
  ];
  const above = heading.reduce((sum, { tone }) => sum + leading[tone], 0) + 12;
  const layout = layOut(graph);
  const text = [
    ...rows({ rows: heading }, { x: 0, y: 0 }),
    `<g transform="translate(${space.frame} ${above})">`,
    frame(layout),
    paint(layout),
    '</g>',
  ].join('\n');
  const headingWidth = pixels(titleOf(graph), sizes.name, true);
  return {
    text,
    width: Math.max(layout.width + 2 * space.frame, headingWidth),
    height: above + layout.height + (layout.boxes.some(({ node }) => node.kind === 'remote') ? 0 : space.frame),
  };
}

/** The border of the instance: around all boxes that lie in it. */
function frame({ boxes, width }: Layout): string {
  const inside = boxes.filter(({ node }) => isInside(node));
  if (inside.length === 0) return '';
  const top = inside.reduce((least, { at, tabHeight }) => Math.min(least, at.y - tabHeight), Infinity) - space.frame;
  const bottom = inside.reduce((most, { at, height }) => Math.max(most, at.y + height), 0) + space.frame;
  return `<rect class="frame" x="${-space.frame}" y="${number(top)}" width="${number(width + 2 * space.frame)}" height="${number(bottom - top)}" rx="10"/>`;
}
