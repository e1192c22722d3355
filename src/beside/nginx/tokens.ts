import type { Comment } from '../../tree/source.ts';
import type { SourceText } from '../../tree/source-text.ts';
import { TextAt } from '../text-at.ts';

/** A piece of an nginx configuration: a word, or one of `{`, `}` and `;`. */
export interface Token {
  /** Quotes and escapes taken off. */
  readonly word: TextAt;
  /** Set for the three signs. */
  readonly sign: '{' | '}' | ';' | undefined;
}

/** What is in a text, with the comments. */
export interface Tokens {
  /** In order. */
  readonly tokens: readonly Token[];
  /** In order. */
  readonly comments: readonly Comment[];
  /** Where a quote begins that nothing ends; undefined where there is none. */
  readonly openQuote: number | undefined;
}

/** A longer configuration is read no further. */
const mostTokens = 100_000;

/** Takes a configuration apart as nginx does: https://nginx.org/en/docs/beginners_guide.html#conf_structure. */
export function readTokens(source: SourceText): Tokens {
  const { text } = source;
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let openQuote: number | undefined;
  let at = 0;
  const add = (start: number, end: number, word: string, sign?: Token['sign']): void => {
    const offsetOf = word.length === end - start ? (inside: number) => start + inside : undefined;
    tokens.push({ word: new TextAt(source, word, { start, end }, [], offsetOf), sign });
  };
  while (at < text.length && tokens.length < mostTokens) {
    const c = text[at]!;
    if (/\s/.test(c)) at++;
    else if (c === '#') {
      const end = endOfLine(text, at);
      comments.push({ start: at, end, text: text.slice(at, end) });
      at = end;
    } else if (c === '{' || c === '}' || c === ';') {
      add(at, at + 1, c, c);
      at++;
      if (c === '{' && /_by_lua_block$/.test(tokens.at(-2)?.word.text ?? '')) at = endOfCode(text, at);
    } else if (c === '"' || c === "'") {
      const { end, read } = readQuoted(text, at);
      if (end === undefined) openQuote ??= at;
      add(at + 1, (end ?? text.length + 1) - 1, read);
      at = end ?? text.length;
    } else {
      const { end, read } = readBare(text, at);
      add(at, end, read);
      at = end;
    }
  }
  return { tokens, comments, openQuote };
}

function readQuoted(text: string, start: number): { end: number | undefined; read: string } {
  const quote = text[start]!;
  let read = '';
  for (let at = start + 1; at < text.length; at++) {
    const c = text[at]!;
    if (c === '\\' && at + 1 < text.length) read += unescaped(text[++at]!);
    else if (c === quote) return { end: at + 1, read };
    else read += c;
  }
  return { end: undefined, read };
}

/** A word without quotes ends at a blank or a sign; `${name}` is a part of it. */
function readBare(text: string, start: number): { end: number; read: string } {
  let read = '';
  let at = start;
  for (; at < text.length; at++) {
    const c = text[at]!;
    if (/[\s;]/.test(c) || (c === '{' && text[at - 1] !== '$')) break;
    if (c === '}' && !/\$\{\w*$/.test(text.slice(Math.max(start, at - 100), at))) break;
    if (c === '\\' && at + 1 < text.length) {
      at++;
      read += unescaped(text[at]!);
    } else read += c;
  }
  return { end: Math.max(at, start + 1), read };
}

function unescaped(c: string): string {
  return /["' ;{}\\]/.test(c) ? c : `\\${c}`;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where the brace that ends a block of Lua stands: those in it come in pairs, but for texts and comments. */
function endOfCode(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const c = text[at]!;
    if (c === '{') depth++;
    else if (c === '}' && depth-- === 0) return at;
    else if (c === '-' && text[at + 1] === '-') at = endOfLine(text, at);
    else if (c === '"' || c === "'") {
      for (at++; at < text.length && text[at] !== c && text[at] !== '\n'; at++) if (text[at] === '\\') at++;
    }
  }
  return text.length;
}
