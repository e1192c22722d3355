import type { Severity } from '../diagnostic.ts';
import type { Rule } from '../rule.ts';

/** A ready-made choice of rules. */
export type Profile = 'deploy' | 'recommended' | 'strict';

/** The profiles by name, with what each keeps. */
export const profiles: Readonly<Record<Profile, string>> = {
  deploy: 'only rules that predict a refusal by gcloud or Cloud Run',
  recommended: 'every rule at its own severity',
  strict: 'every rule, advice raised to warnings',
};

/** What a team or a command line says of one rule. */
export type Level = Severity | 'off';

/** The rules of a profile, with its severities. */
export function applyProfile(rules: readonly Rule[], profile: Profile): readonly Rule[] {
  switch (profile) {
    case 'deploy':
      return rules.filter((rule) => rule.predicts !== undefined);
    case 'strict':
      return rules.map((rule) => (rule.severity === 'info' ? withSeverity(rule, 'warning') : rule));
    default:
      return rules;
  }
}

/** The rules with other severities by id; those set to `off` are left out. */
export function applyLevels(rules: readonly Rule[], levels: ReadonlyMap<string, Level>): readonly Rule[] {
  if (levels.size === 0) return rules;
  return rules.flatMap((rule) => {
    const level = levels.get(rule.id) ?? rule.severity;
    return level === 'off' ? [] : [level === rule.severity ? rule : withSeverity(rule, level)];
  });
}

function withSeverity(rule: Rule, severity: Severity): Rule {
  return { ...rule, severity };
}
