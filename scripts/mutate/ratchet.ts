import { existsSync, readFileSync } from 'node:fs';
import type { Survey } from './survivors.ts';

/** Where it is written down how many conditions of each rule no example notices. */
export const ratchetFile = 'test/mutants.out';

/** The share of its conditions that a new rule may leave unnoticed. */
const leastOfNew = 0.15;

/** What is written down: by the rule's file. */
export function readRatchet(): ReadonlyMap<string, number> {
  if (!existsSync(ratchetFile)) return new Map();
  const lines = readFileSync(ratchetFile, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
}

/** How many conditions of a rule may survive. */
export function allowed(ratchet: ReadonlyMap<string, number>, { file, all }: Survey): number {
  return ratchet.get(file) ?? Math.floor(all * leastOfNew);
}

/** The file anew, a line a rule that has survivors. A number never rises by this: only by hand, with a reason. */
export function writeRatchet(ratchet: ReadonlyMap<string, number>, surveys: readonly Survey[]): string {
  return surveys
    .map((survey) => ({ ...survey, alive: Math.min(survey.survivors.length, allowed(ratchet, survey)) }))
    .filter(({ all }) => all > 0)
    .map(({ file, alive, all }) => `${file} ${alive} of ${all}\n`)
    .join('');
}
