import { readFileSync } from 'node:fs';
import { globby } from 'globby';
import { rules } from '../../rules/index.ts';
import { sourceOf } from '../../src/dialect/source-of.ts';
import { mayBeCloudRun } from '../../src/model/recognise.ts';
import { service } from '../bench/generate.ts';
import { corpusFolder, readManifests, readTerraform } from '../manifests.ts';
import { Random } from '../random.ts';
import { enlarge } from './enlarge.ts';
import { makeBeside } from './make-beside.ts';
import { makeTree } from './make-tree.ts';
import { mutate } from './mutate.ts';
import { mutateJson } from './mutate-json.ts';
import { mutateText } from './mutate-text.ts';
import { baselineText, configTexts } from './settings.ts';

/** The texts to begin from. */
export interface Seeds {
  /** Every example of every rule, our example services, generated ones, and real ones where they are there. */
  readonly cloudRun: readonly string[];
  /** Terraform files: examples, and real ones where they are there. */
  readonly terraform: readonly string[];
  /** Objects of the v2 API and of Config Connector in YAML and JSON. */
  readonly v2: readonly string[];
  /** YAML of others, of which less can be said. */
  readonly others: readonly string[];
}

/** Reads the seeds. Their order is fixed as long as no rule and no file changes. */
export async function readSeeds(): Promise<Seeds> {
  const examples = rules.flatMap(({ bad, good }) =>
    [...bad, ...good].filter(({ language }) => !language).map(({ yaml }) => yaml),
  );
  const manifests = [...(await readManifests('examples')), ...(await readManifests(corpusFolder))];
  const generated = [service(), service({ containers: 4, volumes: 2, traffic: 2 })];
  const texts = [...examples, ...generated, ...manifests.map(({ text }) => text)];
  const terraform = [
    ...rules.flatMap(({ bad, good }) => [...bad, ...good].filter(({ language }) => language).map(({ yaml }) => yaml)),
    ...(await readTerraform('examples')),
    ...(await readTerraform(corpusFolder)),
  ];
  const json = (await globby('examples/*/*.json')).sort().map((path) => readFileSync(path, 'utf8'));
  const rest = [...texts, ...json].filter((text) => !mayBeCloudRun(text));
  const isV2 = (text: string): boolean =>
    sourceOf('object.yaml', text).documents.some(({ root }) => root?.kind === 'map' && root.isTranslated);
  return {
    terraform,
    cloudRun: texts.filter(mayBeCloudRun),
    v2: rest.filter(isV2),
    others: rest.filter((text) => !isV2(text)),
  };
}

/** One text to try, and what it is taken for. */
export interface Input {
  /** Decides what is checked of it. */
  readonly kind: 'manifest' | 'terraform' | 'config' | 'baseline' | 'large' | 'tree' | 'beside';
  /** What came of the seeds; seldom valid. */
  readonly text: string;
  /** Decides all further choices about this input. */
  readonly random: Random;
}

/** The input of a number: the same run, number and seeds give the same text. `only`: of this kind alone. */
export function makeInput(seeds: Seeds, run: number, number: number, only?: Input['kind']): Input {
  const random = new Random(Math.imul(run, 0x01000193) ^ Math.imul(number, 0x9e3779b1));
  if (only === 'beside') return { kind: 'beside', text: makeBeside(random), random };
  const { cloudRun, others, terraform, v2 } = seeds;
  switch (random.below(32)) {
    case 0:
      return { kind: 'config', text: mutate(random.pick(configTexts), random.pick(configTexts), random), random };
    case 1:
      return { kind: 'baseline', text: mutateJson(baselineText, random), random };
    case 2:
    case 3:
    case 4: {
      const [one, other] = [pickShort(terraform, random), pickShort(terraform, random)];
      return { kind: 'terraform', text: mutateText(one, other, random), random };
    }
    case 5:
      return { kind: 'beside', text: makeBeside(random), random };
  }
  if (random.below(10) === 0)
    return { kind: 'manifest', text: mutate(random.pick(v2), random.pick(v2), random), random };
  if (random.below(16) === 0) return { kind: 'tree', text: makeTree(random), random };
  const pick = (): string => pickShort(random.below(8) === 0 && others.length > 0 ? others : cloudRun, random);
  if (random.below(512) === 0) {
    const text = random.below(4) === 0 ? pickShort(terraform, random) : pick();
    return { kind: 'large', text: enlarge(text, random), random };
  }
  return { kind: 'manifest', text: mutate(pick(), pick(), random), random };
}

/** The shorter one of two: long texts cost much and show no more. */
function pickShort(texts: readonly string[], random: Random): string {
  const [one, two] = [random.pick(texts), random.pick(texts)];
  return one.length < two.length ? one : two;
}
