import { categories } from '../../rules/index.ts';

/** Enough for a cost that grows with its square to be felt, in a test that does not take long. */
const length = 6_000;

/** Values on which a regular expression that backtracks would never come to an end. */
export const traps: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(length),
  'letters, then what does not fit': `${'a'.repeat(length)}!`,
  digits: '1'.repeat(length),
  'digits with a unit': `${'1'.repeat(length)}Mi!`,
  blanks: `a${' '.repeat(length)}b`,
  slashes: '/'.repeat(length),
  'a path': 'a/'.repeat(length / 2),
  'an image with many parts': `${'a.b/'.repeat(length / 4)}c:d@sha256:`,
  'a host': `${'a.'.repeat(length / 2)}com`,
  'an address': `http://${'a:'.repeat(length / 2)}@`,
  'many ports': 'localhost:1,'.repeat(length / 12),
  'a flag': `--${'a-'.repeat(length / 2)}=`,
  equals: '='.repeat(length),
  dashes: '-'.repeat(length),
  dots: '.'.repeat(length),
  dollars: '$'.repeat(length),
  'placeholders that never close': '${'.repeat(length / 2),
  'braces of templates': '{{ '.repeat(length / 3),
  percent: '%a'.repeat(length / 2),
  underscores: '_'.repeat(length),
  'capitals and underscores': 'A_'.repeat(length / 2),
  'angle brackets': '<a '.repeat(length / 3),
  'quotes and backslashes': '\\"'.repeat(length / 2),
  'a connection': `postgres://${'a'.repeat(length)}`,
  'a key': `-----BEGIN ${'A '.repeat(length / 2)}`,
  'an instance': 'a:'.repeat(length / 2),
  commas: ','.repeat(length),
  'a date': '2024-01-01T'.repeat(length / 11),
};

/** A few of the rules' own examples that together hold every line of all of them, values aside. */
const manifests: readonly (readonly string[])[] = (() => {
  const seen = new Set<string>();
  const examples = categories.flatMap(({ rules }) => rules.flatMap(({ bad, good }) => [...bad, ...good]));
  const texts = examples.map(({ yaml }) => yaml.split('\n').filter((line) => !/^\s*#/.test(line)));
  return texts
    .sort((a, b) => b.length - a.length)
    .filter((lines) => {
      const keys = lines.map((line) => line.replace(/:.*$/, '').trim());
      const isNew = keys.some((key) => !seen.has(key));
      for (const key of keys) seen.add(key);
      return isNew;
    })
    .map((lines) => lines.filter((line) => line.trim() !== ''));
})();

/** Those examples with the value in place of every value but what tells the kind. */
export function* withEverywhere(value: string): Generator<string> {
  const quoted = JSON.stringify(value);
  const identity = /^\s*(?:- )?(?:apiVersion|kind):/;
  for (const lines of manifests) {
    yield lines.map((line) => (identity.test(line) ? line : withValue(line, quoted))).join('\n');
  }
}

function withValue(line: string, value: string): string {
  return line.replace(/^(\s*(?:- )?[^\s:#-][^:]*:|\s*-)\s+[^|>].*$/, (_, key) => `${key} ${value}`);
}
