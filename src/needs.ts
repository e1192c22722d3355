import type { Role } from './catalogue/product.ts';
import { instanceOf } from './instance/instance.ts';
import type { Workload } from './model/workload.ts';

/**
 * What a workload must hold for a rule to have anything to say of it; all that is given here has to hold. A rule is not
 * run where it does not, so that most rules cost most files nothing. Leaving it out changes no finding.
 */
export interface Needs {
  /** Keys or whole values of which the document writes at least one, anywhere. */
  readonly words?: readonly string[];
  /** Two containers or more. */
  readonly sidecars?: true;
  /** Some container has such a role. */
  readonly role?: (role: Role) => boolean;
}

/** Whether a rule that needs this may find something in the workload. The cheapest question comes first. */
export function mayConcern({ words, sidecars, role }: Needs, workload: Workload): boolean {
  if (sidecars && workload.containers.length < 2) return false;
  if (words && !holdsAny(workload.words, words)) return false;
  return !role || instanceOf(workload).members.some((member) => role(member.role));
}

function holdsAny(written: ReadonlySet<string>, words: readonly string[]): boolean {
  for (const word of words) if (written.has(word)) return true;
  return false;
}
