import { writeFileSync } from 'node:fs';
import { rules } from '../rules/index.ts';
import { ratchetFile, readRatchet, writeRatchet } from './mutate/ratchet.ts';
import { type Survey, survey } from './mutate/survivors.ts';

/**
 * `npm run mutate [RULE|CATEGORY]...`: replaces every condition of a rule by a constant, one at a time, and prints those
 * that none of its examples and near misses notices. `--ratchet` prints nothing and lowers the numbers in the ratchet.
 */
const words = process.argv.slice(2).filter((word) => word !== '--ratchet');
const chosen = rules.filter(({ id, category }) => words.length === 0 || words.includes(id) || words.includes(category));
if (chosen.length === 0) {
  console.error(`No rule or category is called ${words.map((word) => `"${word}"`).join(' or ')}.`);
  process.exit(2);
}
const surveys: Survey[] = [];
for (const rule of chosen) surveys.push(await survey(rule));
if (process.argv.includes('--ratchet')) writeFileSync(ratchetFile, writeRatchet(readRatchet(), surveys));
else print();

function print(): void {
  for (const { file, survivors, stale } of surveys) {
    for (const { line, text } of survivors) console.log(`${file}:${line}: ${text}`);
    for (const text of stale) console.log(`${file}: "${text}" is noticed or gone, but listed as equivalent`);
  }
  const all = surveys.reduce((sum, found) => sum + found.all, 0);
  const alive = surveys.reduce((sum, { survivors }) => sum + survivors.length, 0);
  console.log(`${all - alive} of ${all} are noticed (${((100 * (all - alive)) / Math.max(all, 1)).toFixed(1)} %)`);
}
