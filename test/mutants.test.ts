import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { allowed, ratchetFile, readRatchet } from '../scripts/mutate/ratchet.ts';
import { survey } from '../scripts/mutate/survivors.ts';
import { suite } from './suite.ts';

const ratchet = readRatchet();

/** Every condition of every rule is replaced here, for it takes seconds: conditions that no example asks are not run. */
suite('mutants', (test) => {
  for (const rule of rules) {
    test(`conditions of ${rule.id} that no example notices get no more`, async () => {
      const found = await survey(rule);
      assert.equal(found.stale, [], `listed as equivalent in the near misses of ${rule.id}, but noticed or gone`);
      if (found.survivors.length <= allowed(ratchet, found)) return;
      const places = found.survivors.map(({ line, text }) => `${found.file}:${line}: ${text}`);
      const advice = `${ratchetFile} allows ${allowed(ratchet, found)}: write near misses that notice them`;
      assert.unreachable(`${places.join('\n')}\n${advice}`);
    });
  }

  test('are written down for rules alone that exist', () => {
    const files = new Set(rules.map(({ id, category }) => `rules/${category}/${id}.ts`));
    assert.equal(
      [...ratchet.keys()].filter((file) => !files.has(file)),
      [],
      'npm run generate takes them out',
    );
  });
});
