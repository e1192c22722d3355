import type { Expression, InsertedPart, Template, TemplatePart } from './ast.ts';
import { readLoopHead } from './collections.ts';
import type { Cursor } from './cursor.ts';
import { escapeAt, textPart, withoutIndent } from './template-text.ts';

/** Reads an expression in which line ends mean nothing. */
export type ReadInserted = () => Expression;

/** Reads a text in double quotes, at its first quote. */
export function readQuoted(cursor: Cursor, readInserted: ReadInserted): Template {
  const { text } = cursor;
  const start = cursor.at;
  const parts: TemplatePart[] = [];
  let from = ++cursor.at;
  for (;;) {
    const { at } = cursor;
    const next = text[at];
    if (next === undefined || next === '\n') {
      cursor.fail('This text has no closing quote.', { start, end: text.slice(0, at).trimEnd().length });
    }
    if (next === '\\') {
      const width = escapeAt(text, at);
      if (width === 0) cursor.fail('This escape is unknown.', { start: at, end: at + 2 });
      cursor.at += width;
    } else if (next === '"' || opensInsertion(text, at)) {
      if (at > from) parts.push(textPart(text, from, at, true));
      if (next === '"') {
        cursor.at++;
        return { kind: 'template', style: 'quoted', parts, start, end: cursor.at };
      }
      parts.push(readInsertion(cursor, readInserted));
      from = cursor.at;
    } else cursor.at += widthAt(text, at);
  }
}

/** Reads `<<WORD` or `<<-WORD` up to the line that holds the word alone. */
export function readHeredoc(cursor: Cursor, readInserted: ReadInserted): Template {
  const { text } = cursor;
  const start = cursor.at;
  const isIndented = cursor.takes('<<-') || !cursor.takes('<<');
  const word = cursor.identifier();
  if (word === undefined || !cursor.isAtLineEnd) {
    cursor.fail('A heredoc begins with "<<" and a word alone on the line: <<EOT.', { start, end: cursor.lineEnd() });
  }
  const opening = { start, end: cursor.at };
  cursor.at = text.indexOf('\n', cursor.at) + 1;
  const parts: TemplatePart[] = [];
  let from = cursor.at;
  let isLineStart = true;
  for (;;) {
    const { at } = cursor;
    const closing = isLineStart ? closingWordAt(text, at, word) : undefined;
    const opens = opensInsertion(text, at);
    if (at > from && (closing !== undefined || opens)) parts.push(textPart(text, from, at, false));
    if (closing !== undefined) {
      cursor.at = closing + word.length;
      const whole: Template = { kind: 'template', style: 'heredoc', parts, start, end: cursor.at };
      return isIndented ? { ...whole, parts: withoutIndent(parts, text) } : whole;
    }
    if (cursor.isAtEnd) cursor.halt(`This heredoc has no closing line "${word}".`, opening);
    isLineStart = text[at] === '\n';
    if (opens) {
      parts.push(readInsertion(cursor, readInserted));
      from = cursor.at;
    } else cursor.at += widthAt(text, at);
  }
}

/** Where the word stands that closes a heredoc, if this line holds it alone. */
function closingWordAt(text: string, lineStart: number, word: string): number | undefined {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (!text.startsWith(word, at)) return undefined;
  const behind = text[at + word.length];
  return behind === undefined || behind === '\n' || behind === '\r' ? at : undefined;
}

function isMark(character: string | undefined): boolean {
  return character === '$' || character === '%';
}

function opensInsertion(text: string, at: number): boolean {
  return text[at + 1] === '{' && isMark(text[at]);
}

/** `$${` and `%%{` are passed as one, so that their second mark opens nothing. */
function widthAt(text: string, at: number): number {
  return isMark(text[at]) && text[at + 1] === text[at] && text[at + 2] === '{' ? 3 : 1;
}

function readInsertion(cursor: Cursor, readInserted: ReadInserted): InsertedPart {
  const start = cursor.at;
  const mark = cursor.text[start];
  cursor.at += 2;
  cursor.takes('~');
  const value = mark === '$' ? cursor.deeper(readInserted) : readDirective(cursor, readInserted);
  cursor.skipBlanks(true);
  cursor.takes('~');
  if (!cursor.takes('}')) cursor.fail(`This "${mark}{" has no closing "}".`, { start, end: start + 2 });
  return { kind: 'inserted', value, start, end: cursor.at };
}

/** `%{ if … }`, `%{ for … in … }`, `%{ else }`, `%{ endif }`, `%{ endfor }`. */
function readDirective(cursor: Cursor, readInserted: ReadInserted): undefined {
  cursor.skipBlanks(true);
  const start = cursor.at;
  const word = cursor.identifier();
  if (word === 'if') cursor.deeper(readInserted);
  else if (word === 'for') {
    readLoopHead(cursor, () => cursor.deeper(readInserted), { start, end: cursor.at });
  } else if (word !== 'else' && word !== 'endif' && word !== 'endfor') {
    cursor.fail('Behind "%{" stands "if", "else", "endif", "for" or "endfor".');
  }
  return undefined;
}
