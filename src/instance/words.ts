import { isShell, startsScript } from '../catalogue/command-line.ts';
import type { Container } from '../model/container.ts';
import type { Field, Placed } from '../yaml/field.ts';
import { hasPlaceholder } from '../yaml/placeholder.ts';

/** One argument of a container's command line. */
export interface Word {
  /** Placeholders included; "" for an item that is no scalar. */
  readonly text: string;
  /** The list item that holds it: the whole of it, unless it was split. */
  readonly field: Field<string>;
  /** Where its text begins within the item's. */
  readonly offset: number;
}

/** The place of a piece of a word, in offsets of its text. */
export function partOf(word: Word, start: number, end = word.text.length): Placed {
  return word.offset === 0 && start === 0 && end === word.field.text?.length
    ? word.field
    : word.field.part(word.offset + start, word.offset + end);
}

/**
 * Command and args as one list. The script behind `sh -c` is split at blanks, and so is every word where the image's
 * own start-up does that.
 */
export function readWords(container: Container, split = false): readonly Word[] {
  const words: Word[] = [];
  let script = false;
  let inShell = false;
  for (const field of [...container.field.get('command').items, ...container.field.get('args').items]) {
    const text = field.text ?? '';
    if (split || script) words.push(...splitWord(field, text));
    else words.push({ text, field, offset: 0 });
    if (isShell(text)) inShell = true;
    script = inShell && /^-[a-z]*c$/.test(text);
    // The shell's own words are none of the program's.
    if (script) words.length = 0;
  }
  return words;
}

/** Whether a shell or a script starts the container, so that it may write files before the program reads them. */
export function startsShell({ command, args }: Container): boolean {
  return startsScript(command) || startsScript(args);
}

/** Whether a script in a file starts the container: it may give the program any arguments, and set any variables. */
export function startsScriptFile({ args, command }: Container): boolean {
  const [program = '', ...rest] = command.length > 0 ? [...command, ...args] : args;
  if (isScriptFile(program)) return true;
  if (!isShell(program)) return false;
  const inline = rest.findIndex((text) => /^-[a-z]*c$/.test(text));
  return inline < 0 ? rest.length > 0 : (rest[inline + 1] ?? '').split(/[\s;&|()]+/).some(isScriptFile);
}

/** Images of many products start by a script of this name, which hands on what it is given. */
function isScriptFile(text: string): boolean {
  return /\.(?:sh|bash|py|pl|rb)$/.test(text) && !text.endsWith('docker-entrypoint.sh');
}

function* splitWord(field: Field<string>, text: string): Generator<Word> {
  for (const { 0: piece, index } of text.matchAll(/[^\s'"]+/g)) yield { text: piece, field, offset: index };
}

/** Whether a word stands for arguments that we cannot see: `${ARGS}`. A stand-in for an instance's name is one word. */
export function hidesArguments({ text }: Word): boolean {
  if (!hasPlaceholder(text)) return false;
  const placeholderOnly = /^(?:\$\{[^{}]*\}|\$\w+|\{\{[^{}]*\}\}|%\w+%|<[^<>]*>|\uE000+|__\w+__)$/.test(text);
  return placeholderOnly && !/inst|conn|proj|region|sql|db|icn|uri|url|host|port|name/i.test(text);
}
