import { alignEdits } from '../../src/hcl/align.ts';
import type { Block, Expression } from '../../src/hcl/ast.ts';
import { insertItem } from '../../src/hcl/edit.ts';
import { insertEntry, removeEntries } from '../../src/hcl/edit-object.ts';
import { removeItem } from '../../src/hcl/edit-remove.ts';
import { parseHcl } from '../../src/hcl/parse.ts';
import type { Edit } from '../../src/tree/edit.ts';

type Edits = readonly Edit[] | undefined;

/**
 * What every kind of edit makes of a text, in every block and object that it has: arguments, blocks and entries put in
 * and taken out, one at a time.
 */
export function* attempts(text: string): Generator<() => string | undefined> {
  const source = { text };
  const made = (edits: () => Edits) => (): string | undefined => {
    const found = edits();
    return found && applied(text, alignEdits(source, found));
  };
  const value = { text: '"value"' };
  for (const { block, owner } of blocksIn(parseHcl(text).body.blocks)) {
    yield made(() => insertItem(text, block, { name: 'an_argument_of_some_length', value }));
    yield made(() => insertItem(text, block, { name: 'a_block', items: [{ name: 'inside', value }] }));
    if (owner) yield made(() => removeItem(text, owner, block));
    for (const attribute of block.body.attributes) {
      yield made(() => removeItem(text, block, attribute));
      const object: Expression = attribute.value;
      if (object.kind !== 'object') continue;
      yield made(() => insertEntry(text, object, 'a/key', value));
      yield made(() => insertEntry(text, object, 'a_key_of_some_length', { ...value, comment: '# why' }));
      for (const entry of object.entries) yield made(() => removeEntries(text, object, [entry]));
    }
  }
}

function* blocksIn(blocks: readonly Block[], owner?: Block): Generator<{ block: Block; owner: Block | undefined }> {
  for (const block of blocks) {
    yield { block, owner };
    yield* blocksIn(block.body.blocks, block);
  }
}

/** A text with edits made. */
export function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}
