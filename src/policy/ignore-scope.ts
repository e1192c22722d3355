import type { Diagnostic } from '../diagnostic.ts';
import { append } from '../group-by.ts';
import type { Source } from '../tree/source.ts';
import type { Span } from '../tree/span.ts';
import type { Directive, NamedRule } from './directive.ts';

/** Where one id of a comment holds. */
export class Scope implements Span {
  /** The comment that it comes from. */
  readonly directive: Directive;
  /** The one of the comment's ids that holds here. */
  readonly named: NamedRule;
  /** 0 for the whole file; -1 where it holds nowhere, and so for `end`. */
  readonly start: number;
  /** Infinite for the whole file. */
  readonly end: number;
  /** Whether it speaks for the whole file but stands too far down. */
  readonly isMisplaced: boolean;
  /** Whether a finding was met in it. */
  isUsed = false;
  /** Whether the rule is one that no comment may silence; `applyIgnores` sets it. */
  isLocked = false;

  constructor(directive: Directive, named: NamedRule, { start, end }: Span, isMisplaced: boolean) {
    this.directive = directive;
    this.named = named;
    this.start = start;
    this.end = end;
    this.isMisplaced = isMisplaced;
  }
}

interface Cursor {
  readonly scopes: readonly Scope[];
  next: number;
  readonly open: Scope[];
}

const nowhere: Span = { start: -1, end: -1 };

/** Finds the scope that a finding lies in. Asked in the order of the text, all answers together cost one pass. */
export class ScopeIndex {
  /** One for each id of each comment, in the order of the text. */
  readonly scopes: readonly Scope[];
  readonly #cursors: ReadonlyMap<string, Cursor>;

  /** @param known by a name that a comment may have: the ids of the rules that it stands for */
  constructor(source: Source, directives: readonly Directive[], known: ReadonlyMap<string, readonly string[]>) {
    const lines = targetLines(source, directives);
    const spans = source.scopesOfLines(new Set(lines));
    const first = source.documents.find(({ root }) => root)?.root?.span.start ?? 0;
    this.scopes = directives.flatMap((directive, index) => {
      const isMisplaced = directive.scope === 'file' && directive.start > first;
      const whole = isMisplaced ? nowhere : { start: 0, end: Number.POSITIVE_INFINITY };
      const span = directive.scope === 'file' ? whole : (spans.get(lines[index]!) ?? nowhere);
      return directive.ids.map((named) => new Scope(directive, named, span, isMisplaced));
    });
    this.#cursors = groupByRule(this.scopes, known);
  }

  /** The innermost scope for the finding's rule that its place lies in; marks it as used. */
  find({ rule, about, span: own }: Diagnostic): Scope | undefined {
    const { span } = about ?? { span: own };
    const cursor = this.#cursors.get(rule);
    if (!cursor) return undefined;
    const { scopes, open } = cursor;
    while (cursor.next < scopes.length && scopes[cursor.next]!.start <= span.start) open.push(scopes[cursor.next++]!);
    while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop();
    const scope = open.at(-1);
    if (scope) scope.isUsed = true;
    return scope;
  }
}

/** A comment that names a category holds for each of its rules. */
function groupByRule(
  scopes: readonly Scope[],
  known: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Cursor> {
  const byRule = new Map<string, Scope[]>();
  for (const scope of scopes) {
    for (const id of new Set(known.get(scope.named.id) ?? [])) append(byRule, id, scope);
  }
  const cursors = new Map<string, Cursor>();
  for (const [id, group] of byRule) {
    // Of several names in one place the rule's own counts, so it comes last.
    const isOwn = ({ named }: Scope): number => Number(named.id === id);
    group.sort((a, b) => a.start - b.start || b.end - a.end || isOwn(a) - isOwn(b));
    cursors.set(id, { scopes: group, next: 0, open: [] });
  }
  return cursors;
}

/** For each directive the line that it speaks of: its own, or the next one below that is no comment. */
function targetLines(source: Source, directives: readonly Directive[]): readonly number[] {
  const { text } = source;
  const lines: number[] = [];
  let nextAlone = Number.POSITIVE_INFINITY;
  let nextTarget = 0;
  for (const { comment } of directives.toReversed()) {
    const { line, column } = source.position(comment.start);
    if (text.slice(comment.start - column + 1, comment.start).trim() !== '') {
      lines.push(line);
      continue;
    }
    let at = text.indexOf('\n', comment.end) + 1;
    while (at > 0 && at < nextAlone && isPassedOver(text, at)) at = text.indexOf('\n', at) + 1;
    nextTarget = at >= nextAlone ? nextTarget : at === 0 ? 0 : source.position(at).line;
    nextAlone = comment.start - column + 1;
    lines.push(nextTarget);
  }
  return lines.reverse();
}

/** Whether a line holds nothing that a comment could speak of: blank, another comment, template logic, a separator. */
function isPassedOver(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++;
  return at >= text.length || /[\n#]/.test(text[at]!) || /^(?:\{\{|\{%|---)/.test(text.slice(at, at + 3));
}
