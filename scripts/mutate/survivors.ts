import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceOf } from '../../src/dialect/source-of.ts';
import { type Example, fileNameOf } from '../../src/examples.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import type { Rule } from '../../src/rule.ts';
import { runRules } from '../../src/run-rules.ts';
import { nearMissesOf } from '../../test/near-misses.ts';
import { instrument, leaveOut, type Mutant, withoutNeeds } from './instrument.ts';
import { current, none } from './switch.ts';

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
  const text = await readFile(file, 'utf8');
  const { code, mutants: conditions } = instrument(file, text);
  const mutants = [...conditions, ...withoutNeeds(text, rule.needs)];
  if (mutants.length === 0) return { file, all: 0, survivors: [], stale: [] };
  const [instrumented, { examples, equivalent }] = await Promise.all([load(rule, code), nearMissesOf(rule)]);
  const runs = [...rule.bad, ...rule.good, ...examples].map((example) => prepare(instrumented, example));
  const alive = mutants.filter(({ need }, number) => {
    const changed = need && leaveOut(instrumented, need);
    return !runs.some((run) => (changed ? run.tells(changed) : run.notices(number)));
  });
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

/** One example, read once: what an instrumented rule finds in it. */
interface Run {
  /** Whether it finds something else with the condition of this number replaced. */
  notices(mutant: number): boolean;
  /** Whether another form of the rule finds something else. */
  tells(other: Rule): boolean;
}

function prepare(rule: Rule, example: Example): Run {
  const target = rule.id === 'knative-only' ? 'cloud-run' : 'auto';
  const file = new ManifestFile(sourceOf(fileNameOf(example), example.yaml), { explicit: true, target });
  const run = (rules: readonly Rule[], mutant: number): string => {
    Object.assign(current, { mutant, times: 0 });
    return JSON.stringify(runRules(rules, file, undefined));
  };
  const alone = [rule];
  current.asked = new Set();
  const usual = run(alone, none);
  const { asked } = current;
  return {
    notices: (mutant) => asked.has(mutant) && run(alone, mutant) !== usual,
    tells: (other) => run([other], none) !== usual,
  };
}
