import { pushAll } from '../group-by.ts';
import { baseName } from '../text/path.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Field, Placed } from '../tree/field.ts';
import { assignment, findProgram } from './launchers.ts';

/** An item of a command line, from the file or from wherever else it is known. */
export type Argument = Pick<Field<string>, 'text' | 'part'> & Placed;

/** One argument that a program is given. */
export class Word {
  /** Placeholders included; "" for an item that is no scalar. */
  readonly text: string;
  /** The list item that holds it: the whole of it, unless it was split. */
  readonly item: Argument;
  /** Where its text begins within the item's. */
  readonly offset: number;

  constructor(item: Argument, text: string, offset = 0) {
    this.item = item;
    this.text = text;
    this.offset = offset;
  }

  /** Whether it is a piece of an item that was split. */
  get isPiece(): boolean {
    return this.text !== this.item.text;
  }

  /** The place of a piece of it, in offsets of its text; all of it where nothing is said. */
  part(start = 0, end = this.text.length): Placed {
    const isWhole = this.offset === 0 && start === 0 && end === this.item.text?.length;
    return isWhole ? this.item : this.item.part(this.offset + start, this.offset + end);
  }
}

const shell = /^(?:.*\/)?(?:ba|da|a|z)?sh$/;
const scriptFile = /\.(?:sh|bash|py|rb|pl|js)$/;

/** What starts a container: the program of the file's `command` and `args`, behind all that launches it. */
export class CommandLine {
  /** Whether the file names the program; else the image's entry point runs, perhaps with these arguments. */
  readonly givesProgram: boolean;
  /** The texts of all items, launchers and shells included; "" for one that is no scalar. */
  readonly texts: readonly string[];
  readonly #items: readonly Argument[];
  readonly #splits: boolean;
  #words: readonly Word[] | undefined;
  #split: CommandLine | undefined;

  /** @param splits whether the image's own start-up splits every argument at blanks */
  constructor(command: readonly Argument[], args: readonly Argument[], splits = false) {
    this.givesProgram = command.length > 0;
    this.#items = [...command, ...args];
    this.texts = this.#items.map(({ text }) => text ?? '');
    this.#splits = splits;
  }

  /** The same command line for an image whose own start-up splits every argument at blanks. */
  get split(): CommandLine {
    const count = this.givesProgram ? this.#items.length : 0;
    this.#split ??= new CommandLine(this.#items.slice(0, count), this.#items.slice(count), true);
    return this.#split;
  }

  /** What the program is given, itself included. The script behind `sh -c` is split at blanks; the shell is left out. */
  get words(): readonly Word[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  /** The words from the program on, behind what launches it: those of `uvicorn …` in `sh -c "exec uvicorn …"`. */
  get programWords(): readonly Word[] {
    return this.words.slice(findProgram(this.words.map(({ text }) => text)).at);
  }

  /** The program's name without its folder; "" where the file gives none. */
  get program(): string {
    return baseName(this.programWords[0]?.text ?? '');
  }

  /** The script that a shell is given behind `-c`; undefined where there is none. */
  get script(): string | undefined {
    const from = this.texts.findIndex(isShell);
    const flag = from < 0 ? -1 : this.texts.findIndex((text, index) => index > from && scriptFlag.test(text));
    return flag < 0 ? undefined : (this.texts[flag + 1] ?? '');
  }

  /** Whether a script of more than one command starts it. */
  get isCompound(): boolean {
    return this.texts.some((text) => /[;&|]|\n./.test(text));
  }

  /** Whether a shell starts it. */
  get isShell(): boolean {
    return isShell(commandOf(this.texts).words[0] ?? '');
  }

  /** Whether a shell or a script starts it: it may write files, or replace variables, before the program runs. */
  get mayWriteFiles(): boolean {
    return this.isShell || this.#startsScriptFile;
  }

  /** Whether a script in a file, or a placeholder, may give the program arguments and variables that we cannot see. */
  get hidesArguments(): boolean {
    return this.#runsScriptFile || this.words.some(standsForSeveral);
  }

  /**
   * Whether it runs none of these programs, but another one of the same image. A program is the last component of its
   * path, with a sub-command where that decides: `mysqld`, `ollama serve`. False where nothing but flags is given, or a
   * file of configuration, or a placeholder hides the program.
   */
  runsAnother(programs: readonly string[]): boolean {
    const [first = '-'] = this.texts;
    if (first.startsWith('-') || first.endsWith('.conf')) return false;
    return !this.#commands.some(({ words: [program = '', second = ''] }) => {
      const name = baseName(program);
      return hasPlaceholder(program) || programs.includes(name) || programs.includes(`${name} ${second}`);
    });
  }

  get #startsScriptFile(): boolean {
    const { words, isSource } = commandOf(this.texts);
    return !isSource && scriptFile.test(words[0] ?? '');
  }

  get #runsScriptFile(): boolean {
    if (!this.isShell) return this.#startsScriptFile;
    if (this.script === undefined) return this.texts.length > 1;
    return this.#commands.some(({ words, isSource }) => !isSource && words.some((word) => scriptFile.test(word)));
  }

  /** The commands that it runs, behind what launches them: itself, or those of its script. */
  get #commands(): readonly Command[] {
    if (!this.isShell) return [commandOf(this.texts)];
    return (this.script ?? '').split(/[;&|\n(){}]+|\b(?:do|then|else)\b/).map((part) => {
      const words = part.split(/[\s'"]+/).filter((word) => word !== '');
      // As in `PORT=6380 redis-server`.
      const start = words.findIndex((word) => !assignment.test(word));
      return commandOf(start < 0 ? [] : words.slice(start));
    });
  }

  #readWords(): readonly Word[] {
    const words: Word[] = [];
    let isScript = false;
    let inShell = false;
    for (const item of this.#items) {
      const { text = '' } = item;
      if (this.#splits || isScript) pushAll(words, splitWord(item, text));
      else words.push(new Word(item, text));
      if (isShell(text)) inShell = true;
      isScript = inShell && scriptFlag.test(text);
      // The shell's own words are none of the program's.
      if (isScript) words.length = 0;
    }
    return words;
  }
}

const scriptFlag = /^-[a-z]*c$/;

function isShell(word: string): boolean {
  return shell.test(word);
}

/** A command from its program on. */
interface Command {
  readonly words: readonly string[];
  /** See `Start`. */
  readonly isSource: boolean;
}

function commandOf(words: readonly string[]): Command {
  const { at, isSource } = findProgram(words);
  return { words: words.slice(at), isSource };
}

function* splitWord(item: Argument, text: string): Generator<Word> {
  for (const { 0: piece, index } of text.matchAll(/[^\s'"]+/g)) yield new Word(item, piece, index);
}

/** Whether a word stands for arguments that we cannot see: `${ARGS}`. A stand-in for an instance's name is one word. */
function standsForSeveral({ text }: Word): boolean {
  if (!hasPlaceholder(text)) return false;
  const placeholderOnly = /^(?:\$\{[^{}]*\}|\$\w+|\{\{[^{}]*\}\}|%\w+%|<[^<>]*>|\uE000+|__\w+__)$/.test(text);
  return placeholderOnly && !/inst|conn|proj|region|sql|db|icn|uri|url|host|port|name/i.test(text);
}
