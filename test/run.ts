import { resolve } from 'node:path';
import { globby } from 'globby';
import { run } from 'uvu/run';
import { rules } from '../rules/index.ts';
import { selection, tally } from './tally.ts';

/**
 * `npm test [WORD]...`: runs the test files whose path holds a word, and for the id of a rule or category the tests of
 * these rules; everything without a word.
 */
const words = process.argv.slice(2);
const files = (await globby('test/**/*.test.ts')).sort();
const chosen = rules.filter(({ id, category }) => words.includes(id) || words.includes(category)).map(({ id }) => id);
const isNamed = (file: string): boolean => words.length === 0 || words.some((word) => file.includes(word));

/** The files whose tests name in their titles the rule that they are about. */
const ofRules = ['test/fixes/text.test.ts', 'test/mutants.test.ts', 'test/rules.test.ts', 'test/rules/names.test.ts'];

function* suites() {
  for (const name of files) {
    if (!isNamed(name) && !(chosen.length > 0 && ofRules.includes(name))) continue;
    selection.rules = isNamed(name) ? undefined : chosen;
    yield { name, file: resolve(name) };
  }
}

await run(suites() as unknown as Parameters<typeof run>[0]);
if (tally.passed + tally.failed === 0) process.exitCode = 1;
for (const word of words) {
  const isKnown = rules.some(({ id, category }) => id === word || category === word);
  if (!isKnown && !files.some((file) => file.includes(word))) {
    console.log(`No rule or category is called "${word}", and no test file's path holds it.`);
  }
}
for (const failure of tally.failures) console.log(`FAILED ${failure}`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
