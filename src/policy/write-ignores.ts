import type { Diagnostic } from '../diagnostic.ts';
import { sourceOf } from '../dialect/source-of.ts';
import { append, groupBy } from '../group-by.ts';
import { markBefore } from '../tree/source-text.ts';

/** What became of writing comments. */
export interface Ignored {
  /** The text with the comments; the same where there are none. */
  readonly text: string;
  /** How many findings they silence. */
  readonly ignored: number;
  /** How many findings no comment can silence: of locked rules, of what cannot be read, of comments themselves. */
  readonly left: number;
}

/** Where the first try fails, the place around it is tried, and then the one around that. */
const mostTries = 4;

/**
 * Writes a comment above the line on which each finding begins, one a line with all its rules. Within a text of several
 * lines that is above the whole text. What was written is linted: where a comment silences nothing it moves outwards,
 * and a text is given back as it was where comments would bring a new finding.
 *
 * @param reason one line
 */
export function ignoreComments(
  path: string,
  text: string,
  reason: string,
  lint: (text: string) => readonly Diagnostic[],
): Ignored {
  let current = text;
  const before = lint(text).filter(isOpen);
  let open = before;
  for (let outwards = 0; outwards < mostTries && open.some(mayBeIgnored); outwards++) {
    const attempt = (chosen: readonly Diagnostic[]) => {
      const next = withComments(path, current, chosen, reason, outwards);
      return { next, found: lint(next).filter(isOpen) };
    };
    const candidates = open.filter(mayBeIgnored);
    let { next, found } = attempt(candidates);
    // A comment that silences nothing is a finding by itself: only the others are written.
    if (!isSubset(found, before)) {
      const still = new Set(found.map(({ fingerprint }) => fingerprint));
      ({ next, found } = attempt(candidates.filter(({ fingerprint }) => !still.has(fingerprint))));
    }
    if (found.length >= open.length || !isSubset(found, before)) continue;
    current = next;
    open = found;
  }
  return { text: current, ignored: before.length - open.length, left: open.length };
}

function isOpen({ suppressed }: Diagnostic): boolean {
  return suppressed === undefined;
}

/** What a rule says of comments is mended there, and a crash is nothing to live with. */
function mayBeIgnored({ rule }: Diagnostic): boolean {
  return !['internal-error', 'unknown-ignore', 'unused-ignore', 'ignore-without-reason'].includes(rule);
}

/** Whether nothing is found that was not there before. */
function isSubset(found: readonly Diagnostic[], before: readonly Diagnostic[]): boolean {
  const left = groupBy(before, ({ fingerprint }) => fingerprint);
  return found.every(({ fingerprint }) => left.get(fingerprint)?.pop() !== undefined);
}

/** @param outwards how many of the places around a finding are passed over */
function withComments(
  path: string,
  text: string,
  findings: readonly Diagnostic[],
  reason: string,
  outwards: number,
): string {
  const mark = markBefore(text);
  const source = sourceOf(path, text);
  const body = source.text;
  const { lines } = source;
  const all = new Set(Array.from({ length: lines.count }, (_, i) => i + 1));
  const beginsSomething = source.scopesOfLines(all);
  const byLine = new Map<number, string[]>();
  for (const { rule, span, about } of findings) {
    let line = lines.position((about?.span ?? span).start).line;
    while (line > 1 && !beginsSomething.has(line)) line--;
    for (let left = outwards; left > 0; left--) line = lineAround(line, lines.text, beginsSomething, lines);
    append(byLine, line, rule);
  }
  const parts: string[] = [];
  let behind = 0;
  for (const [line, rules] of [...byLine].sort(([a], [b]) => a - b)) {
    const { start, end } = lines.span(line);
    const indent = /^[ \t]*/.exec(body.slice(start, end))?.[0] ?? '';
    const lineBreak = body.slice(end, end + 2) === '\r\n' ? '\r\n' : '\n';
    const names = [...new Set(rules)].sort().join(', ');
    parts.push(body.slice(behind, start), `${indent}# cloudrun-lint-ignore ${names}: ${reason}${lineBreak}`);
    behind = start;
  }
  return mark + parts.join('') + body.slice(behind);
}

/** The nearest line above that begins something and is indented less: what the line lies in. */
function lineAround(
  line: number,
  text: string,
  beginsSomething: ReadonlyMap<number, unknown>,
  lines: { span(line: number): { start: number; end: number } },
): number {
  const indentOf = (at: number): number => {
    const { start, end } = lines.span(at);
    return /^[ \t-]*/.exec(text.slice(start, end))![0].length;
  };
  const own = indentOf(line);
  for (let above = line - 1; above > 0; above--) {
    if (beginsSomething.has(above) && indentOf(above) < own) return above;
  }
  return line;
}
