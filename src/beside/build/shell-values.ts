import { shellWords } from '../shell-words.ts';

/** What variables of a text hold: undefined where that is not known. */
export type Values = ReadonlyMap<string, string | undefined>;

/** No more variables of a text are known, and none whose value is longer: else a file could keep us busy for long. */
export const mostValues = 200;
const longestValue = 200;

/** `dirname "$0"`, alone or gone to, with what follows it: the folder that a script lies in. */
const ownFolder =
  /^(?:cd )?(?:-- )?["']?(?:\$\()?dirname (?:-- )?["']?\$\{?(?:0|BASH_SOURCE(?:\[0\])?)\}?["']?\)?((?:\/[\w.-]+)*)["']?$/;

/**
 * Variables that a text in shell sets once, to a value that needs nothing run: `IMAGE=web`, `IMAGE := web`. The script's
 * own folder and the repository's root become paths from the root, see `pathIn`.
 * @param folder the text's own, from the root
 */
export function valuesOfShell(text: string, folder: string): Values {
  const values = new Map<string, string | undefined>();
  for (const line of text.split('\n')) {
    const [, name, written] =
      /^\s*(?:(?:export|readonly|local|declare)\s+)?([A-Za-z_]\w*)\s?(?:[:?]?=)\s?(\S.*|)$/.exec(
        forLaterSteps(line.slice(0, 500)),
      ) ?? [];
    if (name === undefined || written === undefined || values.size > mostValues) continue;
    const bare = written.trimEnd().replace(/^(["'])(.*)\1$/, '$2');
    // Handed on to what is started, or to a variable of the same name in another language.
    if (bare === `$${name}` || bare === `\${${name}}`) continue;
    values.set(name, values.has(name) ? undefined : givenBy(bare, folder));
  }
  return values;
}

/** What a line of a workflow sets for later steps, as it would set it for itself: `echo NAME=value >> $GITHUB_ENV`. */
function forLaterSteps(line: string): string {
  if (!line.includes('GITHUB_ENV')) return line;
  const [echo, assignment, append] = shellWords(line.trimStart());
  return echo?.text === 'echo' && append?.text.startsWith('>>') ? (assignment?.text ?? line) : line;
}

/** What `sed` writes in place of marks, by `%` and the mark's name: `s@%IMAGE%@$IMAGE@g`. */
export function replacementsOf(text: string): Values {
  const values = new Map<string, string | undefined>();
  for (const line of text.split('\n')) {
    if (!/\bsed\b/.test(line) || values.size > mostValues) continue;
    for (const { text: word } of shellWords(line.slice(0, 2000))) {
      const [, mark = '', value = ''] = /^s[@|#~,/]/.test(word) ? word.split(word[1]!) : [];
      if (mark === '' || value === '' || value.length > longestValue) continue;
      const name = `%${nameOfMark(mark)}`;
      values.set(name, values.has(name) && values.get(name) !== value ? undefined : value);
    }
  }
  return values;
}

/** The name in a mark or of a variable, as two files may spell it: `%WEB_IMAGE%` and `_WEB_IMAGE` are the same. */
export function nameOfMark(mark: string): string {
  return mark
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What an assignment gives a variable; undefined where a command would have to run. */
export function givenBy(written: string, folder: string): string | undefined {
  if (written.length > longestValue) return undefined;
  const [, inner] = /^\$\((.*)\)$/.exec(written) ?? [];
  if (inner === undefined || /^\w+$/.test(inner)) return /[\s"'`]/.test(written) ? undefined : written;
  const [command = '', next = 'pwd'] = inner.split('&&').map((part) => part.trim().split(/\s+/).join(' '));
  if (command === 'git rev-parse --show-toplevel') return '//';
  if (next !== 'pwd' && next !== 'pwd -P') return undefined;
  const [, below] = ownFolder.exec(command.replace(' >/dev/null 2>&1', '')) ?? [];
  if (below !== undefined) return `//${folder}${below}`;
  const [, variable, rest] = /^cd ["']?\$\{?(\w+)\}?((?:\/[\w.-]+)*)["']?$/.exec(command) ?? [];
  return variable === undefined ? undefined : `\${${variable}}${rest}`;
}

/** Fills in what is known; the rest stays. Values may hold others, as deep as people nest them. */
export function fillIn(text: string, values: Values): string {
  let filled = text;
  for (let depth = 0; depth < 4 && filled.includes('$') && filled.length < 500; depth++) {
    filled = filled.replace(/\$(?:(\w+)|\{(\w+)\}|\((\w+)\))/g, (mark, bare, braced, made) => {
      return values.get(bare ?? braced ?? made) ?? mark;
    });
  }
  return filled;
}
