import { formatPatch, type StructuredPatch, structuredPatch } from 'diff';
import type { Secrets } from '../secrecy.ts';
import { markBefore } from '../tree/source-text.ts';

/** What changes between two texts of a file. */
export interface UnifiedDiff {
  /** As `git diff` would show it, so that `git apply` and `patch` take it; "" where nothing is shown. */
  readonly patch: string;
  /** How many pieces of it are left out, since they would show a secret. */
  readonly leftOut: number;
}

type Hunk = StructuredPatch['hunks'][number];

const onlyNames = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };

/** How many lines are shown around a change: as many as git shows, or the fewest with which git applies a patch. */
const contextOfGit = 3;
const leastContext = 1;

/**
 * Compares two texts of a file. A piece that would show a secret is shown with less around it, or not at all: with stars
 * in its place nobody could apply it.
 */
export function unifiedDiff(path: string, before: string, after: string, secrets?: Secrets): UnifiedDiff {
  if (before === after) return { patch: '', leftOut: 0 };
  const secret = secrets && linesWith(secrets, before);
  const shows = (hunk: Hunk): boolean => secret !== undefined && isSecret(hunk, secret, secrets!);
  const patchWith = (context: number): StructuredPatch =>
    structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context });
  const whole = patchWith(contextOfGit);
  const patch = whole.hunks.some(shows) ? patchWith(leastContext) : whole;
  const shown = patch.hunks.filter((hunk) => !shows(hunk));
  return {
    patch: shown.length === 0 ? '' : formatPatch({ ...patch, hunks: moved(patch.hunks, shown) }, onlyNames),
    leftOut: patch.hunks.length - shown.length,
  };
}

/** The numbers of the lines that hold a secret, from 1, as `diff` counts them: only LF ends a line. */
function linesWith(secrets: Secrets, text: string): ReadonlySet<number> {
  const body = text.slice(markBefore(text).length);
  const numbers = new Set<number>();
  let line = 1;
  let behind = 0;
  for (const { start, end } of secrets.spansIn(body).toSorted((a, b) => a.start - b.start)) {
    line += breaksIn(body.slice(behind, Math.max(behind, start)));
    behind = Math.max(behind, start);
    const last = line + breaksIn(body.slice(start, end));
    for (let number = line; number <= last; number++) numbers.add(number);
  }
  return numbers;
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function isSecret({ oldStart, lines }: Hunk, secret: ReadonlySet<number>, secrets: Secrets): boolean {
  let at = oldStart;
  for (const line of lines) {
    if (line.startsWith('\\')) continue;
    if (line.startsWith('+')) {
      if (secrets.isIn(line)) return true;
    } else if (secret.has(at++)) return true;
  }
  return false;
}

/** Where the pieces that are shown begin in the new text, which lacks the others. */
function moved(all: readonly Hunk[], shown: readonly Hunk[]): Hunk[] {
  let missing = 0;
  return all.flatMap((hunk) => {
    if (shown.includes(hunk)) return [{ ...hunk, newStart: hunk.newStart - missing }];
    missing += hunk.newLines - hunk.oldLines;
    return [];
  });
}
