import type { LintOptions } from '../lint.ts';
import { onceEach } from '../once.ts';
import type { Category } from '../rule.ts';
import { namesOf } from './ignore.ts';
import type { FilePolicy, Policy } from './policy.ts';

/** What holds for a file, as linting it takes it. */
export function lintOptionsOf(
  { locked, target, userProducts }: Policy,
  { rules, overrides, off }: FilePolicy,
  categories: readonly Category[],
  input: Pick<LintOptions, 'explicit' | 'ignoreComments' | 'deployer' | 'isPatch' | 'moduleFiles' | 'timing'>,
): LintOptions {
  const decided = { rules, overrides, off, knownRules: namesIn(categories), locked: new Set(locked.keys()) };
  return { ...input, ...decided, target: target.value, userProducts };
}

const namesIn = onceEach((categories: readonly Category[]) => namesOf(categories.flatMap(({ rules }) => rules)));
