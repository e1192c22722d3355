import { diffLines } from 'diff';
import type { TextEdit } from '../diagnostic.ts';
import { fixText } from '../policy/fix.ts';
import type { Snapshot } from './open-file.ts';

/** All fixes that change neither cost nor behaviour, as edits of the lines that change; [] where there is none. */
export function fixAll({ text, mark, analyse }: Snapshot): readonly TextEdit[] {
  const fixed = fixText(mark + text, { unsafe: false, lint: (tried) => analyse(tried).diagnostics });
  return editsBetween(text, fixed.text.slice(mark.length));
}

/** What turns a text into another one: whole lines, in order, none of which meets another. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    if (added) {
      if (last && last.end === at) edits[edits.length - 1] = { ...last, text: last.text + value };
      else edits.push({ start: at, end: at, text: value });
    } else {
      if (removed && last && last.end === at) edits[edits.length - 1] = { ...last, end: at + value.length };
      else if (removed) edits.push({ start: at, end: at + value.length, text: '' });
      at += value.length;
    }
  }
  return edits;
}
