import type { Expression, ObjectEntry } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** Reads a value; see `readExpression`, which hands itself to what it is made of. */
export type Read = (cursor: Cursor, linesMean: boolean) => Expression;

/** Reads `[ … ]`, a list or a `for` that makes one. */
export function readTuple(cursor: Cursor, read: Read): Expression {
  const start = cursor.at;
  cursor.at++;
  const loop = readFor(cursor, ']', start, read);
  if (loop) return loop;
  const { items } = readItems(cursor, ']', start, read);
  return { kind: 'tuple', items, start, end: cursor.at };
}

/** Reads values with commas between them, and the closing bracket. */
export function readItems(
  cursor: Cursor,
  closing: ']' | ')',
  start: number,
  read: Read,
): { readonly items: readonly Expression[]; readonly isSpread: boolean } {
  const items: Expression[] = [];
  let isSpread = false;
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.takes(closing)) return { items, isSpread };
    items.push(read(cursor, false));
    cursor.skipBlanks(true);
    isSpread = closing === ')' && cursor.takes('...');
    cursor.skipBlanks(true);
    if (!cursor.takes(',')) {
      cursor.close(closing, start);
      return { items, isSpread };
    }
  }
}

/** Reads `{ … }` as a value, an object or a `for` that makes one. */
export function readObject(cursor: Cursor, read: Read): Expression {
  const start = cursor.at;
  cursor.at++;
  const loop = readFor(cursor, '}', start, read);
  if (loop) return loop;
  const entries: ObjectEntry[] = [];
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.takes('}')) return { kind: 'object', entries, start, end: cursor.at };
    if (cursor.isAtEnd) cursor.close('}', start);
    entries.push(readEntry(cursor, read));
    cursor.skipBlanks(false);
    if (cursor.takes(',') || cursor.isAtLineEnd || cursor.sees('}')) continue;
    if (cursor.isAtEnd) cursor.close('}', start);
    cursor.fail('Between the entries of an object stands a comma or a line end.');
  }
}

function readEntry(cursor: Cursor, read: Read): ObjectEntry {
  const key = read(cursor, true);
  cursor.skipBlanks(false);
  if (!cursor.takes('=') && !cursor.takes(':')) cursor.fail('A key of an object is followed by "=" and a value.');
  cursor.skipBlanks(false);
  const value = read(cursor, true);
  const quote = key.kind === 'template' && key.style === 'quoted' && key.end - key.start > 2 ? 1 : 0;
  const keySpan = { start: key.start + quote, end: key.end - quote };
  return { key: keyText(key), keySpan, value, start: key.start, end: value.end };
}

/** What a key says; undefined for one that is computed. */
export function keyText(key: Expression): string | undefined {
  if (key.kind === 'reference') return key.steps.length === 1 ? key.steps[0] : undefined;
  if (key.kind === 'literal') return key.text;
  if (key.kind !== 'template') return undefined;
  const [part] = key.parts;
  if (key.parts.length > 1 || part?.kind === 'inserted') return undefined;
  return part?.text ?? '';
}

/** `for … in … : …` behind an opening bracket; undefined, with nothing passed, where something else stands there. */
function readFor(cursor: Cursor, closing: ']' | '}', start: number, read: Read): Expression | undefined {
  if (!passesFor(cursor)) return undefined;
  const inner = (): Expression => {
    cursor.skipBlanks(true);
    const value = read(cursor, false);
    cursor.skipBlanks(true);
    return value;
  };
  const head = { start, end: cursor.at };
  const parts = [readLoopHead(cursor, inner, head)];
  if (!cursor.takes(':')) cursor.fail('This "for" has no ":" behind its list.', head);
  parts.push(inner());
  if (closing === '}') {
    if (!cursor.takes('=>')) cursor.fail('This "for" has no "=>" behind its key.', head);
    parts.push(inner());
    cursor.takes('...');
    cursor.skipBlanks(true);
  }
  const before = cursor.at;
  if (cursor.identifier() === 'if') parts.push(inner());
  else cursor.at = before;
  cursor.close(closing, start);
  return { kind: 'other', sign: 'for', parts, start, end: cursor.at };
}

/** Reads the names and the list of a `for`, behind that word. Gives the list. */
export function readLoopHead(
  cursor: Cursor,
  readList: () => Expression,
  head: { readonly start: number; readonly end: number },
): Expression {
  do {
    cursor.skipBlanks(true);
    cursor.identifier();
    cursor.skipBlanks(true);
  } while (cursor.takes(','));
  if (cursor.identifier() !== 'in') cursor.fail('This "for" has no "in".', head);
  return readList();
}

/** Passes the word `for` where a name follows it: an object may have a key of that name. */
function passesFor(cursor: Cursor): boolean {
  const inside = cursor.at;
  cursor.skipBlanks(true);
  if (cursor.identifier() === 'for') {
    const behind = cursor.at;
    cursor.skipBlanks(true);
    if (cursor.identifier() !== undefined) {
      cursor.at = behind;
      return true;
    }
  }
  cursor.at = inside;
  return false;
}
