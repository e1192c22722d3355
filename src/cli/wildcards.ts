/** What is told of a pattern that is not followed, behind its name. */
export const manyWildcards = 'has more wildcards than are followed';

/**
 * Whether a pattern could make those hang who follow it by trying: more than three stars in one name, more than two for
 * any folders, a group with a quantifier (`+(a)`), or a length that no pattern needs.
 */
export function hasManyWildcards(pattern: string): boolean {
  if (!/[*(]/.test(pattern)) return false;
  if (pattern.length > 1000 || /[?*+@!]\(/.test(pattern)) return true;
  const parts = pattern.split('/');
  const folders = parts.filter((part) => /^\*{2,}$/.test(part));
  return folders.length > 2 || parts.some((part) => part.split(/\*+/).length > 4);
}
