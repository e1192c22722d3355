import { type Diagnostic, type Severity, severities } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { Formatter, Report } from '../report.ts';
import { summarise, unsuppressed } from '../report.ts';
import { plural } from '../text/sentences.ts';
import { visibleJson } from '../text/visible.ts';
import { type Colors, colorsFor, painter, summaryLines } from './pretty-phrases.ts';

/** The version of the JSON below. It rises when a field is removed or changes its meaning, not when one is added. */
const VERSION = 1;

/** How often one rule has found something. */
export interface RuleCount {
  /** The rule's id. */
  readonly rule: string;
  /** The gravest of its findings: overrides may give them different ones. */
  readonly severity: Severity;
  /** How many findings it has; at least one. */
  readonly count: number;
  /** How many of them `--fix` fixes, and how many more `--fix-unsafe` does. */
  readonly fixable: { readonly safe: number; readonly unsafe: number };
}

/** Findings by rule: the gravest rules first, among equals those with the most. */
export function countByRule(diagnostics: readonly Diagnostic[]): readonly RuleCount[] {
  const counts = [...groupBy(diagnostics, ({ rule }) => rule)].map(([rule, found]): RuleCount => {
    const ofTier = (safe: boolean): number => found.filter(({ fix }) => fix?.safe === safe).length;
    return {
      rule,
      severity: severities.findLast((severity) => found.some((one) => one.severity === severity))!,
      count: found.length,
      fixable: { safe: ofTier(true), unsafe: ofTier(false) },
    };
  });
  const rank = ({ severity }: RuleCount): number => severities.indexOf(severity);
  return counts.toSorted((a, b) => rank(b) - rank(a) || b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** A table of them: how many, how grave, which rule, and what fixes how many. */
export function ruleTable(counts: readonly RuleCount[], colors: Colors): readonly string[] {
  const width = counts.reduce((most, { count }) => Math.max(most, String(count).length), 0);
  const longest = counts.reduce((most, { rule }) => Math.max(most, rule.length), 0);
  return counts.map(({ rule, severity, count, fixable }) => {
    const fixes = [
      fixable.safe > 0 ? `${fixable.safe} by --fix` : '',
      fixable.unsafe > 0 ? `${fixable.unsafe} by --fix-unsafe` : '',
    ].filter((text) => text !== '');
    const row = `${String(count).padStart(width)}  ${painter(severity, colors)(severity.padEnd(7))}  ${rule.padEnd(longest)}  ${fixes.join(', ')}`;
    return row.trimEnd();
  });
}

/** `--statistics`: the table in place of each finding, and the summary. */
export const statistics: Formatter = (report, options) => {
  const colors = colorsFor(options);
  const counts = countByRule(unsuppressed(report));
  const table = counts.length > 0 ? [...ruleTable(counts, colors), ''] : [];
  return `${[...table, ...summaryLines(report, options)].join('\n')}\n`;
};

/** The same for programs, with the category of each rule. */
export const statisticsJson: Formatter = (report) =>
  visibleJson({ version: VERSION, statistics: withCategories(report), summary: summarise(report) });

function withCategories(report: Report) {
  const categories = new Map(report.rules.map(({ id, category }) => [id, category]));
  return countByRule(unsuppressed(report)).map(({ rule, ...counted }) => {
    return { rule, category: categories.get(rule), ...counted };
  });
}

/** "12 more findings, by rule": the findings that no frame shows. */
export function remainder(left: readonly Diagnostic[], colors: Colors): readonly string[] {
  const title = `${plural(left.length, 'more finding')}, by rule (--max-frames N shows more with their lines):`;
  return [colors.bold(title), '', ...ruleTable(countByRule(left), colors)];
}
