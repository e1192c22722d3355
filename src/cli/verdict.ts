import { atLeast, type Diagnostic, type Severity } from '../diagnostic.ts';
import { foundIn } from '../format/phrases.ts';
import type { Policy } from '../policy/policy.ts';
import { listOf, plural } from '../text/sentences.ts';

/** Whether the findings of a run make it fail. Each finding is judged by what holds for its file. */
export class Verdict {
  readonly #counting = { error: 0, warning: 0, info: 0 };
  readonly #warnings = new Map<Policy, number>();
  readonly #bars = new Set<string>();

  /** Takes in what was found in a file. */
  add(diagnostics: readonly Diagnostic[], policy: Policy): void {
    for (const diagnostic of diagnostics) {
      const { severity, suppressed } = diagnostic;
      if (suppressed) continue;
      if (severity === 'warning') this.#warnings.set(policy, (this.#warnings.get(policy) ?? 0) + 1);
      if (!counts(severity, policy)) continue;
      this.#counting[severity]++;
      this.#bars.add(describe('fail-on', policy.failOn));
    }
  }

  /** Why the run fails, as a clause; undefined if it does not. */
  get failure(): string | undefined {
    const reasons: string[] = [];
    const { error: errors, warning: warnings, info: infos } = this.#counting;
    const found = foundIn({ errors, warnings, infos });
    if (found.length > 0) reasons.push(`${listOf(found)} (${[...this.#bars].join('; ')})`);
    for (const [{ maxWarnings }, count] of this.#warnings) {
      if (maxWarnings === undefined || count <= maxWarnings.value) continue;
      reasons.push(`${plural(count, 'warning')}, more than allowed (${describe('max-warnings', maxWarnings)})`);
    }
    return reasons.length === 0 ? undefined : reasons.join('; ');
  }
}

/** Whether a finding of this severity makes the run fail by itself. */
function counts(severity: Severity, { failOn }: Policy): boolean {
  return failOn.value !== 'never' && atLeast(severity, failOn.value);
}

/** Whether a finding is reported where only what makes the run fail is wanted. What is suppressed is counted as ever. */
export function matters({ severity, suppressed }: Diagnostic, policy: Policy): boolean {
  return (
    suppressed !== undefined ||
    counts(severity, policy) ||
    severity === 'error' ||
    (severity === 'warning' && policy.maxWarnings !== undefined)
  );
}

function describe(name: string, { value, from }: { readonly value: string | number; readonly from: string }): string {
  return from === 'default' || from === 'command line' ? `${name} ${value}` : `${name} ${value}, ${from}`;
}
