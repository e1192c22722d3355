import { textWidth } from '../../src/text/cells.ts';
import { escapeXml } from '../../src/text/xml.ts';

/** Pixels of a character in the fixed-width fonts that systems have at this size, and around the text. */
const cell = { width: 8.43, height: 18, font: 14 };
const margin = { x: 16, top: 44, bottom: 16 };

/** The class of the colour and weight that an SGR code of a terminal asks for; others mean nothing here. */
const classes: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  34: 'blue',
  36: 'cyan',
};

/** What a code switches off again: weight, underline or colour. */
const ends: Readonly<Record<string, readonly string[]>> = {
  22: ['bold', 'dim'],
  39: ['red', 'green', 'yellow', 'blue', 'cyan'],
};

/** The window of a terminal in which this was printed, as a picture; links of the terminal are left out. */
export function terminalSvg(output: string): string {
  const lines = output
    .replace(/\x1b\]8;;.*?(?:\x07|\x1b\\)/g, '')
    .trimEnd()
    .split('\n');
  const painted = paint(lines);
  const columns = lines.reduce((most, line) => Math.max(most, textWidth(plain(line))), 80);
  const width = Math.ceil(columns * cell.width) + 2 * margin.x;
  const height = lines.length * cell.height + margin.top + margin.bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${escapeXml(plain(lines[0] ?? ''))}</title>
<style>
  text { font: ${cell.font}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #e6edf3; white-space: pre }
  .bold { font-weight: 700 } .dim { fill: #9198a1 }
  .red { fill: #ff7b72 } .green { fill: #7ee787 } .yellow { fill: #f2cc60 } .blue { fill: #79c0ff } .cyan { fill: #56d4dd }
</style>
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
<g fill="#484f58"><circle cx="20" cy="20" r="6"/><circle cx="40" cy="20" r="6"/><circle cx="60" cy="20" r="6"/></g>
${painted.join('\n')}
</svg>
`;
}

const code = /\x1b\[([\d;]*)m/;

function plain(line: string): string {
  return line.replace(new RegExp(code, 'g'), '');
}

/** Each line as text at its place; what is switched on in one line goes on in the next. */
function paint(lines: readonly string[]): string[] {
  const on = new Set<string>();
  return lines.map((line, index) => {
    const y = margin.top + (index + 1) * cell.height - 5;
    let column = 0;
    const spans = line.split(new RegExp(code, 'g')).map((part, i) => {
      if (i % 2 === 1) {
        for (const number of part.split(';')) change(on, number);
        return '';
      }
      if (part === '') return '';
      const x = (margin.x + column * cell.width).toFixed(1);
      column += textWidth(part);
      return `<tspan x="${x}" class="${[...on].join(' ')}">${escapeXml(part)}</tspan>`;
    });
    return `<text xml:space="preserve" y="${y}">${spans.join('')}</text>`;
  });
}

function change(on: Set<string>, number: string): void {
  if (number === '0' || number === '') on.clear();
  for (const end of ends[number] ?? []) on.delete(end);
  const name = classes[number];
  if (name) on.add(name);
}
