/** Names for a sentence, each in double quotes: `"a", "b" and "c"`. */
export function quoteNames(names: Iterable<string>, conjunction: 'and' | 'or' = 'and'): string {
  const quoted = [...names].map((name) => `"${name}"`);
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} ${conjunction} ${last}`;
}

/** A text on one line: a blank for each line break with the blanks around it. */
export function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text;
}
