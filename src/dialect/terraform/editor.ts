import { alignEdits } from '../../hcl/align.ts';
import { appendText } from '../../hcl/edit.ts';
import { commentBehind, indentAt } from '../../hcl/layout.ts';
import { type Located, locateName } from '../../hcl/locate.ts';
import { TextNode } from '../../hcl/nodes.ts';
import { escaped, type NewText, writtenKey, writtenValue } from '../../hcl/write.ts';
import { type AnyField, type Editor, type Edits, together } from '../../tree/edit.ts';
import type { ScalarNode } from '../../tree/node.ts';
import { cpuIdle, dependsOn, waitInJson } from './edit-joint.ts';
import { insertIn, resourceAround } from './insert.ts';
import { ownValue, ownWord, startOrder } from './own-value.ts';
import { remove } from './remove.ts';

const throttling = 'run.googleapis.com/cpu-throttling';

/** Terraform makes a text of a number and a number of a text, so that quotes are never what is wrong. */
const none = (): Edits => undefined;

/**
 * What changes a Terraform file: values, arguments, blocks, entries of objects, items of lists. Nothing that a reference
 * or a dynamic block brings is changed.
 */
export const terraformEditor: Editor = {
  replaceScalar(field, value) {
    const node = ownScalar(field);
    const resource = resourceAround(field);
    if (!node || !resource) return undefined;
    if (node.shownWhole) return [{ ...node.span, text: ownValue(resource, value, field.path) }];
    const [start, end] = [node.offsetOf(0), node.offsetOf(node.text.length)];
    const isQuoted = field.source.text[start - 1] === '"';
    // What v1 leaves out, such as the unit of seconds, stays between the quotes.
    const text = isQuoted ? escaped(ownWord(resource, value, field.path)) : ownValue(resource, value, field.path);
    return [{ start, end, text }];
  },
  replaceText(field, from, to, text) {
    const node = ownScalar(field);
    if (!node || node.shownWhole || !resourceAround(field)) return undefined;
    return [{ start: node.offsetOf(from), end: node.offsetOf(to), text: escaped(text) }];
  },
  renameKey(field, name) {
    const found = located(field);
    if (found?.kind !== 'entry' || (field.parent?.get(name as never) as AnyField | undefined)?.exists) return undefined;
    const { keySpan } = found.entry;
    const isQuoted = field.source.text[keySpan.start - 1] === '"';
    return [{ ...keySpan, text: isQuoted ? escaped(name) : writtenKey(name) }];
  },
  appendItem(list, value) {
    const { node, host } = list;
    if (typeof value !== 'string' || !resourceAround(list)) return undefined;
    if (isInText(list)) return host && waitInText(host, String(list.segment), value);
    if (node === undefined && host?.segment === startOrder) return firstWait(list, host, value);
    if (node?.kind !== 'list' || !node.isFlow || node.isOpen || list.isShared || list.isReference) return undefined;
    const items = node.items.flatMap((item) => item?.span ?? []);
    return items.length === node.items.length
      ? appendText(list.source.text, { ...node.span, items }, value)
      : undefined;
  },
  setEntry(map, key, value, place) {
    const resource = resourceAround(map);
    const { text } = map.source;
    if (resource?.kind.isV2 && key === throttling) return cpuIdle(text, resource, value === 'true');
    if (resource?.kind.isV2 && key === startOrder && typeof value === 'string') {
      const order = Object.entries(JSON.parse(value) as Record<string, string[]>);
      return order.length === 1 ? dependsOn(text, resource, order[0]![0], order[0]![1]) : undefined;
    }
    const child = map.get(key as never) as AnyField;
    return child.exists && !child.isImplied
      ? terraformEditor.replaceScalar(child, String(value))
      : terraformEditor.insertEntry(map, key, value, place);
  },
  insertEntry(map, key, value) {
    const resource = resourceAround(map);
    const child = map.get(key as never) as AnyField;
    if (!resource || (child.exists && !child.isImplied) || map.isShared) return undefined;
    const isList = Array.isArray(value);
    if (typeof value === 'object' && !isList) return undefined;
    const text = isList ? writtenValue(value) : ownValue(resource, value, [...map.path, key]);
    return insertIn(map, resource, key, { text });
  },
  deleteEntries(fields, emptied = 'keep') {
    const resource = fields[0] && resourceAround(fields[0]);
    const found = fields.map(located);
    if (!resource || !found.every((one) => one !== undefined)) return undefined;
    return remove(fields[0]!.source.text, resource.block, found, emptied);
  },
  moveEntry(field, to, place) {
    const resource = resourceAround(field);
    const found = located(field);
    const { text } = field.source;
    if (!resource || found?.kind !== 'entry' || (to.get(field.segment as never) as AnyField).exists) return undefined;
    const written = movable(text, found);
    if (written === undefined) return undefined;
    return together([
      insertIn(to, resource, String(field.segment), written),
      remove(text, resource.block, [found], place?.emptied ?? 'remove'),
    ]);
  },
  quoteScalar: none,
  quoteAsWritten: none,
  unquoteScalar: none,
  wrapAsListItem: none,
  finish: alignEdits,
};

/** A scalar that the file writes at this very place. */
function ownScalar(field: AnyField): ScalarNode | undefined {
  const { node } = field;
  if (node?.kind !== 'scalar' || node.unknown || node.style === 'block' || isInText(field)) return undefined;
  return field.isShared || field.isReference ? undefined : node;
}

/** Whether a field lies in JSON that is written as a text, whose quotes have marks before them. */
function isInText({ host }: AnyField): boolean {
  return host !== undefined && !(host.node instanceof TextNode && host.node.tree);
}

/** Lets a container wait for another in an order that is written as the text of JSON. */
function waitInText(annotation: AnyField, waiter: string, needed: string): Edits {
  if (annotation.segment !== startOrder) return undefined;
  const order = JSON.parse(annotation.text ?? '{}') as Readonly<Record<string, readonly string[]>>;
  return terraformEditor.replaceScalar(
    annotation,
    JSON.stringify({ ...order, [waiter]: [...(order[waiter] ?? []), needed] }),
  );
}

/** The argument, block or entry that a field is the value of; undefined for what stands elsewhere. */
function located({ entry, parent }: AnyField): Located | undefined {
  const block = parent && resourceAround(parent)?.block;
  return entry?.keySpan && !entry.implied && block && !parent.isShared
    ? locateName(block, entry.keySpan.start)
    : undefined;
}

/** The value of an entry with the comment behind it; undefined where that cannot be moved. */
function movable(text: string, { entry: { start, value } }: Extract<Located, { kind: 'entry' }>): NewText | undefined {
  const written = text.slice(value.start, value.end);
  // Lines of a heredoc mean their blanks.
  if (written.includes('\n') && written.includes('<<')) return undefined;
  return { text: written.replaceAll(`\n${indentAt(text, start)}`, '\n'), comment: commentBehind(text, value.end) };
}

/** Lets a container wait for another where the order, which is there, says nothing of it. */
function firstWait(list: AnyField, annotation: AnyField, needed: string): Edits {
  const resource = resourceAround(list);
  const { text } = list.source;
  const waiter = String(list.segment);
  if (resource?.kind.isV2) return dependsOn(text, resource, waiter, [needed]);
  const found = located(annotation);
  return found?.kind === 'entry' ? waitInJson(text, found.entry.value, waiter, needed) : undefined;
}
