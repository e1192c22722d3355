import { createColors } from 'picocolors';
import { pushAll } from '../group-by.ts';
import type { FormatOptions } from '../report.ts';
import { textWidth, wrap } from '../text/cells.ts';

type Colors = ReturnType<typeof createColors>;

/** Longer lines are tiring to read, however wide the terminal is. In columns. */
const widest = 100;

/**
 * A rule's page for a terminal: headings, paragraphs, lists and blocks of code, as `rulePageMarkdown` writes them, without
 * their marks. It knows no other Markdown, and shows what it does not know as it is.
 */
export function renderMarkdown(
  markdown: string,
  { colors: on, width }: Pick<FormatOptions, 'colors' | 'width'>,
): string {
  const colors = createColors(on);
  const columns = Math.max(40, Math.min(width, widest));
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of joined(markdown)) {
    const ticks = /^`{3,}/.exec(line)?.[0];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence !== undefined)
      for (const row of folded(line, columns - 4)) lines.push(`    ${paintOf(line, colors)(row)}`.trimEnd());
    else pushAll(lines, text(line, columns, colors));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The lines, with each paragraph on one. */
function joined(markdown: string): string[] {
  const lines: string[] = [];
  let isCode = false;
  let isText = false;
  for (const line of markdown.split('\n')) {
    if (/^`{3,}/.test(line)) isCode = !isCode;
    const goesOn = !isCode && /^[^\s#`>-]/.test(line) && !/^```/.test(line);
    if (goesOn && isText) lines.push(`${lines.pop()} ${line}`);
    else lines.push(line);
    isText = goesOn || (!isCode && /^(?:- |[^\s#`>-])/.test(line));
  }
  return lines;
}

/**
 * A line of code as it is, but what a finding says behind its carets on as many lines as it takes: below them, where there
 * is little room behind them.
 */
function folded(line: string, columns: number): readonly string[] {
  const [, lead, marks = '', said = ''] = /^(\s*#\s*)([\^~]+|=)\s(.+)$/.exec(line) ?? [];
  if (lead === undefined || textWidth(line) <= columns) return [line];
  const from = Math.max(lead.trimEnd().length + 1, Math.min(lead.length, Math.floor(columns / 2)));
  const indent = lead.trimEnd().padEnd(from);
  return [lead + marks, ...wrap(said, Math.max(20, columns - from)).map((row) => indent + row)];
}

/** How a line of code is painted: what a finding says below its carets, and what a fix changes, stand out. */
function paintOf(line: string, colors: Colors): (text: string) => string {
  if (/^\s*#\s*[\^~]/.test(line) || line.startsWith('-')) return colors.red;
  return line.startsWith('+') ? colors.green : colors.cyan;
}

function text(line: string, columns: number, colors: Colors): readonly string[] {
  const heading = /^(#+) (.*)$/.exec(line);
  if (heading) return [colors.bold(heading[1]!.length === 1 ? colors.underline(heading[2]!) : heading[2]!)];
  const item = /^(- )(.*)$/.exec(line);
  if (!item) return wrap(line, columns).map((row) => inline(row, colors));
  return wrap(item[2]!, columns - 2).map((row, i) => (i === 0 ? '- ' : '  ') + inline(row, colors));
}

/** Without the marks of strong words, words of code and addresses. */
function inline(row: string, colors: Colors): string {
  return row
    .replace(/<(https?:[^<>\s]{1,500})>/g, '$1')
    .replace(/\[([^[\]\n]{1,200})\]\((https?:[^()[\]\s]{1,500})\)/g, '$1 ($2)')
    .replace(/\*\*([^*\n]{1,500})\*\*/g, (_, word: string) => colors.bold(word))
    .replace(/ in \*([a-z-]{1,40})\*/g, ' in $1')
    .replace(/`([^`\n]{1,500})`/g, (whole, word: string) => (colors.isColorSupported ? colors.cyan(word) : whole));
}
