import type { Span } from '../tree/span.ts';
import type { Attribute, Block, Body, HclFile, HclProblem, Label } from './ast.ts';
import { Cursor, Unreadable } from './cursor.ts';
import { readExpression } from './expression.ts';

/** Above this many UTF-16 units a file is refused unread, as for YAML. */
const maxLength = 4_000_000;

/** Above this many words and signs a file is refused, as for YAML: each may become a value. */
const mostPieces = 250_000;

/** No module keeps more blocks in one file; each may be a workload, for which every rule is asked. */
const mostBlocks = 2000;

/** A file with more broken blocks than this is read no further. */
const mostProblems = 20;

/** Reads a text in HCL's native syntax, as Terraform files are. Never throws: a block that cannot be read is left out. */
export function parseHcl(text: string): HclFile {
  const cursor = new Cursor(text);
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const problems: HclProblem[] = [];
  if (text.length > maxLength) return refused(text, 'The file is larger than 4 million characters and is not read.');
  if (hasManyPieces(text)) return refused(text, 'The file holds more than 250,000 words and signs and is not read.');
  while (!cursor.isAtEnd && problems.length < mostProblems) {
    cursor.suspect = undefined;
    try {
      cursor.skipBlanks(true);
      // What is left of a broken block is no mistake of its own.
      while (problems.length > 0 && cursor.takes('}')) cursor.skipBlanks(true);
      if (!cursor.isAtEnd) addItem(readItem(cursor, true), attributes, blocks);
      if (blocks.length > mostBlocks) return refused(text, 'The file holds more than 2,000 blocks and is not read.');
    } catch (error) {
      problems.push(problemOf(error, cursor));
      skipToNextBlock(cursor);
    }
  }
  return { body: { attributes, blocks, start: 0, end: text.length }, comments: cursor.comments, problems };
}

/** Whether a text has too many words, and signs that are no part of one; blanks count nothing. */
function hasManyPieces(text: string): boolean {
  if (text.length <= mostPieces) return false;
  let pieces = 0;
  let isInWord = false;
  for (let at = 0; at < text.length && pieces <= mostPieces; at++) {
    const code = text.charCodeAt(at);
    const isWord =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    if (isWord ? !isInWord : code > 32) pieces++;
    isInWord = isWord;
  }
  return pieces > mostPieces;
}

function refused(text: string, message: string): HclFile {
  const body = { attributes: [], blocks: [], start: 0, end: text.length };
  return { body, comments: [], problems: [{ message, ...firstLine(text) }] };
}

function firstLine(text: string): Span {
  const end = text.indexOf('\n');
  return { start: 0, end: end === -1 ? 1 : end };
}

function problemOf(error: unknown, cursor: Cursor): HclProblem {
  if (error instanceof Unreadable) return error.problem;
  cursor.at = cursor.text.length;
  const cause = error instanceof Error ? error.message.split('\n')[0] : 'unknown cause';
  return { message: `The file cannot be read (${cause}).`, start: 0, end: 1 };
}

/** Goes to the next line that begins, without a blank, as a block does, or behind one that closes one. */
function skipToNextBlock(cursor: Cursor): void {
  const next = /\n(?:\}[^\n]*|(?=[A-Za-z_][\w-]*(?:[{"]|[ \t]+[{"A-Za-z_])))/g;
  next.lastIndex = Math.max(0, cursor.at - 1);
  const found = next.exec(cursor.text);
  cursor.at = found ? Math.max(found.index + found[0].length, cursor.at) : cursor.text.length;
}

type Item = Attribute | Block;

function addItem(item: Item, attributes: Attribute[], blocks: Block[]): void {
  if ('body' in item) blocks.push(item);
  else attributes.push(item);
}

/** An attribute or a block, and the end of its line where `isLine`. */
function readItem(cursor: Cursor, isLine: boolean): Item {
  const start = cursor.at;
  const name = cursor.identifier();
  if (name === undefined) {
    return cursor.fail(
      cursor.sees('}') ? 'This "}" closes nothing.' : 'An argument or a block begins with a name, and this is none.',
    );
  }
  const nameSpan = { start, end: cursor.at };
  cursor.skipBlanks(false);
  const item =
    cursor.sees('=') && !cursor.sees('==') ? readAttribute(cursor, name, nameSpan) : readBlock(cursor, name, nameSpan);
  if (isLine) {
    cursor.skipBlanks(false);
    if (!cursor.isAtLineEnd && !cursor.isAtEnd) cursor.fail('A line end is missing before this.');
  }
  return item;
}

function readAttribute(cursor: Cursor, name: string, nameSpan: Span): Attribute {
  cursor.at++;
  cursor.skipBlanks(false);
  const value = readExpression(cursor, true);
  return { name, nameSpan, value, start: nameSpan.start, end: value.end };
}

function readBlock(cursor: Cursor, type: string, typeSpan: Span): Block {
  const labels: Label[] = [];
  for (;;) {
    cursor.skipBlanks(false);
    if (cursor.takes('{')) break;
    labels.push(readLabel(cursor, type));
  }
  const body = cursor.deeper(() => readBody(cursor, type, typeSpan));
  return { type, typeSpan, labels, body, start: typeSpan.start, end: cursor.at };
}

function readLabel(cursor: Cursor, type: string): Label {
  const start = cursor.at;
  const word = cursor.identifier();
  if (word !== undefined) return { text: word, start, end: cursor.at };
  const [quoted] = /^"[^"\\\n]*"/.exec(cursor.text.slice(start, start + 1000)) ?? [];
  if (quoted === undefined) cursor.fail(`Behind "${type}" stands "=" and a value, or "{".`);
  cursor.at += quoted.length;
  return { text: quoted.slice(1, -1), start: start + 1, end: cursor.at - 1 };
}

/** What stands behind a block's opening brace, and the closing one. */
function readBody(cursor: Cursor, type: string, typeSpan: Span): Body {
  const start = cursor.at;
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  cursor.skipBlanks(false);
  const isOneLine = !cursor.isAtLineEnd;
  if (isOneLine && !cursor.sees('}') && !cursor.isAtEnd) {
    const item = readItem(cursor, false);
    addItem(item, attributes, blocks);
    cursor.skipBlanks(false);
    if ('body' in item || !cursor.sees('}')) {
      cursor.fail('A block on one line holds one argument. Give each a line of its own.', typeSpan);
    }
  }
  for (;;) {
    cursor.skipBlanks(true);
    const end = cursor.at;
    if (cursor.isAtEnd || isAtOutermost(cursor)) {
      const open = cursor.suspect ?? { type, span: typeSpan };
      cursor.fail(`The block "${open.type}" has no closing "}".`, open.span);
    }
    if (cursor.takes('}')) {
      if (!isOneLine && columnOf(cursor.text, end) < indentOf(cursor.text, typeSpan.start)) {
        cursor.suspect ??= { type, span: typeSpan };
      }
      return { attributes, blocks, start, end };
    }
    addItem(readItem(cursor, true), attributes, blocks);
  }
}

/** Whether a line begins without a blank as only outermost blocks do, so that a closing brace was forgotten before. */
function isAtOutermost(cursor: Cursor): boolean {
  if (cursor.at > 0 && cursor.text[cursor.at - 1] !== '\n') return false;
  const line = cursor.text.slice(cursor.at, cursor.at + 40);
  return /^(?:resource|data|module|variable|output|provider)[ \t]+"/.test(line);
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** How many blanks the line begins with that an offset lies in. */
function indentOf(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, at).length - text.slice(start, at).trimStart().length;
}
