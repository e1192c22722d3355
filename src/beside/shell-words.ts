import type { Span } from '../tree/span.ts';

/** A word of a command, as a shell splits it. Nothing is expanded: `$PORT` stays. */
export interface ShellWord extends Span {
  /** Without quotes and escapes. */
  readonly text: string;
  /** Where the text begins, where its characters stand side by side there; undefined where they do not. */
  readonly inner: number | undefined;
}

/** Characters that end a command: what stands behind them is another one. */
const operators = ';&|\n';

/** The words of a text, quotes and escapes taken off; `;`, `&`, `|` and line breaks are words of their own. */
export function shellWords(text: string): readonly ShellWord[] {
  const words: ShellWord[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at]!;
    if (operators.includes(c)) {
      words.push({ text: c, start: at, end: at + 1, inner: at });
      at++;
    } else if (/\s/.test(c)) at++;
    else {
      const word = readWord(text, at);
      words.push(word);
      at = word.end;
    }
  }
  return words;
}

function readWord(text: string, start: number): ShellWord {
  let at = start;
  let read = '';
  let quote = '';
  let breaks = 0;
  let inner = start;
  for (; at < text.length; at++) {
    const c = text[at]!;
    if (quote === '' && (/\s/.test(c) || operators.includes(c))) break;
    if (quote === '' && (c === '"' || c === "'")) {
      quote = c;
      breaks++;
      if (at === start) inner = start + 1;
    } else if (quote !== '' && c === quote) {
      quote = '';
      breaks++;
    } else if (c === '\\' && quote !== "'" && at + 1 < text.length && (quote === '' || /["\\$`]/.test(text[at + 1]!))) {
      read += text[++at];
      breaks += 3;
    } else read += c;
  }
  const isWhole = breaks === 0 || (breaks === 2 && inner === start + 1 && read.length === at - start - 2);
  return { text: read, start, end: at, inner: isWhole ? inner : undefined };
}

/** A word that separates commands. */
export function isOperator({ text }: ShellWord): boolean {
  return text.length === 1 && operators.includes(text);
}
