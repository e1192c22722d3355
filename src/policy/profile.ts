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

/** What a profile says of a rule. */
export function levelIn(
  profile: Profile,
  { severity, predicts, refused }: Pick<Rule, 'severity' | 'predicts' | 'refused'>,
): Level {
  if (profile === 'deploy') return predicts === undefined && !refused ? 'off' : severity;
  return profile === 'strict' && severity === 'info' ? 'warning' : severity;
}
