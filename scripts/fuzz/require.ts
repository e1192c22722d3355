/** Throws unless it holds. The message is made only where it does not. */
export function require(holds: boolean, otherwise: string | (() => string)): void {
  if (!holds) throw new Error(typeof otherwise === 'string' ? otherwise : otherwise());
}
