import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { corpusFolder, readManifests } from '../scripts/manifests.ts';
import { lint } from '../src/lint.ts';
import type { Found } from '../src/needs.ts';
import type { Finding, Rule } from '../src/rule.ts';
import { nearMissesOf } from './near-misses.ts';
import { suite } from './suite.ts';

/** Rules without the mentions that they need: those only save time. */
const everywhere = rules.map(({ needs, ...rule }) => {
  const { mentions: _, ...guards } = needs ?? {};
  return { ...rule, needs: guards } as Rule;
});

function hidesNothing(path: string, text: string): void {
  const [saved, all] = [rules, everywhere].map((chosen) => lint(path, text, { rules: chosen, target: 'cloud-run' }));
  assert.equal(saved, all, path);
}

/** Rules that point at what is missing and may all the same speak where a template line could bring it, and why. */
const speaksAnyway: Readonly<Record<string, string>> = {
  'memory-out-of-range': 'a container tells no default where a template line could bring the limit',
  'missing-field': 'it asks for each object alone whether a template line lies in it',
};

/** Whether a rule says of a manifest that something is not there, by pointing at it. */
function pointsAtNothing(rule: Rule, text: string): boolean {
  let isMissing = false;
  const watched = {
    ...rule,
    *check(resource: never, found: Found): Generator<Finding, void> {
      for (const finding of rule.check(resource, found)) {
        isMissing ||= 'exists' in finding.on && finding.on.exists === false;
        yield finding;
      }
    },
  } as Rule;
  lint('service.yaml', text, { rules: [watched], explicit: true, target: 'cloud-run' });
  return isMissing;
}

suite('needs', (test) => {
  test('say with their mentions only what saves time, in the examples of the rules', () => {
    for (const { id, bad, good } of rules) for (const { yaml } of [...bad, ...good]) hidesNothing(id, yaml);
  });

  test('say with their mentions only what saves time, in real manifests', async () => {
    const manifests = [...(await readManifests('examples')), ...(await readManifests(corpusFolder))];
    for (const { path, text } of manifests) hidesNothing(path, text);
  });

  test('of a rule that points at something missing are the whole text', async () => {
    const bold: string[] = [];
    for (const rule of rules) {
      const { examples } = await nearMissesOf(rule);
      const points = [...rule.bad, ...examples].some(({ yaml }) => pointsAtNothing(rule, yaml));
      if (points && !rule.needs?.wholeText && !(rule.id in speaksAnyway)) bold.push(rule.id);
    }
    assert.equal(bold, []);
  });

  test('make an exception only for rules that need one', () => {
    const excepted = rules.filter(({ id }) => id in speaksAnyway);
    assert.is(excepted.length, Object.keys(speaksAnyway).length);
    for (const { id, needs } of excepted) assert.not.ok(needs?.wholeText, id);
  });
});
