import { rules } from '../../rules/index.ts';
import { isTerraform } from '../dialect/terraform/file.ts';
import type { Span } from '../tree/span.ts';
import { type Completion, keysOf } from './complete-keys.ts';
import { kindsAt, portsAt } from './complete-text.ts';
import { valuesOf } from './complete-values.ts';
import { cursorMark, findMark } from './cursor-mark.ts';
import type { Knowledge } from './knowledge.ts';
import type { Snapshot } from './open-file.ts';

/** What may be written at a place. */
export interface Completions {
  /** The word there, which a completion replaces. */
  readonly span: Span;
  /** The likeliest first; [] where nothing is known. */
  readonly items: readonly Completion[];
}

const wordBefore = /[\w./-]*$/;
const wordBehind = /^[\w./-]*/;

/**
 * What may be written at an offset: keys, values, names and variables, and the ids of rules in comments. A text with a
 * cursor in it can seldom be read, so a mark is put in place of the word there, as a key and as a value, and the text is
 * read with it.
 */
export function completionsAt(snapshot: Snapshot, offset: number, knowledge: Knowledge): Completions {
  const { text } = snapshot;
  const start = offset - wordBefore.exec(text.slice(Math.max(0, offset - 200), offset))![0].length;
  const end = offset + wordBehind.exec(text.slice(offset, offset + 200))![0].length;
  const span = { start, end };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(lineStart, start);
  if (/(?:^|\s)#/.test(line)) return { span, items: inComment(line) };
  if (/^kind:\s+["']?$/.test(line)) return { span, items: kindsAt(text, start) };
  if (/\b(?:localhost|127\.0\.0\.1):$/.test(line)) return { span, items: portsAt(snapshot, start, end) };
  const items = offeredAt(snapshot, span, '', knowledge);
  const indent = items.length > 0 ? '' : missingIndent(text.slice(0, lineStart), line);
  if (indent === '') return { span, items };
  const deeper = offeredAt(snapshot, span, indent, knowledge);
  return { span, items: deeper.map((item) => ({ ...item, insert: indent + item.insert })) };
}

/** Editors begin the line below `- name: web` under the dash: what that lacks to stand under `name`. "" elsewhere. */
function missingIndent(before: string, line: string): string {
  const written = before.slice(-500).trimEnd();
  const [, indent, dash = ''] = /^([ ]*)(-[ ]+)[^\s#]/.exec(written.slice(written.lastIndexOf('\n') + 1)) ?? [];
  return indent === line && /^[ ]*$/.test(line) ? ' '.repeat(dash.length) : '';
}

/** @param indent blanks that are put before the word */
function offeredAt(
  { text, mark, analyse }: Snapshot,
  { start, end }: Span,
  indent: string,
  knowledge: Knowledge,
): readonly Completion[] {
  for (const written of [`${cursorMark}: x`, cursorMark]) {
    // A key that has its colon already gets no second one.
    if (written !== cursorMark && /^\s*:/.test(text.slice(end, end + 20))) continue;
    const { file } = analyse(mark + text.slice(0, start) + indent + written + text.slice(end));
    const found = findMark(file);
    if (!found) continue;
    const isInQuotes = /["']$/.test(text.slice(start - 1, start));
    const all = found.isKey ? keysOf(found, knowledge, isInQuotes) : valuesOf(found, isInQuotes);
    // Keys and values of Terraform have other words, which its own server knows.
    const isForeign = isTerraform(found.workload.field.source.path);
    const items = isForeign ? all.filter(({ kind }) => kind !== 'key' && kind !== 'value') : all;
    if (items.length > 0) return items;
  }
  return [];
}

/** Ids of rules where a comment names them. */
function inComment(line: string): readonly Completion[] {
  if (!/#\s*cloudrun-lint-ignore(?:-file)?\s+(?:[\w-]+\s*,\s*)*$/.test(line)) return [];
  return rules.map(({ id, summary }) => ({ label: id, insert: id, kind: 'rule', detail: summary }));
}
