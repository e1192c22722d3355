import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';

/**
 * The rules, all or those of the given ids with all their prose. From the sources they have it; the bundle keeps it
 * apart in a file a rule, which only `explain` and the formats that carry help read.
 */
export function withPages(rules: readonly Rule[], ids?: ReadonlySet<string>): readonly Rule[] {
  if (rules.every((rule) => 'why' in rule)) return rules;
  return rules.map((rule) => (!ids || ids.has(rule.id) ? { ...rule, ...JSON.parse(readPage(rule.id)) } : rule));
}

function readPage(id: string): string {
  return readFileSync(join(import.meta.dirname, 'pages', `${id}.json`), 'utf8');
}
