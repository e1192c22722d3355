import type { Expression } from './ast.ts';
import { keyText, type Read } from './collections.ts';
import type { Cursor } from './cursor.ts';

/** Reads `.name`, `.0`, `.*`, `["key"]`, `[*]` behind a value, if any stand there. */
export function readSteps(cursor: Cursor, value: Expression, read: Read): Expression {
  const steps: (string | undefined)[] = [];
  const parts: Expression[] = [];
  while (readStep(cursor, steps, parts, read));
  if (steps.length === 0) return value;
  const span = { start: value.start, end: cursor.at };
  if (value.kind !== 'reference') return { kind: 'other', sign: '[', parts: [value, ...parts], ...span };
  return { kind: 'reference', steps: [...value.steps, ...steps], parts, ...span };
}

function readStep(cursor: Cursor, steps: (string | undefined)[], parts: Expression[], read: Read): boolean {
  const start = cursor.at;
  if (cursor.sees('.') && !cursor.sees('...')) {
    cursor.at++;
    const step = cursor.takes('*') ? '*' : (cursor.identifier() ?? cursor.digits());
    if (step === undefined) cursor.fail('A name is missing behind this ".".', { start, end: start + 1 });
    steps.push(step === '*' ? undefined : step);
    return true;
  }
  if (!cursor.takes('[')) return false;
  cursor.skipBlanks(true);
  if (cursor.takes('*')) steps.push(undefined);
  else {
    const index = read(cursor, false);
    const key = index.kind === 'reference' ? undefined : keyText(index);
    steps.push(key);
    if (key === undefined) parts.push(index);
  }
  cursor.skipBlanks(true);
  cursor.close(']', start);
  return true;
}
