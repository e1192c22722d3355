/**
 * Repairs of a text that keep everything around them: comments, blank lines, quoting. Each gives undefined where the
 * place is written in a way that it cannot change safely, such as an alias.
 */
import type { Edit } from './edit.ts';
import type { Field } from './field.ts';
import type { Span } from './span.ts';

/** What a repair may look at: any field, whatever it holds. */
type Anything = Field<unknown>;

/** The text of a value as the file has it, if it fits on one line. */
export function writtenText(field: Anything): string | undefined {
  const { start, end } = field.fullSpan;
  const text = field.source.text.slice(start, end);
  return text === '' || text.includes('\n') ? undefined : text;
}

/** Replaces a value that stands on one line. */
export function replaceValue(field: Anything, text: string): readonly Edit[] | undefined {
  if (isRepeated(field) || writtenText(field) === undefined) return undefined;
  return [{ ...field.fullSpan, text }];
}

/** Puts quotes around a value that stands on one line, so that it is a text. */
export function quote(field: Anything): readonly Edit[] | undefined {
  const text = writtenText(field);
  return text === undefined ? undefined : replaceValue(field, quoted(text));
}

/** A text in double quotes, or in single ones where it holds double quotes or backslashes. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Gives a field another key. */
export function renameKey(field: Anything, key: string): readonly Edit[] | undefined {
  return isRepeated(field) || !field.parent?.isMap ? undefined : [{ ...field.key.span, text: key }];
}

/** Takes out a field of a block mapping with the lines that it fills; its parent too if nothing else is left in it. */
export function removeEntry(field: Anything): readonly Edit[] | undefined {
  const span = linesOf(field);
  if (!span) return undefined;
  const { parent } = field;
  const isAlone = parent?.keys.length === 1 && parent.parent?.isMap;
  return (isAlone && removeEntry(parent)) || [{ ...span, text: '' }];
}

/**
 * Writes a value under a chain of keys below a mapping, adding the mappings that are missing. Gives undefined where the
 * last key is already there, or something else than a mapping is in the way.
 *
 * @param value as YAML, on one line
 */
export function setEntry(map: Anything, keys: readonly string[], value: string): readonly Edit[] | undefined {
  let at = map as Field<Record<string, unknown>>;
  let rest = keys;
  while (rest.length > 1 && at.get(rest[0]!).isMap) {
    at = at.get(rest[0]!) as Field<Record<string, unknown>>;
    rest = rest.slice(1);
  }
  const next = at.get(rest[0]!);
  if (isRepeated(at) || !at.isMap || at.keys.length === 0) return undefined;
  if (!next.exists) return at.isFlow ? appendInBraces(at, rest, value) : appendLines(at, rest, value);
  return next.isNull && rest.length > 1 && !at.isFlow ? fillEmpty(next, rest, value) : undefined;
}

/** Whether the text at this field stands for several places, or comes from elsewhere by a merge key. */
function isRepeated(field: Anything): boolean {
  for (let at: Anything | undefined = field; at?.parent; at = at.parent) {
    if (at.isAlias) return true;
    const { fullSpan } = at.parent;
    if (at.fullSpan.end > at.fullSpan.start && (at.fullSpan.start < fullSpan.start || at.fullSpan.end > fullSpan.end)) {
      return true;
    }
  }
  return false;
}

/** The whole lines of a field in a block mapping that nothing else stands on. */
function linesOf(field: Anything): Span | undefined {
  if (isRepeated(field) || !field.exists || !field.parent?.isMap || field.parent.isFlow) return undefined;
  const { text } = field.source;
  const key = field.key.span;
  const start = lineStart(text, key.start);
  if (text.slice(start, key.start).trim() !== '') return undefined;
  const end = lineEnd(text, Math.max(key.end, lastCharacter(field)));
  return { start, end: Math.min(end + 1, text.length) };
}

function appendLines(map: Field<Record<string, unknown>>, keys: readonly string[], value: string): readonly Edit[] {
  const { text } = map.source;
  const [first] = map.entries;
  const key = first![1].key.span.start;
  const at = lineEnd(text, lastCharacter(map));
  return [{ start: at, end: at, text: `\n${nested(keys, value, key - lineStart(text, key))}` }];
}

function fillEmpty(empty: Anything, keys: readonly string[], value: string): readonly Edit[] {
  const { text } = empty.source;
  const key = empty.key.span;
  const at = lineEnd(text, Math.max(key.end, lastCharacter(empty)));
  return [
    { start: at, end: at, text: `\n${nested(keys.slice(1), value, key.start - lineStart(text, key.start) + 2)}` },
  ];
}

function appendInBraces(map: Anything, keys: readonly string[], value: string): readonly Edit[] {
  const { text } = map.source;
  const brace = map.fullSpan.end - 1;
  const at = brace - (text.slice(0, brace).length - text.slice(0, brace).trimEnd().length);
  const [last = '', ...outer] = [...keys].reverse();
  const entry = outer.reduce((inner, key) => `${key}: { ${inner} }`, `${last}: ${value}`);
  return [{ start: at, end: at, text: `, ${entry}` }];
}

function nested(keys: readonly string[], value: string, column: number): string {
  return keys
    .map((key, depth) => `${' '.repeat(column + 2 * depth)}${key}:${depth === keys.length - 1 ? ` ${value}` : ''}`)
    .join('\n');
}

/** The offset behind the last character of a value that is no white space; comments behind it are not counted. */
function lastCharacter(field: Anything): number {
  const { start, end } = field.fullSpan;
  return start + field.source.text.slice(start, end).trimEnd().length;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
