import type { Category, RulePage } from '../rule.ts';

/** What a configuration or a comment may call a rule: its id, and those under which its findings were reported before. */
export function namesOf({ id, deprecatedIds = [] }: Pick<RulePage, 'id' | 'deprecatedIds'>): readonly string[] {
  return [id, ...deprecatedIds];
}

/** All that rules and categories may be called, in the order of the documentation. */
export function namesOfAll(categories: readonly Category[]): ReadonlySet<string> {
  return new Set(categories.flatMap(({ id, rules }) => [id, ...rules.flatMap(namesOf)]));
}
