import { rules } from '../../rules/index.ts';
import { service } from '../bench/generate.ts';
import { corpusFolder, readManifests } from '../manifests.ts';
import { Random } from '../random.ts';
import { mutate } from './mutate.ts';

/** The texts to begin from: every example of every rule, our example services, and real ones where they are there. */
export async function readSeeds(): Promise<readonly string[]> {
  const examples = rules.flatMap(({ bad, good }) => [...bad, ...good].map(({ yaml }) => yaml));
  const manifests = [...(await readManifests('examples')), ...(await readManifests(corpusFolder))];
  return [
    ...examples,
    service(),
    service({ containers: 4, volumes: 2, traffic: 2 }),
    ...manifests.map(({ text }) => text),
  ];
}

/** One text to try. */
export interface Input {
  readonly text: string;
  /** Decides all further choices about this input. */
  readonly random: Random;
}

/** The input of a number: the same run, number and seeds give the same text. */
export function makeInput(seeds: readonly string[], run: number, number: number): Input {
  const random = new Random(Math.imul(run, 0x01000193) ^ Math.imul(number, 0x9e3779b1));
  const text = random.pick(seeds);
  return { text: mutate(text, random.pick(seeds), random), random };
}
