import { textWidth } from '../text/cells.ts';
import { escapeXml } from '../text/xml.ts';
import type { Graph } from './graph.ts';
import { drawings } from './terminal.ts';

/** Columns that a picture may take; a page scales it down, a terminal could not. */
const columns = 120;
/** Pixels of a character in the fixed-width fonts that systems have at this size. */
const cell = { width: 8.43, height: 16, font: 14 };
const margin = 16;

/**
 * The drawing of the terminal as a picture: self-contained, without script, in the colours that the reader's light
 * or dark page asks for. Ends with a newline.
 */
export function svg(graphs: readonly Graph[]): string {
  const lines = drawings(graphs, { colors: false, width: columns }).trimEnd().split('\n');
  const width = Math.ceil(lines.reduce((most, line) => Math.max(most, textWidth(line)), 0) * cell.width) + 2 * margin;
  const height = lines.length * cell.height + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>
  rect { fill: #ffffff }
  text { font: ${cell.font}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
  .error { fill: #d1242f } .warning { fill: #9a6700 }
  @media (prefers-color-scheme: dark) {
    rect { fill: #0d1117 }
    text { fill: #e6edf3 }
    .error { fill: #ff7b72 } .warning { fill: #d29922 }
  }
</style>
<rect width="100%" height="100%"/>
${lines.map(textLine).join('\n')}
</svg>
`;
}

/** A line at its place; its length in pixels is fixed, so that boxes close in every font. */
function textLine(line: string, index: number): string {
  const y = margin + (index + 1) * cell.height - 4;
  const length = (textWidth(line) * cell.width).toFixed(1);
  return `<text xml:space="preserve" x="${margin}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${colored(line)}</text>`;
}

/** Marks in their colours: from the sign to the end of the rule's id. */
function colored(line: string): string {
  return escapeXml(line)
    .replace(/✗ [a-z0-9-]+/g, '<tspan class="error">$&</tspan>')
    .replace(/⚠ [a-z0-9-]+/g, '<tspan class="warning">$&</tspan>');
}
