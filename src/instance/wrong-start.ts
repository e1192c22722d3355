import type { WrongStart } from '../catalogue/product.ts';
import { baseName } from '../text/path.ts';
import type { Placed } from '../tree/field.ts';
import type { Member } from './member.ts';

/** What in the file starts the product's image in one of its wrong ways; undefined where nothing certainly does. */
export function placeOfWrongStart(member: Member, wrong: WrongStart): Placed | undefined {
  return tellers[wrong.when](member, wrong);
}

type Teller = (member: Member, wrong: WrongStart) => Placed | undefined;

/** An image of someone's own may hold another program, or bring what is missing. */
const isPlain = ({ match, settings }: Member): boolean => match.stock && !settings.mayHideSome;

const tellers: Readonly<Record<WrongStart['when'], Teller>> = {
  args(member) {
    const { command, args } = listsOf(member);
    if (!isPlain(member)) return undefined;
    if (args.items.length > 0) return args;
    return command.items.length > 1 ? command : undefined;
  },

  // Without an entry point the first argument is the program.
  'no-command'({ commandLine, match, place }) {
    const [first = '-'] = commandLine.texts;
    return match.stock && !commandLine.givesProgram && first.startsWith('-') ? place : undefined;
  },

  program(member, { words = [] }) {
    const [first] = listsOf(member).command.items;
    return member.match.stock && words.includes(first?.text ?? '') ? first : undefined;
  },

  lacks(member, { onlyWithArgs, words = [] }) {
    const { args } = listsOf(member);
    if (!isPlain(member) || member.words.some(({ text }) => words.some((word) => isWord(text, word)))) return undefined;
    // In another folder, the program may find its configuration by itself.
    if (onlyWithArgs && (args.items.length === 0 || member.container.field.get('workingDir').exists)) return undefined;
    return args.exists ? args : member.place;
  },

  detached(member, { program, words = [] }) {
    const { commandLine, container, product, settings } = member;
    const { from, main = '' } = product?.config ?? {};
    const last = member.words.at(-1);
    const started = last?.isPiece ? last.text : commandLine.texts[0];
    if (!isPlain(member) || started === undefined || baseName(started) !== program) return undefined;
    if (settings.first(from) || container.mounts.some((mount) => mount.path === undefined || mount.holds(main)))
      return undefined;
    const text = commandLine.texts.join(' ').replace(/\s+/g, ' ');
    // A script may write what the configuration lacks.
    if ([...words, ...(main === '' ? [] : [main])].some((word) => text.includes(word))) return undefined;
    const { command, args } = listsOf(member);
    return last?.isPiece ? last.part() : commandLine.givesProgram ? command : args;
  },
};

function listsOf({ container: { field } }: Member) {
  return { command: field.get('command'), args: field.get('args') };
}

/** Whether an argument is the word, gives it a value, or holds it as one of several letters: `-sw`. */
function isWord(text: string, word: string): boolean {
  const letters = /^-[A-Za-z]$/.test(word) && /^-[A-Za-z]+$/.test(text);
  return text === word || text.startsWith(`${word}=`) || (letters && text.includes(word.slice(1)));
}
