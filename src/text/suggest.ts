import { distance } from 'fastest-levenshtein';

/** Of more candidates none is looked at: nobody knows them by heart, and each wrong word is compared with all. */
const mostCandidates = 1000;

/**
 * What a person probably meant: the candidate that differs least from `word`, apart from case, and by no more than a
 * third of its letters (by one in a short word), nor by more than `most`; undefined where nothing is near.
 */
export function suggest(word: string, candidates: Iterable<string>, most = 20): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.min(most, Math.max(1, Math.floor(Math.min(wanted.length, 60) / 3))) + 1;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > mostCandidates) return undefined;
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const differs = distance(wanted, candidate.toLowerCase());
    if (differs < least) {
      least = differs;
      best = candidate;
    }
  }
  return best;
}

/**
 * ` Did you mean "X"?`, or nothing where there is no guess; for the end of a message. The one candidate that goes on where
 * the word ends is a guess too.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  const longer = word.length < 3 ? [] : all.filter((candidate) => candidate.startsWith(word.toLowerCase()));
  const guess = suggest(word, all) ?? (longer.length === 1 ? longer[0] : undefined);
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}
