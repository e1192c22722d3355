import type { Diagnostic } from '../diagnostic.ts';
import type { Category } from '../rule.ts';
import type { Override } from './config.ts';
import type { PathMatcher } from './glob.ts';
import type { Level } from './profile.ts';
import { namesOf } from './rule-names.ts';

/** An override with its globs compiled and its categories spelt out. */
export interface CompiledOverride {
  /** As the configuration file has it, with its reason and its place. */
  readonly override: Override;
  /** Whether it speaks of a path; of all where it names no files. */
  readonly matchesFile: PathMatcher;
  /** Whether it speaks of a workload's name; undefined where it speaks of all, and of what is about none. */
  readonly matchesService: ((name: string) => boolean) | undefined;
  /** Whether it speaks of a container's name; undefined where it speaks of all, and of what lies in none. */
  readonly matchesContainer: ((name: string) => boolean) | undefined;
  /** By rule alone. */
  readonly levels: ReadonlyMap<string, Level>;
}

/**
 * Levels of rules and categories as levels of rules. What is said of a rule counts more than of its category, and what
 * is said by its own id more than by one that it had before.
 */
export function byRule<T>(levels: ReadonlyMap<string, T>, categories: readonly Category[]): ReadonlyMap<string, T> {
  const result = new Map<string, T>();
  for (const { id, rules } of categories) {
    const level = levels.get(id);
    if (level !== undefined) for (const rule of rules) result.set(rule.id, level);
  }
  for (const { rules } of categories) {
    for (const rule of rules) {
      const name = namesOf(rule).find((candidate) => levels.has(candidate));
      if (name !== undefined) result.set(rule.id, levels.get(name)!);
    }
  }
  return result;
}

/**
 * Gives findings the severities that overrides say, the last that matches counting. Those that one switches off are
 * marked; those of a rule that runs only because some override asks for it are dropped where none does.
 *
 * @param off rules that are off unless an override says otherwise
 */
export function applyOverrides(
  diagnostics: readonly Diagnostic[],
  overrides: readonly CompiledOverride[],
  off: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (overrides.length === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const match = overrides.findLast((candidate) => speaksOf(candidate, diagnostic));
    if (!match) return off.has(diagnostic.rule) ? [] : [diagnostic];
    const level = match.levels.get(diagnostic.rule)!;
    if (level !== 'off') return [{ ...diagnostic, severity: level }];
    if (diagnostic.suppressed) return [diagnostic];
    const { reason } = match.override;
    return [{ ...diagnostic, suppressed: { by: 'config' as const, ...(reason && { reason }) } }];
  });
}

function speaksOf({ levels, matchesService, matchesContainer }: CompiledOverride, diagnostic: Diagnostic): boolean {
  const { rule, subject } = diagnostic;
  if (!levels.has(rule) || rule === 'internal-error') return false;
  if (matchesService && (subject?.name === undefined || !matchesService(subject.name))) return false;
  return !matchesContainer || (subject?.container !== undefined && matchesContainer(subject.container));
}
