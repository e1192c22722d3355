import type { Random } from '../random.ts';
import { pieces, values } from './values.ts';

/** The length that a text may have, in characters, and one that is tried more often since it costs less. */
const lengths: readonly number[] = [3_999_000, 400_000, 100_000, 100_000, 100_000];

/** Makes a text long: a piece, a line or a block of it, with a number that counts, stands there as often as it fits. */
export function enlarge(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const piece = random.pick([
    () => random.pick(pieces),
    () => random.pick(values),
    () => random.pick(pieces) + random.pick(pieces),
    () => `${lines[at]}\n`,
    () => `${lines.slice(at, at + 1 + random.below(12)).join('\n')}\n`,
  ])();
  const isCounted = random.below(2) === 0;
  const each = piece.length + (isCounted ? 6 : 0);
  const count = each === 0 ? 0 : Math.max(0, Math.floor((random.pick(lengths) - text.length) / each));
  const grown = isCounted ? Array.from({ length: count }, (_, i) => counted(piece, i)).join('') : piece.repeat(count);
  if (random.below(2) === 0) return [...lines.slice(0, at), grown + lines.slice(at).join('\n')].join('\n');
  const offset = random.below(text.length + 1);
  return text.slice(0, offset) + grown + text.slice(offset);
}

/** Tells the first word of a piece apart from those of the others, so that keys and names differ. */
function counted(piece: string, number: number): string {
  return piece.replace(/[a-z](?=["']?(?::|$|\s*\n))|[a-z](?!.*[a-z])/i, (letter) => letter + number);
}
