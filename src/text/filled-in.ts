/**
 * A published message with a name in place of `NAME`; undefined where the name is not known, so that nothing is quoted
 * that was not said.
 */
export function filledIn(published: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : published.replace('NAME', () => name);
}
