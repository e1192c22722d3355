import type { Call, Expression, OtherExpression } from './ast.ts';
import { readItems, readObject, readTuple } from './collections.ts';
import type { Cursor } from './cursor.ts';
import { readSteps } from './steps.ts';
import { readHeredoc, readQuoted } from './template.ts';

/**
 * Reads a value. Where `linesMean` is true a line end closes it, as in a body or between the entries of an object;
 * inside brackets it means nothing.
 */
export function readExpression(cursor: Cursor, linesMean: boolean): Expression {
  return cursor.deeper(() => readCondition(cursor, linesMean));
}

function readCondition(cursor: Cursor, linesMean: boolean): Expression {
  const test = readOperations(cursor, linesMean);
  const behind = cursor.at;
  cursor.skipBlanks(!linesMean);
  if (!cursor.takes('?')) return resume(cursor, behind, test);
  cursor.skipBlanks(true);
  const yes = readExpression(cursor, linesMean);
  cursor.skipBlanks(!linesMean);
  if (!cursor.takes(':')) cursor.fail('This condition has no ":" behind its first value.');
  cursor.skipBlanks(true);
  const no = readExpression(cursor, linesMean);
  return { kind: 'other', sign: '?', parts: [test, yes, no], start: test.start, end: no.end };
}

const operators = ['==', '!=', '<=', '>=', '&&', '||', '+', '-', '*', '/', '%', '<', '>'];

function readOperations(cursor: Cursor, linesMean: boolean): Expression {
  const parts = [readOperand(cursor, linesMean)];
  let sign: string | undefined;
  for (;;) {
    const behind = cursor.at;
    cursor.skipBlanks(!linesMean);
    const operator = operators.find((candidate) => cursor.takes(candidate));
    if (operator === undefined) {
      const [first] = parts;
      const whole = sign === undefined ? first! : other(sign, parts, first!.start, behind);
      return resume(cursor, behind, whole);
    }
    sign ??= operator;
    cursor.skipBlanks(!linesMean);
    parts.push(readOperand(cursor, linesMean));
  }
}

/** Goes back to just behind a value: what was passed in search of more of it is not a part of it. */
function resume(cursor: Cursor, behind: number, value: Expression): Expression {
  cursor.at = behind;
  return value;
}

function readOperand(cursor: Cursor, linesMean: boolean): Expression {
  const start = cursor.at;
  const sign = cursor.takes('-') ? '-' : cursor.takes('!') ? '!' : undefined;
  if (sign !== undefined) {
    cursor.skipBlanks(!linesMean);
    const value = cursor.deeper(() => readOperand(cursor, linesMean));
    if (sign === '-' && value.kind === 'literal' && /^\d/.test(value.text)) {
      return { kind: 'literal', text: `-${value.text}`, start, end: value.end };
    }
    return other(sign, [value], start, value.end);
  }
  return readSteps(cursor, readPrimary(cursor), readExpression);
}

function readPrimary(cursor: Cursor): Expression {
  const start = cursor.at;
  const next = cursor.text[start];
  if (next === '"') return readQuoted(cursor, () => readInserted(cursor));
  if (next === '[') return readTuple(cursor, readExpression);
  if (next === '{') return readObject(cursor, readExpression);
  if (next === '(') {
    cursor.at++;
    const value = readInserted(cursor);
    cursor.skipBlanks(true);
    cursor.close(')', start);
    return other('(', [value], start, cursor.at);
  }
  if (next === '<' && cursor.sees('<<')) return readHeredoc(cursor, () => readInserted(cursor));
  const number = readNumber(cursor);
  if (number !== undefined) return { kind: 'literal', text: number, start, end: cursor.at };
  const word = cursor.identifier();
  if (word === undefined) return cursor.fail('A value is missing here.');
  if (word === 'true' || word === 'false' || word === 'null') {
    return { kind: 'literal', text: word, start, end: cursor.at };
  }
  return readCall(cursor, word, start) ?? { kind: 'reference', steps: [word], parts: [], start, end: cursor.at };
}

/** A value between brackets of any kind. */
function readInserted(cursor: Cursor): Expression {
  cursor.skipBlanks(true);
  return readExpression(cursor, false);
}

function readNumber(cursor: Cursor): string | undefined {
  const { at, text } = cursor;
  const code = text.charCodeAt(at);
  if (!(code >= 48 && code <= 57)) return undefined;
  const [number] = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text.slice(at, at + 400))!;
  cursor.at += number.length;
  return number;
}

/** `name(…)` or `provider::name::function(…)` behind its first word; undefined where no bracket follows. */
function readCall(cursor: Cursor, word: string, start: number): Call | undefined {
  let name = word;
  while (cursor.sees('::')) {
    cursor.at += 2;
    name += `::${cursor.identifier() ?? ''}`;
  }
  const bracket = cursor.at;
  cursor.skipBlanks(false);
  if (!cursor.takes('(')) {
    cursor.at = bracket;
    return undefined;
  }
  const { items, isSpread } = readItems(cursor, ')', cursor.at - 1, readExpression);
  return { kind: 'call', name, arguments: items, isSpread, start, end: cursor.at };
}

function other(sign: string, parts: readonly Expression[], start: number, end: number): OtherExpression {
  return { kind: 'other', sign, parts, start, end };
}
