import { visibleParts } from './visible.ts';

/** One thing on a terminal line: a character, or what is written out for one. */
export interface Cell {
  /** UTF-16 offset of what it shows, in the line. */
  readonly start: number;
  /** What the terminal gets: the character, four spaces for a tab, an escape such as `\x1b` for the unsafe. */
  readonly text: string;
  /** Terminal columns. */
  readonly width: number;
}

const TAB = '    ';

/** Both made on first need: the engine builds their sets of characters as long as it takes to lint a file. */
const nothing = (): RegExp => /^\p{M}$/u;
/** Emoji, East Asian scripts and full-width forms, but not the half-width ones. */
const twoColumns = (): RegExp =>
  /^(?![\uFF61-\uFFDC])[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\u3099-\u30FF\uFF01-\uFFE6]$/u;

/** A line of a file as a terminal shows it: tabs as four spaces, wide characters as two columns, the unsafe written out. */
export function cells(line: string): Cell[] {
  const result: Cell[] = [];
  for (const part of visibleParts(line)) {
    if (part.escaped) {
      const text = part.text === '\\t' ? TAB : part.text;
      result.push({ start: part.start, text, width: text.length });
    } else {
      let start = part.start;
      for (const character of part.text) {
        result.push({ start, text: character, width: columns(character) });
        start += character.length;
      }
    }
  }
  return result;
}

/** Terminal columns of one character. */
function columns(character: string): number {
  if (character < '\u0300') return 1;
  if (nothing().test(character)) return 0;
  return twoColumns().test(character) ? 2 : 1;
}

/** Terminal columns of a text that is already visible. */
export function textWidth(text: string): number {
  let sum = 0;
  for (const character of text) sum += columns(character);
  return sum;
}

/** A visible text cut to a width in terminal columns, with an ellipsis where something is left out. */
export function cutToWidth(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const character of text) {
    used += columns(character);
    if (used > width - 1) break;
    cut += character;
  }
  return width < 1 ? '' : `${cut}…`;
}

/** Breaks a text at spaces so that no line exceeds a width, unless a word does. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const columns = textWidth(word);
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line);
      line = word;
      used = columns;
    } else {
      line = line === '' ? word : `${line} ${word}`;
      used += (used === 0 ? 0 : 1) + columns;
    }
  }
  return [...lines, line];
}
