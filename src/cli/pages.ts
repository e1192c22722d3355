import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';

/**
 * The rules, all or those of the given ids with all their prose. From the sources they have it; the bundle keeps it
 * apart in `pages.jsonl`, which only `explain` and the formats that carry help read.
 */
export function withPages(rules: readonly Rule[], ids?: ReadonlySet<string>): readonly Rule[] {
  if (rules.every((rule) => 'why' in rule)) return rules;
  const pages = readPages();
  return rules.map((rule) => {
    const page = ids && !ids.has(rule.id) ? undefined : pages.get(rule.id);
    return page === undefined ? rule : { ...rule, ...JSON.parse(page) };
  });
}

/** Each rule's line of the file by its id, which comes first in it. */
function readPages(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(import.meta.dirname, 'pages.jsonl'), 'utf8').split('\n');
  const start = '{"id":"'.length;
  return new Map(lines.map((line) => [line.slice(start, line.indexOf('"', start)), line]));
}
