import type { Diagnostic } from '../diagnostic.ts';
import { markBefore } from '../tree/source-text.ts';
import type { Span } from '../tree/span.ts';
import { EditSet } from './apply-edits.ts';

/** What is to be fixed, and how the outcome is judged. */
export interface FixOptions {
  /** Whether fixes that may change cost or behaviour are made too. */
  readonly unsafe: boolean;
  /** Finds what is wrong with a text; called for every text that is tried. Must give the same for the same text. */
  readonly lint: (text: string) => readonly Diagnostic[];
}

/** What came of fixing a text. */
export interface Fixed {
  /** With all fixes that were kept; a byte order mark stays. */
  readonly text: string;
  /** The findings that were fixed, pass by pass, as they stood in the text of their pass. */
  readonly applied: readonly Diagnostic[];
  /** Those whose fix was not kept, because the text could not be read after it or had a new error. */
  readonly refused: readonly Diagnostic[];
  /** What is still found in the fixed text. */
  readonly diagnostics: readonly Diagnostic[];
  /** False if there was more to fix after the last pass, so that another run would go on. */
  readonly isComplete: boolean;
}

/** No file needs as many; a rule whose fix brings the finding back would go on for ever. */
const maxPasses = 32;

/** So many UTF-16 units are linted for one text, if need be again and again; a long text once more at least. */
const mostLinted = 2_000_000;

/** What may still be spent on trying fixes. */
class Budget {
  readonly #once: number;
  #left: number;

  constructor(text: string) {
    this.#once = text.length;
    this.#left = Math.max(mostLinted - text.length, this.#once);
  }

  /** Whether the text cannot be linted once more. */
  get isSpent(): boolean {
    return this.#left < this.#once;
  }

  spend(text: string): void {
    this.#left -= text.length;
  }
}

/**
 * Fixes a text in passes until nothing is left to fix: of fixes that meet each other, the later ones wait for
 * the next pass. Suppressed findings are left alone. Each fix is made wholly or not at all, and none is kept that
 * makes the text unreadable or brings an error that was not there before.
 */
export function fixText(text: string, options: FixOptions): Fixed {
  const mark = markBefore(text);
  const applied: Diagnostic[] = [];
  const refused = new Map<string, Diagnostic>();
  const seen = new Set<string>();
  let body = text.slice(mark.length);
  let diagnostics = options.lint(mark + body);
  let isComplete = false;
  const budget = new Budget(text);
  for (let pass = 0; pass < maxPasses; pass++) {
    seen.add(body);
    const chosen = choose(diagnostics, options.unsafe, refused);
    isComplete = chosen.length === 0;
    if (isComplete) break;
    const kept = new Trial(mark, body, diagnostics, options, budget).keep(chosen);
    if (!kept) {
      if (budget.isSpent) break;
      for (const diagnostic of chosen) refused.set(identityOf(diagnostic), diagnostic);
      continue;
    }
    isComplete = seen.has(kept.body);
    if (isComplete) break;
    // What could not be fixed beside the others may be possible after them.
    refused.clear();
    for (const diagnostic of kept.fixed) applied.push(diagnostic);
    body = kept.body;
    diagnostics = kept.diagnostics;
  }
  return { text: mark + body, applied, refused: [...refused.values()], diagnostics, isComplete };
}

/**
 * The findings whose fix an editor offers at a place, such as the cursor or what is selected: those that touch it or
 * whose fix changes something there. The narrowest first; suppressed ones are left out.
 */
export function fixableAt(diagnostics: readonly Diagnostic[], place: Span): readonly Diagnostic[] {
  const touches = ({ start, end }: Span): boolean => start <= place.end && place.start <= end;
  return diagnostics
    .filter(({ fix, suppressed, span }) => fix && !suppressed && (touches(span) || fix.edits.some(touches)))
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** The fixes of one pass: from the start of the text on, as many as do not meet each other. */
function choose(
  diagnostics: readonly Diagnostic[],
  unsafe: boolean,
  refused: ReadonlyMap<string, Diagnostic>,
): readonly Diagnostic[] {
  const taken = new EditSet();
  return diagnostics.filter((diagnostic) => {
    const { fix, suppressed } = diagnostic;
    if (!fix || suppressed || !(fix.safe || unsafe) || refused.has(identityOf(diagnostic))) return false;
    return taken.add(fix.edits);
  });
}

/** Fixes that do no harm together, and what the text is with them. */
interface Kept {
  readonly fixed: readonly Diagnostic[];
  readonly body: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tries fixes on one text. */
class Trial {
  readonly #mark: string;
  readonly #body: string;
  readonly #options: FixOptions;
  readonly #errors: ReadonlyMap<string, number>;
  readonly #budget: Budget;

  constructor(mark: string, body: string, before: readonly Diagnostic[], options: FixOptions, budget: Budget) {
    this.#mark = mark;
    this.#body = body;
    this.#options = options;
    this.#errors = countErrors(before);
    this.#budget = budget;
  }

  /** All of the fixes if they do no harm together; else those of each half that do none, if these get along. */
  keep(chosen: readonly Diagnostic[]): Kept | undefined {
    const all = this.#attempt(chosen);
    if (all || chosen.length === 1) return all;
    const middle = chosen.length >> 1;
    const first = this.keep(chosen.slice(0, middle));
    const second = this.keep(chosen.slice(middle));
    if (!first || !second) return first ?? second;
    return this.#attempt([...first.fixed, ...second.fixed]) ?? first;
  }

  #attempt(fixed: readonly Diagnostic[]): Kept | undefined {
    if (this.#budget.isSpent) return undefined;
    const edits = new EditSet();
    for (const { fix } of fixed) edits.add(fix!.edits);
    const body = edits.applyTo(this.#body);
    this.#budget.spend(body);
    const diagnostics = this.#options.lint(this.#mark + body);
    for (const [rule, count] of countErrors(diagnostics)) {
      if (count > (this.#errors.get(rule) ?? 0)) return undefined;
    }
    return { fixed, body, diagnostics };
  }
}

/**
 * How many errors each rule found. Suppressed ones count too: a fix must not hide behind a comment. Errors are told
 * apart by rule alone, since a fix may change what others say of the same place and where it is.
 */
function countErrors(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of diagnostics) {
    if (severity === 'error' || rule === 'yaml-syntax') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

function identityOf({ fingerprint, message, fix }: Diagnostic): string {
  return JSON.stringify([fingerprint, message, fix?.title]);
}
