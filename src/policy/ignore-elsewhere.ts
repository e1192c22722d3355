import type { Diagnostic } from '../diagnostic.ts';
import type { Comment } from '../tree/source.ts';
import type { SourceText } from '../tree/source-text.ts';
import { type Directive, mayHoldDirective, readDirectives } from './directive.ts';
import type { IgnoreOptions } from './ignore.ts';
import { targetLines } from './ignore-scope.ts';
import { namesOf } from './rule-names.ts';

/**
 * Marks what comments silence in the files beside a manifest that findings lie in, whatever their language, as long as
 * its comments begin with `#`. Such a comment holds for findings that begin on its line, or on the next one where it
 * stands alone; for the whole file above the first line that is no comment. Of one that silences nothing nothing is
 * said: it may be there for the sake of another manifest.
 *
 * @param elsewhere the files by path
 */
export function applyIgnoresElsewhere(
  diagnostics: readonly Diagnostic[],
  elsewhere: ReadonlyMap<string, SourceText>,
  { rules, locked = new Set() }: IgnoreOptions,
): readonly Diagnostic[] {
  const files = new Map<string, readonly Held[]>();
  for (const [path, source] of elsewhere) if (mayHoldDirective(source.text)) files.set(path, heldBy(source));
  if (files.size === 0) return diagnostics;
  const names = new Map(rules.map((rule) => [rule.id, namesOf(rule)]));
  return diagnostics.map((diagnostic) => {
    const { about, path, range, rule, suppressed } = diagnostic;
    if (!about || suppressed || locked.has(rule)) return diagnostic;
    const found = files.get(path)?.find(({ directive, line }) => {
      const isHere = line === undefined || line === range.start.line;
      return isHere && directive.ids.some(({ id }) => names.get(rule)?.includes(id));
    });
    if (!found) return diagnostic;
    const { reason } = found.directive;
    return { ...diagnostic, suppressed: { by: 'comment' as const, ...(reason && { reason }) } };
  });
}

/** What a comment silences. */
interface Held {
  readonly directive: Directive;
  /** Findings that begin on this line; in the whole file where undefined. */
  readonly line: number | undefined;
}

function heldBy(source: SourceText): readonly Held[] {
  const directives = [...readDirectives(commentsOf(source))].filter((found) => 'ids' in found);
  const lines = targetLines(source, directives);
  return directives.flatMap((directive, index): readonly Held[] => {
    if (directive.scope === 'line') return [{ directive, line: lines[index]! }];
    return isAbove(source.text.slice(0, directive.start)) ? [{ directive, line: undefined }] : [];
  });
}

/** What follows the first `#` that begins a word, line by line. In a quoted text it is none, but holds no directive either. */
function* commentsOf({ text }: SourceText): Generator<Comment> {
  let start = 0;
  for (const line of text.split('\n')) {
    const [before] = /^(?:[^#]|(?<=\S)#)*/.exec(line) ?? [''];
    const comment = line.slice(before.length);
    if (comment !== '') yield { start: start + before.length, end: start + line.length, text: comment };
    start += line.length + 1;
  }
}

/** Whether a text has nothing but comments. */
function isAbove(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}
