import { escapeXml } from '../../text/xml.ts';
import { gravest } from '../captions.ts';
import type { GraphEdge, Mark } from '../graph.ts';
import { number, shapeOf, tabGap, tabStart } from './arrows.ts';
import { type Block, badgePadding, leading, padding, type Row, rowWidth, tabLine } from './boxes.ts';
import { iconOf, iconSize } from './icons.ts';
import type { Layout, PlacedArrow, PlacedBox, Point } from './layout.ts';

/** The elements of a laid out graph: arrows first, then boxes, then what is written at arrows. */
export function paint(layout: Layout): string {
  const { boxes, arrows } = layout;
  return [
    ...arrows.map((arrow) => paintArrow(arrow, layout)),
    ...boxes.map(paintBox),
    ...arrows.flatMap(({ label }) => (label ? [paintLabel(label.block, label.at)] : [])),
  ].join('\n');
}

function paintArrow(arrow: PlacedArrow, layout: Layout): string {
  const { edge } = arrow;
  const shape = shapeOf(arrow, layout);
  const tip = shape.tip ? `<path class="tip" d="${shape.tip}"/>` : '';
  return `<g class="${classes(edge.kind, edge.marks)}"><title>${escapeXml(sentence(edge))}</title><path class="line" d="${shape.line}"/>${tip}</g>`;
}

const verbs: Readonly<Record<GraphEdge['kind'], string>> = {
  request: 'go to',
  dial: 'calls',
  wait: 'waits for',
  mount: 'mounts',
};

/** What an arrow says, for those who point at it or hear it. */
function sentence({ kind, from, to, labels }: GraphEdge): string {
  const how = kind === 'wait' ? '' : labels.map((label) => ` ${label}`).join(',');
  return `${from.label} ${verbs[kind]} ${to.label}${how}`;
}

function paintBox(box: PlacedBox): string {
  const { node, at, width, height } = box;
  const round = node.kind === 'outside' || node.kind === 'remote' ? 16 : 6;
  const icon = `<path class="icon" transform="translate(${number(at.x + padding - 2)} ${number(at.y + padding - 3)})" d="${iconOf(node)}"/>`;
  return [
    `<g class="${classes(node.kind, node.marks)}"><title>${escapeXml([node.label, ...node.notes].join(', '))}</title>`,
    `<rect class="box" x="${number(at.x)}" y="${number(at.y)}" width="${number(width)}" height="${number(height)}" rx="${round}"/>`,
    icon,
    ...tabs(box),
    ...rows(box, { x: at.x + padding + iconSize + 8, y: at.y + padding }),
    '</g>',
  ].join('\n');
}

function tabs(box: PlacedBox): string[] {
  let x = box.at.x + tabStart(box);
  return box.tabs.map(({ lines, width, edges }) => {
    const y = box.at.y - box.tabHeight;
    const middle = x + width / 2;
    const texts = lines.map((line, index) => text(line, { x: middle, y: y + index * tabLine + 12 }, 'note middle'));
    const marks = edges.flatMap((edge) => edge.marks);
    const rect = `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(box.tabHeight)}" rx="3"/>`;
    x += width + tabGap;
    return `<g class="${classes('port', marks)}">${rect}${texts.join('')}</g>`;
  });
}

function paintLabel(block: Block, at: Point): string {
  const rect = `<rect class="behind" x="${number(at.x)}" y="${number(at.y)}" width="${number(block.width)}" height="${number(block.height)}"/>`;
  return `<g class="label">${rect}\n${rows(block, { x: at.x + 4, y: at.y + 2 }).join('\n')}</g>`;
}

/** Rows of text from a point downwards; findings stand in badges. */
export function rows({ rows }: Pick<Block, 'rows'>, at: Point): string[] {
  let { y } = at;
  return rows.map((row) => {
    const top = y;
    y += leading[row.tone];
    return row.tone === 'name' || row.tone === 'note'
      ? text(row.text, { x: at.x, y: top + leading[row.tone] - 6 }, row.tone)
      : badge(row, { x: at.x, y: top });
  });
}

function badge(row: Row, { x, y }: Point): string {
  const rect = `<rect x="${number(x)}" y="${number(y)}" width="${number(rowWidth(row))}" height="19" rx="9.5"/>`;
  const title = `<title>${escapeXml(row.title ?? row.text)}</title>`;
  return `<g class="badge ${row.tone}">${title}${rect}${text(row.text, { x: x + badgePadding, y: y + 13.5 }, 'note')}</g>`;
}

function text(line: string, { x, y }: Point, tone: string): string {
  return `<text class="${tone}" x="${number(x)}" y="${number(y)}">${escapeXml(line)}</text>`;
}

function classes(kind: string, marks: readonly Mark[]): string {
  return [kind, gravest(marks)].filter((name) => name !== undefined).join(' ');
}
