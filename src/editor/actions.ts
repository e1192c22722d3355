import type { Diagnostic, TextEdit } from '../diagnostic.ts';
import { fixableAt } from '../policy/fix.ts';
import type { Span } from '../tree/span.ts';
import { touches } from './field-at.ts';
import { ignoreEdit } from './ignore-edit.ts';
import type { Snapshot } from './open-file.ts';

/** Something that an editor offers at a place. */
export interface Action {
  /** For a menu, in the imperative. */
  readonly title: string;
  /** The finding that it does away with. */
  readonly finding: Diagnostic;
  /** Whether it is what a person most likely wants: a fix that changes neither cost nor behaviour. */
  readonly isPreferred: boolean;
  /** In order; none meets another. */
  readonly edits: readonly TextEdit[];
  /** Where the cursor belongs afterwards, in the changed text; absent where it need not move. */
  readonly cursor?: number;
}

/** The fixes of what is found at a place, the narrowest finding first. */
export function fixesAt({ diagnostics, blanked }: Snapshot, place: Span): readonly Action[] {
  return fixableAt(diagnostics, place).flatMap((finding) => {
    const { title, safe, edits } = finding.fix!;
    if (blanked && edits.some((edit) => edit.start <= blanked.end && blanked.start <= edit.end)) return [];
    return [{ title: safe ? title : `${title} (may change cost or behaviour)`, finding, isPreferred: safe, edits }];
  });
}

/** Comments that silence what is found at a place, once a rule; left out where no comment can do it. */
export function ignoresAt(snapshot: Snapshot, place: Span): readonly Action[] {
  if (snapshot.blanked) return [];
  const rules = new Set<string>();
  return snapshot.diagnostics.flatMap((finding) => {
    const { rule, span, suppressed } = finding;
    if (suppressed || rules.has(rule) || !(touches(place, span.start) || touches(span, place.start))) return [];
    rules.add(rule);
    const found = ignoreEdit(snapshot, finding);
    return found ? [{ title: `Ignore ${rule} here, with a reason`, finding, isPreferred: false, ...found }] : [];
  });
}
