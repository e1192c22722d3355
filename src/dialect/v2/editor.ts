import type { AnyField, Editor, Edits } from '../../tree/edit.ts';
import { yamlEditor } from '../../yaml/editor.ts';
import { YamlScalar } from '../../yaml/nodes.ts';
import { isSafePlain, readsAsOtherType, writeDoubleQuoted } from '../../yaml/write.ts';
import { type Origin, originOf } from '../origin.ts';
import { wordsOf } from '../view.ts';

/** Changes YAML and JSON. In objects in the words of the v2 API only values that stand there, in their places. */
export const v2Editor: Editor = {
  replaceScalar(field, value) {
    const origin = originOfField(field);
    return origin ? replaceOwn(field, value, origin) : yamlEditor.replaceScalar(field, value);
  },
  replaceText(field, start, end, text) {
    if (!originOfField(field)) return yamlEditor.replaceText(field, start, end, text);
    const { node, text: value = '' } = field;
    if (!(node instanceof YamlScalar)) return undefined;
    // What stands around it here is not what stands around it in the file.
    const isSafe = node.style !== 'plain' || isSafePlain(value.slice(0, start) + text + value.slice(end), true);
    return isSafe ? yamlEditor.replaceText(field, start, end, text) : undefined;
  },
  quoteScalar(field, value) {
    return originOfField(field) ? undefined : yamlEditor.quoteScalar(field, value);
  },
  quoteAsWritten(field) {
    return originOfField(field) ? undefined : yamlEditor.quoteAsWritten(field);
  },
  unquoteScalar(field, value) {
    return originOfField(field) ? undefined : yamlEditor.unquoteScalar(field, value);
  },
  renameKey(field, name) {
    return originOfField(field) ? undefined : yamlEditor.renameKey(field, name);
  },
  insertEntry(map, key, value, place) {
    return originOfField(map) ? undefined : yamlEditor.insertEntry(map, key, value, place);
  },
  setEntry(map, key, value, place) {
    if (!originOfField(map)) return yamlEditor.setEntry(map, key, value, place);
    const child = map.get(key as never) as AnyField;
    return child.exists && typeof value !== 'object' ? v2Editor.replaceScalar(child, String(value)) : undefined;
  },
  appendItem(list, value) {
    return originOfField(list) ? undefined : yamlEditor.appendItem(list, value);
  },
  deleteEntries(fields, emptied) {
    return fields.some(originOfField) ? undefined : yamlEditor.deleteEntries(fields, emptied);
  },
  wrapAsListItem(field) {
    return originOfField(field) ? undefined : yamlEditor.wrapAsListItem(field);
  },
  moveEntry(field, to, place) {
    return originOfField(field) ? undefined : yamlEditor.moveEntry(field, to, place);
  },
};

function originOfField(field: AnyField): Origin | undefined {
  let root = field;
  while (root.parent) root = root.parent;
  return originOf(root.node);
}

/**
 * Puts a value in a scalar's place. What was translated is replaced only where the file has nothing else there than the
 * word for what it was read as, or the piece of it that was read.
 */
function replaceOwn(field: AnyField, value: string, { kind }: Origin): Edits {
  const { node, source, isShared, isReference } = field;
  if (node?.kind !== 'scalar' || node.unknown || isShared || isReference || field.isImplied) return undefined;
  if (node instanceof YamlScalar) {
    if (node.style !== 'plain') return yamlEditor.replaceScalar(field, value);
    return [{ ...node.span, text: plainOrQuoted(value, field.shape?.type === 'string') }];
  }
  const key = String(field.segment);
  const words = wordsOf({ kind });
  const [before, after] = [node.text, value].map((text) => words.value(text, key).slice(1, -1)) as [string, string];
  const written = source.text.slice(node.span.start, node.span.end);
  if (written === before) return [{ ...node.span, text: plainOrQuoted(after, !readsAsOtherType(before)) }];
  if (written.slice(1, -1) === before) return [{ ...node.span, text: writeDoubleQuoted(after) }];
  if (node.shownWhole || !/^[\w.-]+$/.test(value)) return undefined;
  const [start, end] = [node.offsetOf(0), node.offsetOf(node.text.length)];
  return source.text.slice(start, end) === node.text ? [{ start, end, text: value }] : undefined;
}

function plainOrQuoted(value: string, isText: boolean): string {
  const isPlain = isSafePlain(value, true) && !(isText && readsAsOtherType(value));
  return isPlain ? value : writeDoubleQuoted(value);
}
