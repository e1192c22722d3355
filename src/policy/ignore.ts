import type { Diagnostic } from '../diagnostic.ts';
import { compareDiagnostics } from '../diagnostic.ts';
import { finalise } from '../finalise.ts';
import { append } from '../group-by.ts';
import type { ManifestFile } from '../model/manifest-file.ts';
import { safeFix } from '../offer-fix.ts';
import type { Finding, Rule } from '../rule.ts';
import { quoteNames } from '../text/sentences.ts';
import { didYouMean } from '../text/suggest.ts';
import type { Edit } from '../tree/edit.ts';
import type { Placed } from '../tree/field.ts';
import type { Source } from '../tree/source.ts';
import type { Span } from '../tree/span.ts';
import { type Directive, mayHoldDirective, type NamedRule, readDirectives } from './directive.ts';
import { type Scope, ScopeIndex } from './ignore-scope.ts';

/** What is known when ignore comments are read. */
export interface IgnoreOptions {
  /** The rules that ran. Those of `rules/itself` among them decide what is said about the comments. */
  readonly rules: readonly Rule[];
  /** The ids of all rules, whether they ran or not, by their category; those of `rules` where nothing is said. */
  readonly knownRules?: KnownRules;
  /** Rules that no comment may silence; none where nothing is said. */
  readonly locked?: ReadonlySet<string>;
}

type Known = Required<Pick<IgnoreOptions, 'rules' | 'knownRules'>>;

/** By the name of a category, or one that rules have or had: the ids of the rules that it stands for. */
export type KnownRules = ReadonlyMap<string, readonly string[]>;

/** The names that a comment may have for some rules. */
export function namesOf(rules: readonly Pick<Rule, 'id' | 'category' | 'deprecatedIds'>[]): KnownRules {
  const names = new Map<string, string[]>();
  for (const { id, category } of rules) append(names, category, id);
  for (const { id } of rules) names.set(id, [id]);
  for (const { id, deprecatedIds = [] } of rules) for (const before of deprecatedIds) append(names, before, id);
  return names;
}

/**
 * Marks what comments silence, and adds what is wrong with the comments themselves. A comment at the end of a line, or
 * on lines of its own above it, holds for all that begins on the line: for a container if the line begins one, for
 * what is below a key if it begins that. Nothing is dropped.
 */
export function applyIgnores(
  file: ManifestFile,
  diagnostics: readonly Diagnostic[],
  { rules, knownRules, locked = new Set() }: IgnoreOptions,
): readonly Diagnostic[] {
  const { source } = file;
  if (!mayHoldDirective(source.text)) return diagnostics;
  const options: Known = { rules, knownRules: knownRules ?? namesOf(rules) };
  const audit = new Audit(source, options.rules);
  const directives: Directive[] = [];
  for (const found of readDirectives(source)) {
    if ('word' in found) {
      audit.add('unknown-ignore', found, found.word, {
        message: `"${found.word}" is not a comment that cloudrun-lint knows. Write "${found.meant}".`,
      });
    } else {
      directives.push(found);
      checkWording(found, audit, options);
    }
  }
  const index = new ScopeIndex(source, directives, options.knownRules);
  for (const scope of index.scopes) {
    scope.isLocked = options.knownRules.get(scope.named.id)?.every((id) => locked.has(id)) ?? false;
  }
  const marked = [...diagnostics, ...audit.diagnostics].sort(byPlaceHere).map((diagnostic) => {
    const scope = diagnostic.rule === 'internal-error' ? undefined : index.find(diagnostic);
    if (!scope || locked.has(diagnostic.rule) || diagnostic.suppressed) return diagnostic;
    const { reason } = scope.directive;
    return { ...diagnostic, suppressed: { by: 'comment' as const, ...(reason && { reason }) } };
  });
  const known = new Audit(source, options.rules);
  const isReadable = file.workloads.length > 0 && source.documents.every(({ problem }) => !problem);
  if (isReadable) for (const scope of index.scopes) checkUse(scope, known, options);
  return [...marked, ...known.diagnostics];
}

/** By the place in this file that a finding is about, which need not be where it lies. */
function byPlaceHere(a: Diagnostic, b: Diagnostic): number {
  return (a.about ?? a).span.start - (b.about ?? b).span.start || compareDiagnostics(a, b);
}

function checkWording(directive: Directive, audit: Audit, { knownRules }: Known): void {
  const { ids, reason, lacksColon } = directive;
  for (const named of ids) {
    if (knownRules.has(named.id)) continue;
    const hint = didYouMean(named.id, knownRules.keys());
    const message = `There is no rule or category "${named.id}", so nothing is ignored.${hint}`;
    const help = hint === '' ? 'Write the name as reports print it. "cloudrun-lint rules" lists all.' : undefined;
    audit.add('unknown-ignore', named, named.id, { message, help });
  }
  if (ids.length === 0) {
    audit.add('unknown-ignore', directive, '', {
      message: 'This comment names no rule, so nothing is ignored.',
      help: 'Write the name of the rule behind "cloudrun-lint-ignore", then a colon and the reason.',
    });
  } else if (reason === '' && !(lacksColon && ids.every(({ id }) => !knownRules.has(id)))) {
    const names = quoteNames(ids.map(({ id }) => id));
    audit.add('ignore-without-reason', directive, ids.map(({ id }) => id).join(','), {
      message: lacksColon
        ? `A colon is missing between ${names} and the reason.`
        : `This comment does not say why ${names} ${ids.length === 1 ? 'is' : 'are'} ignored here.`,
    });
  }
}

function checkUse(scope: Scope, audit: Audit, { rules, knownRules }: Known): void {
  const { named, directive, isUsed, isLocked, isMisplaced } = scope;
  if (!knownRules.has(named.id) || named.id === 'unused-ignore') return;
  if (isLocked) {
    const message = `"${named.id}" is locked by the configuration, so that no comment can silence it.`;
    audit.add('unused-ignore', named, named.id, { message, help: 'Remove the comment, or fix what it is about.' });
  } else if (isMisplaced) {
    const message = `This comment holds for the whole file only above its first line of YAML, not here.`;
    audit.add('unused-ignore', named, named.id, { message, help: 'Move it above the first line of YAML.' });
  } else if (!isUsed && rules.some(({ id }) => knownRules.get(named.id)?.includes(id))) {
    audit.add('unused-ignore', named, named.id, {
      message: `"${named.id}" finds nothing here, so the comment is not needed.`,
      help: 'Remove the comment.',
      fix: safeFix('Remove the comment', removeName(audit.source, directive, named)),
    });
  }
}

/** Takes one id out of a comment, or the comment if it names no other; its line too if nothing else is on that. */
function removeName({ text }: Source, directive: Directive, named: NamedRule): readonly Edit[] {
  const { ids } = directive;
  const index = ids.indexOf(named);
  const next = ids[index + 1];
  const previous = ids[index - 1];
  if (next) return [{ start: named.start, end: next.start, text: '' }];
  if (previous) return [{ start: previous.end, end: named.end, text: '' }];
  let start = directive.start;
  while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  const isAlone = start === 0 || text[start - 1] === '\n';
  const lineBreak = /^\r?\n/.exec(text.slice(directive.end, directive.end + 2))?.[0].length ?? 0;
  return [{ start, end: directive.end + (isAlone ? lineBreak : 0), text: '' }];
}

/** Collects what is wrong with comments, as far as the rule for it runs. */
class Audit {
  readonly diagnostics: Diagnostic[] = [];
  readonly source: Source;
  readonly #rules: ReadonlyMap<string, Rule>;

  constructor(source: Source, rules: readonly Rule[]) {
    this.source = source;
    this.#rules = new Map(rules.filter(({ category }) => category === 'itself').map((rule) => [rule.id, rule]));
  }

  /** @param what tells the comment from others in fingerprints: the ids that it names */
  add(id: string, { start, end }: Span, what: string, finding: Omit<Finding, 'on'>): void {
    const rule = this.#rules.get(id);
    if (!rule) return;
    const { source } = this;
    const on: Placed = { source, span: { start, end }, path: [], stablePath: what === '' ? [] : [what] };
    const { severity, help } = rule;
    const origin = { path: source.path, rule: id, severity, help: help || undefined, workload: undefined };
    this.diagnostics.push(finalise({ ...finding, on }, origin));
  }
}
