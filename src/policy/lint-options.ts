import type { LintOptions } from '../lint.ts';
import type { Category } from '../rule.ts';
import type { FilePolicy, Policy } from './policy.ts';
import { namesOfRules } from './rule-names.ts';

/**
 * What holds for a file, as linting it takes it.
 *
 * @param absoluteOf where a file lies that findings name by this path, with forward slashes
 */
export function lintOptionsOf(
  { locked, target, userProducts }: Policy,
  { rules, overrides, off, overridesElsewhere }: FilePolicy,
  categories: readonly Category[],
  input: Pick<LintOptions, 'explicit' | 'ignoreComments' | 'deployer' | 'isPatch' | 'moduleFiles' | 'timing'>,
  absoluteOf: (path: string) => string = (path) => path,
): LintOptions {
  const decided = { rules, overrides, off, knownRules: namesOfRules(categories), locked: new Set(locked.keys()) };
  return {
    ...input,
    ...decided,
    overridesElsewhere: (path) => overridesElsewhere(absoluteOf(path)),
    target: target.value,
    userProducts,
  };
}
