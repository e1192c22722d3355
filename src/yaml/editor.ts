import type { Editor } from '../tree/edit.ts';
import { quoteAsWritten, quoteScalar, renameKey, replaceScalar, replaceText, unquoteScalar } from './edit.ts';
import { deleteEntries } from './edit-delete.ts';
import { appendItem, insertEntry, setEntry } from './edit-insert.ts';
import { wrapAsListItem } from './edit-list.ts';
import { moveEntry } from './edit-move.ts';

/** Changes YAML, and JSON in the texts of annotations. */
export const yamlEditor: Editor = {
  replaceScalar,
  quoteScalar,
  quoteAsWritten,
  unquoteScalar,
  renameKey,
  replaceText,
  insertEntry,
  setEntry,
  appendItem,
  deleteEntries,
  wrapAsListItem,
  moveEntry,
};
