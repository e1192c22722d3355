import type { Commented } from '../beside/comments.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type Directive, mayHoldDirective, readDirectives } from './directive.ts';
import type { KnownRules } from './ignore.ts';
import { ScopeIndex } from './ignore-scope.ts';

/** What is known when comments in files beside the manifest are read. */
export interface ElsewhereOptions {
  /** All rules by the names that comments may have for them. */
  readonly knownRules: KnownRules;
  /** Rules that no comment may silence; none where nothing is said. */
  readonly locked?: ReadonlySet<string> | undefined;
}

/**
 * Marks what comments silence in files beside the manifest, in which a finding lies. What is wrong with such comments is
 * not reported: those files are not linted.
 *
 * @param sorted by path and place
 * @param commentedOf a file by the name that findings give it
 */
export function applyIgnoresElsewhere(
  sorted: readonly Diagnostic[],
  commentedOf: (path: string) => Commented | undefined,
  { knownRules, locked = new Set() }: ElsewhereOptions,
): readonly Diagnostic[] {
  const scopes = new Map<string, ScopeIndex | undefined>();
  return sorted.map((diagnostic) => {
    const { about, ...own } = diagnostic;
    if (!about || own.suppressed || locked.has(own.rule)) return diagnostic;
    if (!scopes.has(own.path)) scopes.set(own.path, scopesOf(commentedOf(own.path), knownRules));
    const reason = scopes.get(own.path)?.find(own)?.directive.reason;
    if (reason === undefined) return diagnostic;
    return { ...diagnostic, suppressed: { by: 'comment' as const, ...(reason !== '' && { reason }) } };
  });
}

function scopesOf(file: Commented | undefined, known: KnownRules): ScopeIndex | undefined {
  if (!file || !mayHoldDirective(file.source.text)) return undefined;
  const directives = [...readDirectives(file)].filter((found): found is Directive => 'scope' in found);
  return new ScopeIndex(file, directives, known);
}
