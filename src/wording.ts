const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names for a sentence, each in double quotes: `"a", "b" and "c"`. */
export function quoteNames(names: Iterable<string>): string {
  return list.format([...names].map((name) => `"${name}"`));
}
