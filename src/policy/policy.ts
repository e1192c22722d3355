import type { UserProduct } from '../catalogue/user-product.ts';
import type { Severity } from '../diagnostic.ts';
import type { Target } from '../model/surroundings.ts';
import { onceEach } from '../once.ts';
import type { Category, Rule } from '../rule.ts';
import type { Config, Configured } from './config.ts';
import type { PathMatcher } from './glob.ts';
import { byRule, type CompiledOverride } from './overrides.ts';
import { type Level, levelIn, type Profile } from './profile.ts';

/** A configuration file, ready to be asked. */
export interface ConfigLayer {
  /** What the file says. */
  readonly config: Config;
  /** Whether its `exclude` means a path. */
  readonly isExcluded: PathMatcher;
  /** Its `overrides`, in their order. */
  readonly overrides: readonly CompiledOverride[];
  /** From where its globs and paths count: absolute, with forward slashes. */
  readonly folder: string;
}

/** One thing that has a say: a profile, or a configuration file. */
export type Layer = { readonly profile: Configured<Profile> } | ConfigLayer;

/** What the command line says; it counts most. */
export interface AskedSettings {
  /** undefined where it says nothing; so for target and bounds. */
  readonly profile?: Profile | undefined;
  /** By rule or category; empty where it says nothing. */
  readonly levels: ReadonlyMap<string, Level>;
  /** The rules and categories that run, of those that would; all where it is empty or absent. */
  readonly only?: readonly string[];
  /** Which services are linted. */
  readonly target?: Target | undefined;
  /** The mildest severity that makes the run fail. */
  readonly failOn?: Severity | 'never' | undefined;
  /** How many warnings do not make the run fail; a whole number from 0 up. */
  readonly maxWarnings?: number | undefined;
}

/** What holds for the files below one configuration file, or for all where there is none. */
export interface Policy {
  /** The profile that the levels begin with. */
  readonly profile: Configured<Profile>;
  /** The configuration files that have a say, the weakest first. */
  readonly paths: readonly string[];
  /** Every rule. */
  readonly levels: ReadonlyMap<string, Configured<Level>>;
  /** The ids of the rules that may run at all, whatever overrides say; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
  /** The file of known findings: its path as the configuration has it, from the folder that globs count from. */
  readonly baseline: (Configured<string> & { readonly folder: string }) | undefined;
  /** Of all configuration files, the weakest first. */
  readonly overrides: readonly CompiledOverride[];
  /** Whether some configuration file excludes a path. */
  readonly isExcluded: PathMatcher;
  /** The teams' own products, those of the strongest file first. */
  readonly userProducts: readonly UserProduct[];
  /** By rule: where it is locked. */
  readonly locked: ReadonlyMap<string, string>;
  /** Which services are linted; `auto` by default. */
  readonly target: Configured<Target>;
  /** The mildest severity that makes the run fail; `warning` by default, `error` with `maxWarnings`. */
  readonly failOn: Configured<Severity | 'never'>;
  /** How many warnings do not make the run fail; undefined where nobody sets a bound. */
  readonly maxWarnings: Configured<number> | undefined;
}

const byDefault = 'default';
const onCommandLine = 'command line';

/** Lays what configuration files and the command line say over each other. */
export function makePolicy(layers: readonly Layer[], asked: AskedSettings, categories: readonly Category[]): Policy {
  const configs = layers.flatMap((layer) => ('config' in layer ? [layer] : []));
  const profile = asked.profile
    ? { value: asked.profile, from: onCommandLine }
    : (layers.findLast((layer) => 'profile' in layer)?.profile ?? { value: 'recommended' as const, from: byDefault });
  const last = <T>(pick: (config: Config) => T | undefined): T | undefined =>
    configs.map(({ config }) => pick(config)).findLast((value) => value !== undefined);
  const given = <T>(value: T | undefined): Configured<T> | undefined =>
    value === undefined ? undefined : { value, from: onCommandLine };
  const maxWarnings = given(asked.maxWarnings) ?? last((config) => config.maxWarnings);
  const only = idsOf(asked.only ?? [], categories);
  const baseline = configs.findLast(({ config }) => config.baseline !== undefined);
  return {
    profile,
    paths: configs.map(({ config }) => config.path),
    levels: withOnly(layLevels(layers, profile, asked, categories), only),
    only,
    baseline: baseline && { ...baseline.config.baseline!, folder: baseline.folder },
    overrides: configs.flatMap(({ overrides }) => overrides),
    isExcluded: (path) => configs.some(({ isExcluded }) => isExcluded(path)),
    userProducts: configs.toReversed().flatMap(({ config }) => config.catalogue),
    locked: new Map(configs.flatMap(({ config }) => [...byRule(config.locked, categories)])),
    target: given(asked.target) ?? last((config) => config.target) ?? { value: 'auto', from: byDefault },
    failOn: given(asked.failOn) ??
      last((config) => config.failOn) ?? {
        value: maxWarnings ? 'error' : 'warning',
        from: maxWarnings ? maxWarnings.from : byDefault,
      },
    maxWarnings,
  };
}

/** The rules that some names stand for; undefined for no names. */
function idsOf(names: readonly string[], categories: readonly Category[]): ReadonlySet<string> | undefined {
  if (names.length === 0) return undefined;
  return new Set(byRule(new Map(names.map((name) => [name, true])), categories).keys());
}

function withOnly(
  levels: ReadonlyMap<string, Configured<Level>>,
  only: ReadonlySet<string> | undefined,
): ReadonlyMap<string, Configured<Level>> {
  if (!only) return levels;
  const off = { value: 'off', from: onCommandLine } as const;
  return new Map([...levels].map(([id, level]) => [id, only.has(id) ? level : off]));
}

function layLevels(
  layers: readonly Layer[],
  profile: Configured<Profile>,
  asked: AskedSettings,
  categories: readonly Category[],
): ReadonlyMap<string, Configured<Level>> {
  const levels = new Map<string, Configured<Level>>();
  const from = `profile ${profile.value}`;
  for (const { rules } of categories) {
    for (const rule of rules) levels.set(rule.id, { value: levelIn(profile.value, rule), from });
  }
  // A profile decides of every rule, so what stands before the last one counts only where that one does not.
  const last = asked.profile ? -1 : layers.findLastIndex((layer) => 'profile' in layer);
  for (const layer of layers.slice(last + 1)) {
    if ('config' in layer) for (const [id, level] of byRule(layer.config.levels, categories)) levels.set(id, level);
  }
  for (const [id, value] of byRule(asked.levels, categories)) levels.set(id, { value, from: onCommandLine });
  return levels;
}

/** What holds for one file. */
export interface FilePolicy {
  /** The rules that run on it, with the severities that they have unless an override says otherwise. */
  readonly rules: readonly Rule[];
  /** Those whose globs mean the file, in their order. */
  readonly overrides: readonly CompiledOverride[];
  /** Rules that run for the sake of an override alone. */
  readonly off: ReadonlySet<string>;
}

/** By the categories and by which of a policy's overrides hold: most files have the same. */
const filePolicies = onceEach(
  (_: Policy) => new Map<string, FilePolicy & { readonly categories: readonly Category[] }>(),
);

/** @param path absolute, with forward slashes */
export function policyForFile(policy: Policy, path: string, categories: readonly Category[]): FilePolicy {
  const holding = [...policy.overrides.keys()].filter((index) => policy.overrides[index]!.matchesFile(path));
  const ofPolicy = filePolicies(policy);
  const found = ofPolicy.get(holding.join());
  if (found?.categories === categories) return found;
  const overrides = holding.map((index) => policy.overrides[index]!);
  const made = { ...compile(policy, overrides, categories), categories };
  ofPolicy.set(holding.join(), made);
  return made;
}

function compile(policy: Policy, overrides: readonly CompiledOverride[], categories: readonly Category[]): FilePolicy {
  const off = new Set<string>();
  const rules = categories.flatMap((category) =>
    category.rules.flatMap((rule): readonly Rule[] => {
      const level = policy.levels.get(rule.id)?.value ?? rule.severity;
      if (policy.only?.has(rule.id) === false) return [];
      if (level !== 'off') return [level === rule.severity ? rule : { ...rule, severity: level }];
      const raised = overrides.some(({ levels }) => (levels.get(rule.id) ?? 'off') !== 'off');
      if (!raised) return [];
      off.add(rule.id);
      return [rule];
    }),
  );
  return { rules, overrides, off };
}
