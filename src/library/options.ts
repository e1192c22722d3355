import { categories } from '../../rules/index.ts';
import type { LintOptions } from '../lint.ts';
import type { Target } from '../model/surroundings.ts';
import { isFile, parseConfig } from '../policy/config.ts';
import { configLayer } from '../policy/layer.ts';
import { lintOptionsOf } from '../policy/lint-options.ts';
import { type Layer, makePolicy, type Policy, policyForFile } from '../policy/policy.ts';
import { type Level, type Profile, profiles } from '../policy/profile.ts';
import { namesOfAll } from '../policy/rule-names.ts';
import { didYouMean } from '../text/suggest.ts';
import { surroundingsOf } from './given.ts';
import { type Options, OptionsError } from './types.ts';

/** Options, ready to lint with. */
export interface Settings {
  /** What findings call the text. */
  readonly path: string;
  /** How it is linted. */
  readonly lint: LintOptions;
  /** What a picture needs to know of it. */
  readonly policy: Policy;
}

/** Reads options. Throws an `OptionsError` where they make no sense. */
export function readOptions(options: Options): Settings {
  const { path = 'service.yaml', profile, rules = {}, target, files } = options;
  requireOneOf('profile', profile, Object.keys(profiles));
  requireOneOf('target', target, ['auto', 'cloud-run'] satisfies Target[]);
  const policy = makePolicy(
    layersOf(options.config),
    { profile: profile as Profile | undefined, target, levels: new Map(Object.entries(rules).map(readLevel)) },
    categories,
  );
  const filePolicy = policyForFile(policy, `/${path}`, categories);
  const around = files && surroundingsOf(path, files, policy);
  return { path, policy, lint: lintOptionsOf(policy, filePolicy, categories, { explicit: true, ...around }) };
}

const known = [...namesOfAll(categories)];

function readLevel([id, level]: [string, Level]): [string, Level] {
  requireOneOf('rules', id, known);
  requireOneOf(`rules.${id}`, level, ['error', 'warning', 'info', 'off']);
  return [id, level];
}

function requireOneOf(option: string, value: string | undefined, values: readonly string[]): void {
  if (value === undefined || values.includes(value)) return;
  const list = values.length > 6 ? '' : ` It is one of ${values.join(', ')}.`;
  throw new OptionsError(`"${option}" cannot be "${value}".${list}${didYouMean(value, values)}`);
}

const configName = 'cloudrun-lint.yaml';

function layersOf(text: string | undefined): readonly Layer[] {
  if (text === undefined) return [];
  const parsed = parseConfig(configName, text, categories);
  if ('problems' in parsed) {
    const [{ on, message }] = parsed.problems as [(typeof parsed.problems)[number]];
    const { line, column } = on.source.position(on.span.start);
    throw new OptionsError(`${configName}:${line}:${column}: ${message}`);
  }
  const { config } = parsed;
  const file = config.extends.find(({ name }) => isFile(name));
  if (file) throw new OptionsError(`The configuration extends "${file.name}", but no file is read here.`);
  const extended = config.extends.map(({ name }) => ({ profile: { value: name as Profile, from: configName } }));
  return [...extended, configLayer(config, '/', categories)];
}
