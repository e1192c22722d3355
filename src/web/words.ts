/// <reference lib="dom" />
import type { Graph } from '../graph/graph.ts';
import type { Report } from '../report.ts';
import type { WebFile } from './messages.ts';

/** What comes behind all that the first findings need: the prose of the rules, and what writes and draws. */
export interface Words {
  /** The page of a rule as HTML; undefined where there is no such rule. */
  readonly page: (rule: string) => string | undefined;
  /**
   * An example of a rule with the files beside it: `RULE` or `RULE:wrong:1` for the first wrong one, `RULE:right:1` for
   * the first right one, `RULE:terraform:1` for the wrong one in Terraform; undefined where there is none.
   */
  readonly example: (name: string) => readonly WebFile[] | undefined;
  /** The report in a format for machines. */
  readonly write: (format: 'json' | 'sarif', report: Omit<Report, 'rules'>) => string;
  /** The picture of instances as SVG. */
  readonly draw: (graphs: readonly Graph[]) => string;
}

declare global {
  /** Set by the script with the prose once it has run. */
  var cloudrunLintWords: Words | undefined;
}

/** The words, as soon as the whole page has come. */
export async function words(): Promise<Words> {
  if (!globalThis.cloudrunLintWords)
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  return globalThis.cloudrunLintWords!;
}
