import { readFile } from 'node:fs/promises';
import type { Rule } from '../rule.ts';

/**
 * The rules with all their prose. From the sources they have it; the bundle keeps it apart in `pages.json`, which
 * only `explain` and the formats that carry help read.
 */
export async function withPages(rules: readonly Rule[]): Promise<readonly Rule[]> {
  if (rules.every((rule) => 'why' in rule)) return rules;
  const pages = JSON.parse(await readFile(new URL('./pages.json', import.meta.url), 'utf8'));
  return rules.map((rule) => ({ ...rule, ...pages[rule.id] }));
}
