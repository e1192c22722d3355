import { pushAll } from '../../group-by.ts';
import type { Attribute, Block, ObjectEntry, ObjectExpression } from '../../hcl/ast.ts';
import { removeEntries } from '../../hcl/edit-object.ts';
import { removeItem } from '../../hcl/edit-remove.ts';
import type { Located } from '../../hcl/locate.ts';
import type { Edit, Edits, Emptied } from '../../tree/edit.ts';

/** Entries of one object that are to go. */
interface Group {
  readonly object: ObjectExpression;
  readonly attribute: Attribute;
  readonly owner: Block;
  readonly entries: ObjectEntry[];
}

/** Takes arguments, blocks and entries of objects out of a resource; see `Editor.deleteEntries`. */
export function remove(text: string, outer: Block, found: readonly Located[], emptied: Emptied): Edits {
  const edits: Edit[] = [];
  const groups: Group[] = [];
  for (const one of found) {
    if (one.kind === 'entry') {
      const group = groups.find(({ object }) => object === one.object);
      if (group) group.entries.push(one.entry);
      else groups.push({ ...one, entries: [one.entry] });
      continue;
    }
    const made =
      one.kind === 'argument' && emptied === 'remove'
        ? removeArgument(text, outer, one.owner, one.attribute)
        : removeItem(text, one.owner, one.kind === 'block' ? one.block : one.attribute);
    if (!made) return undefined;
    pushAll(edits, made);
  }
  for (const { object, attribute, owner, entries } of groups) {
    const isGone = emptied === 'remove' && attribute.value === object && entries.length === object.entries.length;
    const made =
      isGone && !/#|\/\/|\/\*/.test(text.slice(object.start, object.entries[0]?.start ?? object.end))
        ? removeArgument(text, outer, owner, attribute)
        : removeEntries(text, object, entries);
    if (!made) return undefined;
    pushAll(edits, made);
  }
  return edits;
}

/** With the block `metadata` that it leaves empty. */
function removeArgument(text: string, outer: Block, owner: Block, attribute: Attribute): readonly Edit[] | undefined {
  const { body, type } = owner;
  const others = text.slice(body.start, attribute.start) + text.slice(attribute.end, body.end);
  const around = parentOf(outer, owner);
  if (type === 'metadata' && others.trim() === '' && around) return removeItem(text, around, owner);
  return removeItem(text, owner, attribute);
}

function parentOf(outer: Block, inner: Block): Block | undefined {
  let block: Block | undefined = outer;
  while (block && !block.body.blocks.includes(inner)) {
    block = block.body.blocks.find(({ start, end }) => start <= inner.start && inner.end <= end);
  }
  return block;
}
