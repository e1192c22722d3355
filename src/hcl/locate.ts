import type { Attribute, Block, Body, Expression, ObjectEntry, ObjectExpression } from './ast.ts';

/** What a name in a block belongs to. */
export type Located =
  | { readonly kind: 'argument'; readonly owner: Block; readonly attribute: Attribute }
  | { readonly kind: 'block'; readonly owner: Block; readonly block: Block }
  | {
      readonly kind: 'entry';
      readonly attribute: Attribute;
      readonly object: ObjectExpression;
      readonly entry: ObjectEntry;
      readonly owner: Block;
    };

/** The argument, block or entry of an object whose name begins at an offset; undefined where none does. */
export function locateName(outer: Block, offset: number): Located | undefined {
  let owner = outer;
  for (;;) {
    const { attributes, blocks }: Body = owner.body;
    const attribute = attributes.find(({ start, end }) => start <= offset && offset < end);
    if (attribute) {
      if (attribute.nameSpan.start === offset) return { kind: 'argument', owner, attribute };
      return entryAt(attribute.value, offset, { owner, attribute });
    }
    const block = blocks.find(({ start, end }) => start <= offset && offset < end);
    if (!block || block.type === 'dynamic') return undefined;
    if (block.start === offset) return { kind: 'block', owner, block };
    owner = block;
  }
}

function entryAt(
  value: Expression,
  offset: number,
  within: { readonly owner: Block; readonly attribute: Attribute },
): Located | undefined {
  if (offset < value.start || offset >= value.end) return undefined;
  if (value.kind === 'object') {
    for (const entry of value.entries) {
      if (entry.keySpan.start === offset) return { kind: 'entry', object: value, entry, ...within };
      const found = entryAt(entry.value, offset, within);
      if (found) return found;
    }
    return undefined;
  }
  const inside = value.kind === 'call' ? value.arguments : value.kind === 'tuple' ? value.items : [];
  for (const inner of inside) {
    const found = entryAt(inner, offset, within);
    if (found) return found;
  }
  return undefined;
}

/** The block that lies between two offsets; undefined where none does. */
export function blockOf(outer: Block, start: number, end: number): Block | undefined {
  let block: Block | undefined = outer;
  while (block && (block.start !== start || block.end !== end)) {
    block = block.body.blocks.find((inner) => inner.start <= start && end <= inner.end && inner.type !== 'dynamic');
  }
  return block;
}
