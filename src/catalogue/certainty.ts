/** How much can be built on a statement: an error needs `certain`, a warning `likely`; a `guess` yields to anything else. */
export type Certainty = 'guess' | 'likely' | 'certain';

/**
 * How well a fact of the catalogue is known: read in source code or the vendor's documentation; from one secondary
 * source, or inferred; general knowledge, which is never the ground of an error.
 */
export type Confidence = 'source' | 'secondary' | 'general';

const order: readonly Certainty[] = ['guess', 'likely', 'certain'];

/** The certainty of what rests on both. */
export function weaker(one: Certainty, other: Certainty): Certainty {
  return order[Math.min(rankOf(one), rankOf(other))]!;
}

/** Greater for what is more certain, for comparing; from 0 to 2. */
export function rankOf(certainty: Certainty): number {
  return order.indexOf(certainty);
}

/** The most that can be built on a fact that is known so well. */
export const certaintyBy: Readonly<Record<Confidence, Certainty>> = {
  source: 'certain',
  secondary: 'likely',
  general: 'guess',
};
