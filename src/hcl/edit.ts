import type { Edit } from '../tree/edit.ts';
import type { Span } from '../tree/span.ts';
import type { Attribute, Block } from './ast.ts';

/** A text in quotes. */
export function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Characters as they stand between quotes. */
export function escaped(text: string): string {
  return text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replace(/[$%](?=\{)/g, '$&$&');
}

/**
 * Adds an argument to a block behind its first arguments, and keeps their equals signs below each other as
 * `terraform fmt` would. undefined for a block on one line.
 */
export function insertArgument(text: string, block: Block, name: string, value: string): readonly Edit[] | undefined {
  const { body } = block;
  const line = text.slice(body.start, text.indexOf('\n', body.start));
  if (body.start > body.end || text.slice(body.start, body.end).indexOf('\n') === -1 || line.trim() !== '')
    return undefined;
  const group = firstGroup(text, body.attributes);
  const last = group.at(-1);
  if (!last) {
    const indent = `${indentAt(text, block.start)}  `;
    const gap = body.blocks.length > 0 ? '\n' : '';
    const at = text.indexOf('\n', body.start) + 1;
    return [{ start: at, end: at, text: `${indent}${name} = ${value}\n${gap}` }];
  }
  const isAligned = new Set(group.map((attribute) => columnOf(text, equalsOf(text, attribute)))).size === 1;
  const width = Math.max(name.length, ...group.map(({ name: other }) => other.length));
  const end = lineEnd(text, last.end);
  const added = {
    start: end,
    end,
    text: `\n${indentAt(text, last.start)}${isAligned ? name.padEnd(width) : name} = ${value}`,
  };
  const moved = group.flatMap((attribute): Edit[] => {
    const equals = equalsOf(text, attribute);
    const blanks = ' '.repeat(width - attribute.name.length + 1);
    const isSame = text.slice(attribute.nameSpan.end, equals) === blanks;
    return isSame || !isAligned ? [] : [{ start: attribute.nameSpan.end, end: equals, text: blanks }];
  });
  return [...moved, added];
}

/** Adds a text to the end of a list in brackets. */
export function appendText(
  text: string,
  list: Span & { readonly items: readonly Span[] },
  value: string,
): readonly Edit[] {
  const last = list.items.at(-1);
  if (!last) return [{ start: list.start + 1, end: list.end - 1, text: quoted(value) }];
  const behind = text.slice(last.end, list.end - 1);
  const comma = /^\s*,/.exec(behind)?.[0].length ?? 0;
  const isOnLines = behind.includes('\n');
  const start = last.end + comma;
  if (!isOnLines) return [{ start, end: start, text: `${comma > 0 ? ' ' : ', '}${quoted(value)}` }];
  const indent = indentAt(text, last.start);
  return [{ start, end: start, text: `${comma > 0 ? '' : ','}\n${indent}${quoted(value)},` }];
}

/** The arguments on lines one below the other that a body begins with, each on one line. */
function firstGroup(text: string, attributes: readonly Attribute[]): readonly Attribute[] {
  const group: Attribute[] = [];
  for (const attribute of attributes) {
    if (text.slice(attribute.start, attribute.end).includes('\n')) break;
    const last = group.at(-1);
    if (last && !/^[^\n]*\n[ \t]*$/.test(text.slice(last.end, attribute.start))) break;
    group.push(attribute);
  }
  return group;
}

function equalsOf(text: string, { nameSpan }: Attribute): number {
  return text.indexOf('=', nameSpan.end);
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function indentAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))![0];
}
