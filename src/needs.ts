import type { Role } from './catalogue/product.ts';
import { instanceOf } from './instance/instance.ts';
import type { Member } from './instance/member.ts';
import type { Workload } from './model/workload.ts';

/**
 * What a workload must be for a rule to be asked; all that is given here has to hold. A rule may rely on it, and has no
 * guard of its own against what is said here.
 */
export interface Needs {
  /** Keys or whole values of which the document writes at least one, anywhere: so that the rule costs others nothing. */
  readonly mentions?: readonly string[];
  /** A file beside the manifest may say what is mentioned, too: then two containers are enough, if such files can be read. */
  readonly beside?: true;
  /** Two containers or more. */
  readonly sidecars?: true;
  /** No line of a template that may bring what is missing: for rules that speak of what is absent, or of all there is. */
  readonly wholeText?: true;
  /** Some container has such a role: it is among `matching`. */
  readonly role?: (role: Role) => boolean;
  /** Only a container whose role is certain counts; with `role`. */
  readonly certain?: true;
}

/** What was found on the way to a rule. */
export interface Found {
  /** The containers with the role that the rule needs, in the order of the file; [] for a rule that needs none. */
  readonly matching: readonly Member[];
}

/** Of a rule without needs. */
export const nothing: Found = { matching: [] };

/** Whether a rule that needs this is asked about the workload: undefined where it is not. The cheapest question first. */
export function meet(needs: Needs | undefined, workload: Workload): Found | undefined {
  if (!needs) return nothing;
  const { mentions, beside, sidecars, wholeText, role, certain } = needs;
  if (sidecars && workload.containers.length < 2) return undefined;
  if (wholeText && workload.mayHoldMore) return undefined;
  const mayBeSaidBeside = beside && workload.containers.length > 1 && workload.surroundings.filesAround !== undefined;
  if (mentions && !mayBeSaidBeside && !mentions.some((text) => workload.mentions(text))) return undefined;
  if (!role) return nothing;
  const matching = instanceOf(workload).members.filter((member) => {
    return role(member.role) && (!certain || member.isCertain);
  });
  return matching.length > 0 ? { matching } : undefined;
}
