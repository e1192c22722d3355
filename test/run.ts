import { resolve } from 'node:path';
import { globby } from 'globby';
import { run } from 'uvu/run';
import { tally } from './tally.ts';

/** `npm test [WORD]...`: runs the test files whose path holds any of the words; all of them without. */
const words = process.argv.slice(2);
const files = (await globby('test/**/*.test.ts')).sort();
const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));

await run(chosen.map((name) => ({ name, file: resolve(name) })));
if (tally.passed + tally.failed === 0) process.exitCode = 1;
console.log(`${tally.passed} passed, ${tally.failed} failed`);
