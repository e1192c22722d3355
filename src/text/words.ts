/** "1 file", "2 files". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "a, b and c"; empty parts are left out. */
export function listOf(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  const last = said.pop();
  return said.length === 0 ? (last ?? '') : `${said.join(', ')} and ${last}`;
}

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

/** The text if it is no longer than `length` UTF-16 units, else as much of it with an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
