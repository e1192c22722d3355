import { textWidth } from '../../text/cells.ts';

/** Font sizes of a picture, in its pixels. */
export const sizes = { title: 15, name: 14, note: 12 } as const;

/** Advance widths in thousandths of the font size, for the widest of the usual sans-serif fonts. */
const widths: readonly (readonly [characters: string, width: number])[] = [
  ["ijlI|'", 280],
  [' .,:;!/\\()[]', 340],
  ['-tfr"', 400],
  ['mwMW@%—✗⚠…', 960],
  ['ABCDEFGHJKLNOPQRSTUVXYZ&', 720],
];
const widthOf: ReadonlyMap<string, number> = new Map(
  widths.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);

/**
 * How wide a visible text is at most, in pixels, in the sans-serif fonts that systems have. No font is measured: what
 * it gives is an estimate that is rather too wide.
 */
export function pixels(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += widthOf.get(character) ?? 640 * textWidth(character);
  return Math.ceil((sum / 1000) * size * (bold ? 1.12 : 1));
}
