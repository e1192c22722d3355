import { pushAll } from '../group-by.ts';
import type { Field } from './field.ts';
import type { Span } from './span.ts';

/** A change of a source's text that keeps everything around it: comments, blank lines, quoting. */
export interface Edit extends Span {
  /** What to put in place of the span; "" deletes. */
  readonly text: string;
}

/**
 * What an editing helper gives: edits in offsets of the file, or undefined where the text cannot be changed without
 * changing another place too (aliases, anchors, merge keys) or without harm to its form.
 */
export type Edits = readonly Edit[] | undefined;

/** Any place in a document. The helpers take fields of every type. */
export type AnyField = Field<unknown>;

/** A value to be written into a document. */
export type NewValue = string | number | boolean | readonly NewValue[] | { readonly [key: string]: NewValue };

/** Where among its siblings a new entry goes; at the end unless told. */
export interface Place {
  /** The key to follow, if the mapping has it. */
  readonly after?: string;
}

/** What becomes of a mapping or list that loses its last entry: removed with its key, or left as `{}` or `[]`. */
export type Emptied = 'remove' | 'keep';

/** What changes texts of one language. Each operation gives undefined where it cannot be done. */
export interface Editor {
  /** Puts another value in a scalar's place and keeps its quotes where the new value allows. */
  replaceScalar(field: AnyField, value: string): Edits;
  /** Makes a text of a plain scalar by putting its characters between quotes, or other characters if given. */
  quoteScalar(field: AnyField, value?: string): Edits;
  /** Makes a text of any value that stands on one line, by putting what the file has between quotes. */
  quoteAsWritten(field: AnyField): Edits;
  /** Writes a value without quotes, such as a number that stood in them; refused where it could not stand so. */
  unquoteScalar(field: AnyField, value?: string): Edits;
  /** Gives a key another name, in the quotes it has. Refuses a name that its mapping already holds. */
  renameKey(field: AnyField, name: string): Edits;
  /** Replaces the characters from `start` to `end` of a scalar's `text`, and escapes the new ones as its quotes want. */
  replaceText(field: AnyField, start: number, end: number, text: string): Edits;
  /**
   * Adds `key: value` to a mapping. A mapping that is missing, empty or null is filled, its missing parents too. Refuses
   * where the key already has a value.
   */
  insertEntry(map: AnyField, key: string, value: NewValue, place?: Place): Edits;
  /** Gives a key a scalar value: inserted where the key is missing, replaced in its quotes where it is there. */
  setEntry(map: AnyField, key: string, value: NewValue, place?: Place): Edits;
  /** Adds an item to the end of a list. A list that is missing, empty or null is filled, its missing parents too. */
  appendItem(list: AnyField, value: NewValue): Edits;
  /**
   * Takes entries out of their mappings and items out of their lists, each with its whole lines and the comment behind
   * it. They may be neighbours, or all that their mapping or list has. Comments on lines of their own stay.
   */
  deleteEntries(fields: readonly AnyField[], emptied?: Emptied): Edits;
  /** Makes a list of one item out of the lone mapping or scalar that stands under a key. */
  wrapAsListItem(field: AnyField): Edits;
  /**
   * Moves an entry with its key, its quotes and the comment behind it into another mapping, which is made where it is
   * missing; a mapping that it leaves empty goes. Refuses where the other already has the key.
   */
  moveEntry(field: AnyField, to: AnyField, place?: Place & { readonly emptied?: Emptied }): Edits;
  /** All edits of a fix as the formatter of the language would have them; as they are where there is none. */
  finish?(source: { readonly text: string }, edits: readonly Edit[]): readonly Edit[];
}

/** `Editor.replaceScalar` of the field's own language. */
export function replaceScalar(field: AnyField, value: string): Edits {
  return editorOf(field)?.replaceScalar(field, value);
}

/** `Editor.quoteScalar` of the field's own language. */
export function quoteScalar(field: AnyField, value?: string): Edits {
  return editorOf(field)?.quoteScalar(field, value);
}

/** `Editor.quoteAsWritten` of the field's own language. */
export function quoteAsWritten(field: AnyField): Edits {
  return editorOf(field)?.quoteAsWritten(field);
}

/** `Editor.unquoteScalar` of the field's own language. */
export function unquoteScalar(field: AnyField, value?: string): Edits {
  return editorOf(field)?.unquoteScalar(field, value);
}

/** `Editor.renameKey` of the field's own language. */
export function renameKey(field: AnyField, name: string): Edits {
  return editorOf(field)?.renameKey(field, name);
}

/** `Editor.replaceText` of the field's own language. This is also how a piece of JSON inside an annotation changes. */
export function replaceText(field: AnyField, start: number, end: number, text: string): Edits {
  return editorOf(field)?.replaceText(field, start, end, text);
}

/** `Editor.insertEntry` of the field's own language. */
export function insertEntry(map: AnyField, key: string, value: NewValue, place?: Place): Edits {
  return editorOf(map)?.insertEntry(map, key, value, place);
}

/** `Editor.setEntry` of the field's own language. */
export function setEntry(map: AnyField, key: string, value: NewValue, place?: Place): Edits {
  return editorOf(map)?.setEntry(map, key, value, place);
}

/** `Editor.appendItem` of the field's own language. */
export function appendItem(list: AnyField, value: NewValue): Edits {
  return editorOf(list)?.appendItem(list, value);
}

/** `Editor.deleteEntries` for one entry or item. */
export function deleteEntry(field: AnyField, emptied?: Emptied): Edits {
  return deleteEntries([field], emptied);
}

/** `Editor.deleteEntries` of the language of the first field; all lie in one file. */
export function deleteEntries(fields: readonly AnyField[], emptied?: Emptied): Edits {
  const [first] = fields;
  if (!first) return [];
  return fields.every((field) => editorOf(field)) ? first.source.editor?.deleteEntries(fields, emptied) : undefined;
}

/** `Editor.wrapAsListItem` of the field's own language. */
export function wrapAsListItem(field: AnyField): Edits {
  return editorOf(field)?.wrapAsListItem(field);
}

/** `Editor.moveEntry` of the field's own language. */
export function moveEntry(field: AnyField, to: AnyField, place?: Place & { readonly emptied?: Emptied }): Edits {
  return editorOf(field)?.moveEntry(field, to, place);
}

/** Several edits as one; undefined if any of them could not be made, or if two of them change the same characters. */
export function together(parts: readonly Edits[]): Edits {
  const all: Edit[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    pushAll(all, part);
  }
  const ordered = all.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some(({ start }, i) => start < (ordered[i - 1]?.end ?? 0)) ? undefined : all;
}

/** What changes a field; nothing changes what the file does not say. */
function editorOf(field: AnyField): Editor | undefined {
  return field.isImplied ? undefined : field.source.editor;
}
