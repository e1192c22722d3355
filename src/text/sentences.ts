/** "1 file", "2 files". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "a, b and c"; empty parts are left out. */
export function listOf(parts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const said = parts.filter((part) => part !== '');
  const last = said.pop();
  return said.length === 0 ? (last ?? '') : `${said.join(', ')} ${conjunction} ${last}`;
}

/** Names for a sentence, each in double quotes: `"a", "b" and "c"`. */
export function quoteNames(names: Iterable<string>, conjunction: 'and' | 'or' = 'and'): string {
  return listOf(
    [...names].map((name) => `"${name}"`),
    conjunction,
  );
}

/** A text on one line: a blank for each line break with the blanks around it. */
export function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ') : text;
}

/** The first line of a text that is not blank, without blanks around it; "" where there is none. */
export function firstLine(text: string): string {
  return (
    text
      .split(/[\r\n]+/)
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}

/** The text if it is no longer than `length` UTF-16 units, else as much of it with an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** What to call a container without a name, at a place from 0 among so many: words that can be no container's name. */
export function namelessContainer(index: number, count: number): string {
  if (count === 1) return 'the container';
  const ordinal = ordinals[index];
  return ordinal === undefined ? `container ${index + 1}` : `the ${ordinal} container`;
}

const quotedNameless = new RegExp(`"(the (?:(?:${ordinals.join('|')}) )?container|container \\d+)"`, 'g');

/**
 * A message with what `namelessContainer` says as words of its sentences: a rule puts every container's label in
 * quotes, which belong to names alone.
 */
export function unquoteNameless(message: string): string {
  return message.replace(quotedNameless, (_, name: string, at: number) => {
    const isStart = at === 0 || message.endsWith('. ', at);
    return isStart ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  });
}
