/** The number of no condition. */
export const none = -1;

/** Which condition of an instrumented rule is replaced at the moment; for none it is noted which are asked. */
export const current = { mutant: none, asked: new Set<number>(), times: 0 };

/** More often than that no condition is asked for one example: something runs in circles. */
const tooOften = 100_000;

/** What an instrumented condition asks first: the constant that stands in its place, or undefined for itself. */
export function replaced(mutant: number, by: boolean): boolean | undefined {
  if (current.mutant === none) current.asked.add(mutant);
  if (current.mutant !== mutant) return undefined;
  if (++current.times > tooOften) throw new Error('runs in circles');
  return by;
}
