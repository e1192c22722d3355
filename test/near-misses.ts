import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Example } from '../src/examples.ts';
import type { Rule } from '../src/rule.ts';

/** What a rule's tests know beyond its page. */
export interface NearMisses {
  /** Manifests, silent or with carets, that show where the rule's guards stand. */
  readonly examples: readonly Example[];
  /** Conditions that no manifest can tell from the constant in their place, as `npm run mutate` prints them, and why. */
  readonly equivalent: Readonly<Record<string, string>>;
}

/** Where the near misses of a rule lie, if it has any: its default export, and `equivalent` beside it. */
export function nearMissesFile({ category, id }: Rule): string {
  return `test/near-misses/${category}/${id}.ts`;
}

/** The near misses of a rule; none where it has no such file. */
export async function nearMissesOf(rule: Rule): Promise<NearMisses> {
  const file = nearMissesFile(rule);
  if (!existsSync(file)) return { examples: [], equivalent: {} };
  const { default: examples, equivalent = {} } = await import(pathToFileURL(file).href);
  return { examples, equivalent };
}
