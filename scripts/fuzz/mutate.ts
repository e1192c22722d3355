import type { Random } from '../random.ts';
import { mutateText } from './mutate-text.ts';
import { mutateTree } from './mutate-tree.ts';

/** Longer texts than this are cut: they would cost much and show little. */
const longest = 200_000;

/** Changes a text a few times: as a tree, as characters and lines, or first so and then so. */
export function mutate(text: string, other: string, random: Random): string {
  const asTree = random.below(2) === 0;
  let result = asTree ? mutateTree(text, other, random) : text;
  for (let changes = asTree ? random.below(3) : 1 + random.below(4); changes > 0; changes--) {
    result = mutateText(result, other, random);
  }
  return result.length > longest ? result.slice(0, longest) : result;
}
