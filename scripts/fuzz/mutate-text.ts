import { decode } from '../../src/cli/read.ts';
import type { Random } from '../random.ts';
import { pieces, values } from './values.ts';

/** Changes a text once: bytes, characters, lines, words or whole blocks, sometimes with a piece of another text. */
export function mutateText(text: string, other: string, random: Random): string {
  return random.pick(operators)(text, random, other);
}

type Operator = (text: string, random: Random, other: string) => string;

const operators: readonly Operator[] = [
  insertPiece,
  insertPiece,
  deleteCharacters,
  replaceCharacter,
  changeBytes,
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
  insertBreaks,
  markOrder,
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

/** Turns, drops or adds single bytes; where what is left is no text, each byte becomes a character. */
function changeBytes(text: string, random: Random): string {
  const bytes = [...Buffer.from(text)];
  for (let i = random.pick([1, 1, 4]); i > 0; i--) {
    const at = random.below(bytes.length);
    bytes.splice(at, random.below(2), ...(random.below(3) > 0 ? [random.below(256)] : []));
  }
  const content = decode(Uint8Array.from(bytes));
  return 'problem' in content ? Buffer.from(bytes).toString('latin1') : content.text;
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

/** Puts line breaks that not every reader knows where there was none, often behind a comment or inside of one. */
function insertBreaks(text: string, random: Random): string {
  let changed = text;
  for (let i = random.pick([1, 1, 3]); i > 0; i--) {
    const at = random.below(changed.length + 1);
    const begin = random.pick(['', '', ' # x', '#']);
    const more = random.pick(['', '', '  annotations: {}', '---', '  - ', '# x']);
    changed = splice(
      changed,
      at,
      0,
      begin + random.pick(['\r', '\r', '\x85', '\u2028', '\u2029', '\n\r', '\r\r\n']) + more,
    );
  }
  return changed;
}

function markOrder(text: string): string {
  return `\ufeff${text}`;
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
