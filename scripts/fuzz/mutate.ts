import type { Random } from '../random.ts';

/** Values that stand at the edge of something: types, numbers, quoting, templates, prototypes. */
const values: readonly string[] = [
  '',
  '~',
  'null',
  'true',
  'no',
  '0',
  '-1',
  '0400',
  '0x1F',
  '1e400',
  '.inf',
  '.nan',
  '12:30',
  '2024-01-01',
  '99999999999999999999999999',
  '"',
  "'",
  '"\\u0000"',
  '"\\ud800"',
  "''",
  '[]',
  '{}',
  '[[[[[[',
  '{a: {b: [c, {d: e}]}}',
  '[*a]',
  '*a',
  '&a x',
  '&a [*a]',
  '<<',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '${X}',
  '$(X)',
  '{{ .Values.x }}',
  '{{x}}/y',
  '%X%',
  '__X__',
  '<X>',
  'PROJECT_ID',
  '|',
  '>-',
  '|9',
  '!!binary aGk=',
  '!Ref x',
  '!<tag:x> y',
  '? x',
  '- - - x',
  '---',
  '...',
  '%YAML 1.1',
  '#',
  'a: b: c',
  'localhost:5432',
  'http://[::1]:99999/',
  'postgres://u:p@localhost:5432/db?sslmode=disable',
  '512Mi',
  '1000m',
  '1e3Mi',
  '{"app":["proxy"]}',
  '\'{"app":["app"]}\'',
  '\'{"a":{"b":1}}\'',
  '🙂',
  '\u00e9',
  '\u2028',
  '\ufeff',
];

const pieces: readonly string[] = [
  ...'\0\t\r\n"\'[]{}:,#&*!|>%@`\\-?~<=\u0085\u2029\ufeff\ud800\udc00\uE000',
  '\r\n',
  ': ',
  '\n\n',
  '  ',
  '- ',
  ' #',
  '\n---\n',
  '\n...\n',
  '<<: ',
  '  # cloudrun-lint-ignore ',
];

/** Changes a text a few times: characters, lines, words or whole blocks, sometimes with a piece of another text. */
export function mutate(text: string, other: string, random: Random): string {
  let result = text;
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    result = random.pick(operators)(result, random, other);
  }
  return result.length > 200_000 ? result.slice(0, 200_000) : result;
}

type Operator = (text: string, random: Random, other: string) => string;

const operators: readonly Operator[] = [
  insertPiece,
  insertPiece,
  deleteCharacters,
  replaceCharacter,
  swapLines,
  repeatLines,
  deleteLines,
  indentLines,
  replaceValue,
  replaceValue,
  replaceValue,
  replaceKey,
  replaceWord,
  moveBlock,
  nestBlock,
  anchorBlock,
  insertFromOther,
  joinDocuments,
  changeNewlines,
  cutEnd,
  growValue,
];

function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

function insertPiece(text: string, random: Random): string {
  return splice(text, random.below(text.length + 1), 0, random.pick(pieces));
}

function deleteCharacters(text: string, random: Random): string {
  return splice(text, random.below(text.length), 1 + random.below(random.pick([1, 3, 40])), '');
}

function replaceCharacter(text: string, random: Random): string {
  return splice(text, random.below(text.length), 1, String.fromCharCode(random.below(random.pick([128, 256, 65_536]))));
}

/** Applies a change to some lines in a row. */
function onLines(text: string, random: Random, change: (lines: string[], at: number, count: number) => void): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  change(lines, at, 1 + random.below(Math.min(random.pick([1, 3, 20]), lines.length - at)));
  return lines.join('\n');
}

function swapLines(text: string, random: Random): string {
  return onLines(text, random, (lines, at, count) => {
    lines.splice(random.below(lines.length), 0, ...lines.splice(at, count));
  });
}

function repeatLines(text: string, random: Random): string {
  return onLines(text, random, (lines, at, count) => {
    const repeated = lines.slice(at, at + count);
    for (let i = random.pick([1, 1, 2, 30]); i > 0; i--) lines.splice(at, 0, ...repeated);
  });
}

function deleteLines(text: string, random: Random): string {
  return onLines(text, random, (lines, at, count) => void lines.splice(at, count));
}

function indentLines(text: string, random: Random): string {
  const by = random.pick([' ', '  ', '    ', '\t', '- ']);
  const out = random.below(2) === 0;
  return onLines(text, random, (lines, at, count) => {
    for (let i = at; i < at + count; i++) lines[i] = out ? lines[i]!.replace(/^ {1,2}/, '') : by + lines[i];
  });
}

function replaceValue(text: string, random: Random): string {
  return onLines(text, random, (lines, at) => {
    lines[at] = lines[at]!.replace(/^(\s*(?:- )?[^:]*:|\s*-)(\s.*|$)/, (_, key) => `${key} ${random.pick(values)}`);
  });
}

function replaceKey(text: string, random: Random): string {
  const keys = text.match(/[\w./-]+(?=:)/g) ?? ['x'];
  return onLines(text, random, (lines, at) => {
    const key = random.below(3) === 0 ? random.pick(values) : random.pick(keys);
    lines[at] = lines[at]!.replace(/^(\s*(?:- )?)[^:]*(?=:)/, (_, before) => before + key);
  });
}

function replaceWord(text: string, random: Random): string {
  const words = [...text.matchAll(/[^\s:,"'[\]{}]+/g)];
  if (words.length === 0) return text;
  const { 0: word, index } = random.pick(words);
  return splice(text, index, word.length, random.below(2) === 0 ? random.pick(words)[0] : random.pick(values));
}

/** The line `at` with all lines below it that are indented deeper. */
function blockAt(lines: readonly string[], at: number): number {
  const depth = indentOf(lines[at]!);
  let end = at + 1;
  while (end < lines.length && (lines[end]!.trim() === '' || indentOf(lines[end]!) > depth)) end++;
  return end - at;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function moveBlock(text: string, random: Random): string {
  return onLines(text, random, (lines, at) => {
    const block = lines.slice(at, at + blockAt(lines, at));
    if (random.below(2) === 0) lines.splice(at, block.length);
    const to = random.below(lines.length + 1);
    const shift = indentOf(lines[to] ?? '') - indentOf(block[0]!);
    lines.splice(to, 0, ...block.map((line) => (shift < 0 ? line.slice(-shift) : ' '.repeat(shift) + line)));
  });
}

function nestBlock(text: string, random: Random): string {
  return onLines(text, random, (lines, at) => {
    const count = blockAt(lines, at);
    const before = ' '.repeat(indentOf(lines[at]!));
    for (let i = at; i < at + count; i++) lines[i] = `  ${lines[i]}`;
    lines.splice(at, 0, before + random.pick(['- ', 'extra:', 'spec:', 'containers:', '- - ', '? ', '<<:']));
  });
}

/** Puts an anchor on one block and an alias or a merge of it somewhere else. */
function anchorBlock(text: string, random: Random): string {
  return onLines(text, random, (lines, at) => {
    lines[at] = lines[at]!.replace(/^(\s*(?:- )?[^:]*:|\s*-)(?=\s|$)/, '$1 &a');
    const to = random.below(lines.length);
    const alias = random.pick(['<<: *a', 'copy: *a', '- *a', '<<: [*a, *a]', '*a : x']);
    lines.splice(to, 0, ' '.repeat(indentOf(lines[to]!)) + alias);
  });
}

function insertFromOther(text: string, random: Random, other: string): string {
  const lines = other.split('\n');
  const at = random.below(lines.length);
  const block = lines.slice(at, at + blockAt(lines, at));
  return onLines(text, random, (into, to) => void into.splice(to, 0, ...block));
}

function joinDocuments(text: string, random: Random, other: string): string {
  return `${text}${random.pick(['\n---\n', '---\n', '\n...\n', '\n--- # x\n', ''])}${other}`;
}

function changeNewlines(text: string, random: Random): string {
  return text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\u2028']));
}

function cutEnd(text: string, random: Random): string {
  return text.slice(0, random.below(text.length + 1));
}

function growValue(text: string, random: Random): string {
  const grown = random.pick(values).repeat(random.pick([2, 50, 2000]));
  return onLines(text, random, (lines, at) => {
    lines[at] = lines[at]!.replace(/:.*$/, (rest) => (random.below(2) === 0 ? `: ${grown}` : rest.repeat(20)));
  });
}
