import type { Edit } from '../tree/edit.ts';
import type { Span } from '../tree/span.ts';
import type { Attribute, Block, Body } from './ast.ts';
import { indentAt, isLastOnLine, lineStart, nextLine } from './layout.ts';
import { type NewItem, quoted, writtenItem } from './write.ts';

/**
 * Puts an argument or a block into a block: an argument behind the arguments that it begins with, a block behind the
 * others, with an empty line between. A block on one line is given lines. undefined where there are comments in the way.
 */
export function insertItem(text: string, block: Block, item: NewItem): readonly Edit[] | undefined {
  const { body } = block;
  const indent = indentAt(text, block.start);
  const written = writtenItem(item, `${indent}  `);
  const inside = text.slice(body.start, body.end);
  if (!inside.includes('\n')) {
    if (/\/\*/.test(inside)) return undefined;
    const before = inside.trim() === '' ? '' : `${indent}  ${inside.trim()}\n`;
    const gap = before !== '' && 'items' in item ? '\n' : '';
    return [{ start: body.start, end: body.end, text: `\n${before}${gap}${written}${indent}` }];
  }
  if (!isLastOnLine(text, body.start) || lineStart(text, body.end) <= body.start) return undefined;
  return 'items' in item ? insertBlock(text, block, written, item.name) : insertArgument(text, block, written);
}

function insertArgument(text: string, { body }: Block, written: string): readonly Edit[] | undefined {
  const last = lastOfFirstGroup(text, body.attributes);
  if (last && !isLastOnLine(text, last.end)) return undefined;
  const at = nextLine(text, last?.end ?? body.start);
  const gap = !last && body.blocks.length + body.attributes.length > 0 ? '\n' : '';
  return [{ start: at, end: at, text: written + gap }];
}

/** Behind the last block of its type, or the last one that says something of the object itself, or all arguments. */
function insertBlock(text: string, { body }: Block, written: string, type: string): readonly Edit[] | undefined {
  const own = body.blocks.findLast((block) => block.type === type);
  const before = own ?? lastItem(body);
  if (before && !isLastOnLine(text, before.end)) return undefined;
  const at = nextLine(text, before?.end ?? body.start);
  const follows = text.slice(at, nextLine(text, at)).trim();
  return [
    { start: at, end: at, text: `${before ? '\n' : ''}${written}${follows === '' || follows === '}' ? '' : '\n'}` },
  ];
}

/** Blocks and arguments that concern Terraform alone; by custom they stand last. */
const ofTerraform = new Set(['lifecycle', 'timeouts', 'depends_on', 'provisioner', 'connection']);

function lastItem({ attributes, blocks }: Body): Span | undefined {
  const items = [
    ...attributes.filter(({ name }) => !ofTerraform.has(name)),
    ...blocks.filter((block) => !ofTerraform.has(block.type)),
  ];
  return items.toSorted((a, b) => a.start - b.start).at(-1);
}

/** Arguments that concern Terraform alone and by custom stand first. */
const leading = new Set(['count', 'for_each', 'provider', 'source', 'version', 'depends_on']);

/** The last of the arguments on lines one below the other that a body begins with. */
function lastOfFirstGroup(text: string, attributes: readonly Attribute[]): Attribute | undefined {
  let last: Attribute | undefined;
  for (const attribute of attributes) {
    const isApart = last && /\n[ \t]*\r?\n|\}/.test(text.slice(last.end, attribute.start));
    if (isApart && !leading.has(last!.name)) break;
    last = attribute;
  }
  return last;
}

/** Adds a text to the end of a list in brackets. */
export function appendText(
  text: string,
  list: Span & { readonly items: readonly Span[] },
  value: string,
): readonly Edit[] | undefined {
  const last = list.items.at(-1);
  if (!last) {
    const inside = text.slice(list.start + 1, list.end - 1);
    return inside.trim() === '' ? [{ start: list.start + 1, end: list.end - 1, text: quoted(value) }] : undefined;
  }
  const behind = text.slice(last.end, list.end - 1);
  const comma = /^\s*,/.exec(behind)?.[0].length ?? 0;
  const start = last.end + comma;
  if (!behind.includes('\n')) return [{ start, end: start, text: `${comma > 0 ? ' ' : ', '}${quoted(value)}` }];
  if (!isLastOnLine(text, start)) return undefined;
  const at = nextLine(text, start);
  const line = { start: at, end: at, text: `${indentAt(text, last.start)}${quoted(value)},\n` };
  return comma > 0 ? [line] : [{ start, end: start, text: ',' }, line];
}
