import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';

/**
 * The rules, all or those of the given ids with all their prose. From the sources they have it; the bundle keeps it
 * apart in `pages.jsonl`, which only `explain` and the formats that carry help read.
 */
export function withPages(rules: readonly Rule[], ids?: ReadonlySet<string>): readonly Rule[] {
  if (rules.every((rule) => 'why' in rule)) return rules;
  const find = pageFinder();
  return rules.map((rule) => {
    const page = ids && !ids.has(rule.id) ? undefined : find(rule.id);
    return page === undefined ? rule : { ...rule, ...JSON.parse(page) };
  });
}

/**
 * Finds a rule's line of the file by the id that it begins with. Only that line becomes text: decoding all of them
 * takes as long as linting a file. The search goes on where the last one ended, since the lines are in the rules' order.
 */
function pageFinder(): (id: string) => string | undefined {
  const bytes = readFileSync(join(import.meta.dirname, 'pages.jsonl'));
  let end = 0;
  return (id) => {
    const beginning = `{"id":"${id}",`;
    const after = bytes.indexOf(beginning, end);
    const start = after === -1 ? bytes.indexOf(beginning) : after;
    if (start === -1) return undefined;
    end = bytes.indexOf('\n', start);
    return bytes.toString('utf8', start, end);
  };
}
