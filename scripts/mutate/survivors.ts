import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Example } from '../../src/examples.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import type { Rule } from '../../src/rule.ts';
import { runRules } from '../../src/run-rules.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { nearMissesOf } from '../../test/near-misses.ts';
import { instrument, type Mutant } from './instrument.ts';
import { current } from './switch.ts';

/** How well the examples and near misses of a rule hold its conditions. */
export interface Survey {
  /** The rule's file. */
  readonly file: string;
  /** How many ways there are to replace a condition, without those that are known to make no difference. */
  readonly all: number;
  /** Those that no example notices. */
  readonly survivors: readonly Mutant[];
  /** What `equivalent` names though it does not survive: the condition has gone, or an example notices it after all. */
  readonly stale: readonly string[];
}

/** Replaces one condition of a rule after the other, and sees whether any of its examples comes out differently. */
export async function survey(rule: Rule): Promise<Survey> {
  const file = `rules/${rule.category}/${rule.id}.ts`;
  const { code, mutants } = instrument(file, await readFile(file, 'utf8'));
  if (mutants.length === 0) return { file, all: 0, survivors: [], stale: [] };
  const [instrumented, { examples, equivalent }] = await Promise.all([load(rule, code), nearMissesOf(rule)]);
  const runs = [...rule.bad, ...rule.good, ...examples].map((example) => prepare(instrumented, example));
  const alive = mutants.filter((_, mutant) => !runs.some((run) => run.notices(mutant)));
  const known = new Set(Object.keys(equivalent));
  const equal = alive.filter(({ text }) => known.has(text));
  const found = new Set(equal.map(({ text }) => text));
  return {
    file,
    all: mutants.length - equal.length,
    survivors: alive.filter(({ text }) => !known.has(text)),
    stale: [...known].filter((text) => !found.has(text)),
  };
}

/** Loads changed code of a rule from a place outside, with its imports bound to the modules that run already. */
async function load({ category }: Rule, code: string): Promise<Rule> {
  const folder = await mkdtemp(join(tmpdir(), 'mutate-'));
  const bound = code.replace(/ from '(\.[^']+)'/g, (_, path: string) => {
    return ` from '${pathToFileURL(resolve('rules', category, path))}'`;
  });
  const own = `import { replaced } from '${new URL('./switch.ts', import.meta.url)}';`;
  try {
    const file = join(folder, 'rule.mts');
    await writeFile(file, `${own}\n${bound}`);
    const { default: rule } = await import(pathToFileURL(file).href);
    return { ...rule, category };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One example, read once: what the rule finds in it, and whether a mutant changes that. */
function prepare(rule: Rule, { yaml }: Example): { notices(mutant: number): boolean } {
  const chosen = [rule];
  const target = rule.id === 'knative-only' ? 'cloud-run' : 'auto';
  const file = new ManifestFile(new YamlSource('service.yaml', yaml), { explicit: true, target });
  const run = (mutant: number): string => {
    Object.assign(current, { mutant, times: 0 });
    return JSON.stringify(runRules(chosen, file, undefined));
  };
  current.asked = new Set();
  const usual = run(-1);
  const { asked } = current;
  return { notices: (mutant) => asked.has(mutant) && run(mutant) !== usual };
}
