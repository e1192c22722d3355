import type { NewValue } from '../tree/edit.ts';
import { resolvePlain } from './plain.ts';

/** How new text is to look. */
export interface Writing {
  /** Whether it stands between braces or brackets. */
  readonly inFlow?: boolean;
  /** Whether strings and keys always take double quotes, as JSON wants. */
  readonly json?: boolean;
  /** Whether a string that needs quotes prefers double ones. */
  readonly doubleQuotes?: boolean;
  /** Whether every text is quoted, as its siblings are; keys are not. */
  readonly quotesAll?: boolean;
  /** Whether JSON is written without spaces: `{"a":[1,2]}`. */
  readonly compact?: boolean;
  /** By how many columns a nested mapping is indented. */
  readonly step?: number;
  /** By how many columns the dashes of a list are indented below its key. */
  readonly dashIndent?: number;
  /** What ends a line; LF where absent. */
  readonly newline?: string;
}

const controls = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/;

/** A string in single quotes; undefined if it holds what these cannot: line breaks and control characters. */
export function writeSingleQuoted(text: string): string | undefined {
  return controls.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))
    ? undefined
    : `'${text.replaceAll("'", "''")}'`;
}

/** A string in double quotes, escaped as both JSON and YAML read it. */
export function writeDoubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether the characters can stand unquoted without being cut or read as syntax; they may still mean a number. */
export function isSafePlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text.trim() !== text || controls.test(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !inFlow || !/[,[\]{}]|^[?:]/.test(text);
}

/** A string, quoted only where it has to be: to be read whole, and as a string by YAML 1.1 and 1.2 alike. */
export function writeString(text: string, writing: Writing = {}): string {
  if (writing.json) return writeDoubleQuoted(text);
  if (isSafePlain(text, writing.inFlow ?? false) && !readsAsOtherType(text)) return text;
  return writeQuoted(text, writing);
}

/** A string in the quotes that the file prefers, unless the other ones need no escapes. */
export function writeQuoted(text: string, writing: Writing = {}): string {
  if (writing.json) return writeDoubleQuoted(text);
  const single = writeSingleQuoted(text);
  const prefersDouble = writing.doubleQuotes && !text.includes('"') && !text.includes('\\');
  return single === undefined || prefersDouble ? writeDoubleQuoted(text) : single;
}

/** A value on one line: a scalar, or a collection in braces or brackets. */
export function writeFlow(value: NewValue, writing: Writing): string {
  const within = { ...writing, inFlow: true };
  const comma = writing.compact ? ',' : ', ';
  if (Array.isArray(value)) return `[${value.map((item) => writeFlow(item, within)).join(comma)}]`;
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(([key, item]) => writeFlowEntry(key, item, within));
    return pairs.length === 0 || writing.json ? `{${pairs.join(comma)}}` : `{ ${pairs.join(comma)} }`;
  }
  if (typeof value !== 'string') return String(value);
  return writing.quotesAll ? writeQuoted(value, writing) : writeString(value, writing);
}

/** `key: value` on one line, for a mapping in braces. */
export function writeFlowEntry(key: string, value: NewValue, writing: Writing): string {
  const within = { ...writing, inFlow: true };
  return `${writeString(key, within)}${writing.compact ? ':' : ': '}${writeFlow(value, within)}`;
}

/** `key: value` as lines, the first without indentation, the others indented for a key that stands at `column`. */
export function writeBlockEntry(key: string, value: NewValue, column: number, writing: Writing): string {
  const start = `${writeString(key, writing)}:`;
  if (typeof value !== 'object' || isEmpty(value)) return `${start} ${writeFlow(value, writing)}`;
  const { step = 2, dashIndent = 2 } = writing;
  const newline = writing.newline ?? '\n';
  if (Array.isArray(value)) {
    const dashes = column + dashIndent;
    return [start, ...value.map((item) => `${' '.repeat(dashes)}${writeBlockItem(item, dashes, writing)}`)].join(
      newline,
    );
  }
  return `${start}${newline}${' '.repeat(column + step)}${writeBlockEntries(value as Entries, column + step, writing)}`;
}

/** `- value` as lines, the first without indentation, the others indented for a dash that stands at `column`. */
export function writeBlockItem(value: NewValue, column: number, writing: Writing): string {
  if (typeof value !== 'object' || isEmpty(value) || Array.isArray(value)) return `- ${writeFlow(value, writing)}`;
  return `- ${writeBlockEntries(value as Entries, column + 2, writing)}`;
}

type Entries = { readonly [key: string]: NewValue };

function writeBlockEntries(entries: Entries, column: number, writing: Writing): string {
  return Object.entries(entries)
    .map(([key, value]) => writeBlockEntry(key, value, column, writing))
    .join(`${writing.newline ?? '\n'}${' '.repeat(column)}`);
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** Whether some YAML reader makes a number, a boolean, a date or null of the unquoted characters. */
export function readsAsOtherType(text: string): boolean {
  return resolvePlain(text).kind !== 'string' || /^(?:[yYnN=]|<<)$/.test(text) || !Number.isNaN(Number(text));
}
