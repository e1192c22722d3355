import type { Edit } from '../tree/edit.ts';
import type { Span } from '../tree/span.ts';
import type { Block } from './ast.ts';
import { isFirstOnLine, isLastOnLine, lineStart, nextLine } from './layout.ts';

/**
 * Takes an argument or a block out of the block that holds it, with its whole lines and the comment behind it, and with
 * an empty line where two would follow each other or one would stand alone beside a brace. Comments above it stay.
 * undefined where other things stand on its lines.
 */
export function removeItem(text: string, owner: Block, item: Span): readonly Edit[] | undefined {
  const isAlone = owner.body.attributes.length + owner.body.blocks.length === 1;
  const inside = text.slice(owner.body.start, owner.body.end);
  if (isAlone && !inside.includes('\n')) return [{ start: owner.body.start, end: owner.body.end, text: '' }];
  if (!isFirstOnLine(text, item.start) || !isLastOnLine(text, item.end)) return undefined;
  let start = lineStart(text, item.start);
  let end = nextLine(text, item.end);
  const before = text.slice(lineStart(text, start - 1), start).trim();
  const isBlank = (at: number): boolean => at < text.length && text.slice(at, nextLine(text, at)).trim() === '';
  if (before === '' || start <= nextLine(text, owner.body.start)) while (isBlank(end)) end = nextLine(text, end);
  if (text.slice(end, nextLine(text, end)).trim().startsWith('}')) {
    while (start > 0 && isBlank(lineStart(text, start - 1))) start = lineStart(text, start - 1);
  }
  return [{ start, end, text: '' }];
}
