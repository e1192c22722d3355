import type { Diagnostic } from '../diagnostic.ts';

/** How often each fingerprint was found in a file when the baseline was made. */
export type Entries = ReadonlyMap<string, number>;

/** The findings that a team has decided to live with for now, by the path of their file. */
export type Baseline = ReadonlyMap<string, Entries>;

/** A file's findings beside its baseline. */
export interface Compared {
  /** Those in the baseline are marked. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings the baseline has that are no longer there. */
  readonly stale: number;
}

/** Reads a baseline file; undefined where the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (!isObject(content) || content.version !== 1 || !isObject(content.files)) return undefined;
  const baseline = new Map<string, Entries>();
  for (const [path, entries] of Object.entries(content.files)) {
    if (!isObject(entries) || !Object.values(entries).every(isCount)) return undefined;
    baseline.set(path, new Map(Object.entries(entries) as [string, number][]));
  }
  return baseline;
}

/** A baseline as text: in the order of its keys, so that two branches that change it seldom meet. */
export function writeBaseline(baseline: Baseline): string {
  const files = Object.fromEntries(
    sorted(baseline).map(([path, entries]) => [path, Object.fromEntries(sorted(entries))]),
  );
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}

/**
 * Marks the findings that the baseline holds. A fingerprint names rule, object and place, with names for list
 * positions; where it was found twice and is found three times now, the third one is new.
 *
 * @param namesOfRule what the baseline may call a rule: its own id first, then those that it had before
 */
export function compare(
  diagnostics: readonly Diagnostic[],
  entries: Entries = new Map(),
  namesOfRule: ReadonlyMap<string, readonly string[]> = new Map(),
): Compared {
  const left = new Map(entries);
  const marked = diagnostics.map((diagnostic) => {
    const { fingerprint, rule } = diagnostic;
    const names = namesOfRule.get(rule) ?? [rule];
    const known = names.map((name) => name + fingerprint.slice(rule.length)).find((candidate) => left.get(candidate));
    if (known === undefined || !isRecorded(diagnostic)) return diagnostic;
    left.set(known, left.get(known)! - 1);
    return { ...diagnostic, suppressed: { by: 'baseline' as const } };
  });
  return { diagnostics: marked, stale: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

/** What the next baseline holds of a file's findings: all that neither a comment nor the configuration suppresses. */
export function record(diagnostics: readonly Diagnostic[]): Entries {
  const entries = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    if (!isRecorded(diagnostic)) continue;
    entries.set(diagnostic.fingerprint, (entries.get(diagnostic.fingerprint) ?? 0) + 1);
  }
  return entries;
}

/** A crashed rule is never taken for granted. */
function isRecorded({ rule, suppressed }: Diagnostic): boolean {
  return (suppressed === undefined || suppressed.by === 'baseline') && rule !== 'internal-error';
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}
