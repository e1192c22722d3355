import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { corpusFolder, readManifests } from '../scripts/manifests.ts';
import { lint } from '../src/lint.ts';
import type { Rule } from '../src/rule.ts';
import { suite } from './suite.ts';

/** What a rule needs only saves time: a manifest that lacks it has nothing that the rule would find. */
const everywhere = rules.map(({ needs: _, ...rule }) => rule as Rule);

function hidesNothing(path: string, text: string): void {
  const [saved, all] = [rules, everywhere].map((chosen) => lint(path, text, { rules: chosen, target: 'cloud-run' }));
  assert.equal(saved, all, path);
}

suite('needs', (test) => {
  test('hide nothing in the examples of the rules', () => {
    for (const { id, bad, good } of rules) for (const { yaml } of [...bad, ...good]) hidesNothing(id, yaml);
  });

  test('hide nothing in real manifests', async () => {
    const manifests = [...(await readManifests('examples')), ...(await readManifests(corpusFolder))];
    for (const { path, text } of manifests) hidesNothing(path, text);
  });
});
