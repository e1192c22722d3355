import { readFile } from 'node:fs/promises';
import type { RulePage } from '../../src/rule.ts';

/** The example of each rule in Terraform, by the rule's id, from the pages of the bundle: making them anew takes seconds. */
export async function terraformOf(ids: readonly string[]): Promise<ReadonlyMap<string, RulePage['terraform']>> {
  const read = ids.map(async (id) => {
    const page: Pick<RulePage, 'terraform'> = JSON.parse(await readFile(`dist/pages/${id}.json`, 'utf8'));
    return [id, page.terraform] as const;
  });
  return new Map(await Promise.all(read));
}
