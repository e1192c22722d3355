import type { Random } from '../random.ts';

const pieces = [
  ...'*?/\\!()[]{},|+@a.b-^# \r',
  '**',
  '**/',
  '*a',
  '*(a',
  '+(a',
  '!(a',
  '{a,b}',
  '{1..99999}',
  '[!a]',
  '[[:alpha:]]',
  'a/',
  '../',
  '.yaml',
];

/** A pattern of a few pieces, or of one or two that stand there often. */
export function makeGlob(random: Random): string {
  const few = Array.from({ length: 1 + random.below(random.pick([3, 8, 30])) }, () => random.pick(pieces));
  return few.join('').repeat(random.pick([1, 1, 1, 7, 40]));
}

/** A pattern that a person may name: whatever it expands to lies in the tree, so that no run fixes a file elsewhere. */
export function namedGlob(random: Random): string {
  return random.pick(['deploy/', 'a/', '*/']) + makeGlob(random).replace(/[.\\]/g, 'b');
}
