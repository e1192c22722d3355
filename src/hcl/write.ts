import type { NewValue } from '../tree/edit.ts';

/** A text in quotes. */
export function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Characters as they stand between quotes. */
export function escaped(text: string): string {
  return text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[$%](?=\{)/g, '$&$&');
}

/** A key of an object: in quotes unless it is a name. */
export function writtenKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key);
}

/** A value on one line: texts in quotes, objects with spaces inside their braces. */
export function writtenValue(value: NewValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(writtenValue).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, inner]) => `${writtenKey(key)} = ${writtenValue(inner as NewValue)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A value as it is to stand in a file. */
export interface NewText {
  /** Its characters; lines behind the first one begin at the margin. */
  readonly text: string;
  /** A comment that is to stand behind it. */
  readonly comment?: string | undefined;
}

/** What is put into a block: an argument, an argument that is an object of one entry, or a block. */
export type NewItem =
  | { readonly name: string; readonly value: NewText }
  | { readonly name: string; readonly key: string; readonly value: NewText }
  | { readonly name: string; readonly items: readonly NewItem[] };

/** The lines of an item, each with its line end: two spaces a level. */
export function writtenItem(item: NewItem, indent: string): string {
  if ('items' in item) {
    const inside = item.items.map((inner) => writtenItem(inner, `${indent}  `));
    return `${indent}${item.name} {\n${inside.join('')}${indent}}\n`;
  }
  if (!('key' in item)) return writtenEntry(item.name, item.value, indent);
  return `${indent}${item.name} = {\n${writtenEntry(item.key, item.value, `${indent}  `)}${indent}}\n`;
}

/** The lines of an argument, or of an entry of an object. */
export function writtenEntry(key: string, { text, comment }: NewText, indent: string, comma = ''): string {
  const behind = comment === undefined ? '' : ` ${comment}`;
  return `${indent}${writtenKey(key)} = ${text.replace(/\n(?=.)/g, `\n${indent}`)}${comma}${behind}\n`;
}
