import type { Fix } from './rule.ts';
import type { Text } from './text/say.ts';
import { type Edits, together } from './tree/edit.ts';

/**
 * A fix that changes neither cost nor behaviour beyond the mistake itself. Undefined, so that the finding carries
 * none, where one of its edits could not be made.
 */
export function safeFix(title: Text, ...edits: readonly Edits[]): Fix | undefined {
  return fixOf(title, true, edits);
}

/** A fix that may change cost or behaviour, so that a person has to agree; like `safeFix` otherwise. */
export function unsafeFix(title: Text, ...edits: readonly Edits[]): Fix | undefined {
  return fixOf(title, false, edits);
}

function fixOf(title: Text, safe: boolean, parts: readonly Edits[]): Fix | undefined {
  const edits = together(parts);
  return edits && edits.length > 0 ? { title, safe, edits } : undefined;
}
