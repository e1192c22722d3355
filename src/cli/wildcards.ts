/** What is told of a pattern that is not followed, behind its name. */
export const manyWildcards = 'has more wildcards than are followed';

/**
 * Whether a pattern could make those hang who follow it by trying: more than three stars in one name, more than two for
 * any folders, a group with a quantifier (`+(a)`), braces that stand for more than a hundred patterns or for a row of
 * numbers, or a length that no pattern needs.
 */
export function hasManyWildcards(pattern: string): boolean {
  if (!/[*({]/.test(pattern)) return false;
  if (pattern.length > 1000 || /[?*+@!]\(/.test(pattern) || hasManyAlternatives(pattern)) return true;
  const parts = pattern.split('/');
  const folders = parts.filter((part) => /^\*{2,}$/.test(part));
  return folders.length > 2 || parts.some((part) => part.split(/\*+/).length > 4);
}

/** A pattern with braces is followed once for each that they may stand for. */
const mostAlternatives = 100;

/** Counts from above: as if each pair of braces had all the commas of the pattern up to the next one that opens. */
function hasManyAlternatives(pattern: string): boolean {
  let alternatives = 1;
  for (const group of pattern.split('{').slice(1)) {
    if (group.split('}', 1)[0]!.includes('..')) return true;
    alternatives *= group.split(',').length;
    if (alternatives > mostAlternatives) return true;
  }
  return false;
}
