import type { WrongStart } from '../catalogue/product.ts';
import { baseName } from '../text/path.ts';
import type { Placed } from '../tree/field.ts';
import type { Member } from './member.ts';

/** What in the file starts the product's image in one of its wrong ways; undefined where nothing certainly does. */
export function placeOfWrongStart(member: Member, wrong: WrongStart): Placed | undefined {
  return finders[wrong.when](member, wrong);
}

type Finder = (member: Member, wrong: WrongStart) => Placed | undefined;

/** An image of someone's own may hold another program, or bring what is missing. */
const isPlain = ({ match, settings }: Member): boolean => match.stock && !settings.mayHideSome;

const finders: Readonly<Record<WrongStart['when'], Finder>> = {
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

  program(member, { programs = [] }) {
    const [first] = listsOf(member).command.items;
    return member.match.stock && programs.includes(first?.text ?? '') ? first : undefined;
  },

  lacks(member, { onlyWithArgs, noneOf = [] }) {
    const { args } = listsOf(member);
    if (!isPlain(member) || member.words.some(({ text }) => noneOf.some((argument) => isArgument(text, argument))))
      return undefined;
    // In another folder, the program may find its configuration by itself.
    if (onlyWithArgs && (args.items.length === 0 || member.container.field.get('workingDir').exists)) return undefined;
    return args.exists ? args : member.place;
  },

  detached(member, { program, noneOf = [] }) {
    const { commandLine, container, product, settings } = member;
    const { from, main = '' } = product?.config ?? {};
    const last = member.words.at(-1);
    const started = last?.isPiece ? last.text : commandLine.texts[0];
    if (!(isPlain(member) || staysInBackground(member)) || started === undefined || baseName(started) !== program)
      return undefined;
    if (settings.first(from) || container.mounts.some((mount) => mount.path === undefined || mount.holds(main)))
      return undefined;
    const text = commandLine.texts.join(' ').replace(/\s+/g, ' ');
    // A script may write what the configuration lacks.
    if ([...noneOf, ...(main === '' ? [] : [main])].some((piece) => text.includes(piece))) return undefined;
    const { command, args } = listsOf(member);
    if (last?.isPiece) return last.part();
    if (!command.exists && !args.exists) return member.words[0]?.part();
    return commandLine.givesProgram ? command : args;
  },
};

/** Whether an image is built from the makers' own before our eyes, and no configuration in it keeps it in the foreground. */
function staysInBackground({ beside, settings }: Member): boolean {
  const files = beside?.startsMakersImage ? beside.configuration?.files : undefined;
  return files !== undefined && !settings.mayHideSome && !files.some(({ source }) => /\bdaemon\b/.test(source.text));
}

function listsOf({ container: { field } }: Member) {
  return { command: field.get('command'), args: field.get('args') };
}

/** Whether a text is the argument, gives it a value, or holds it as one of several letters: `-sw`. */
function isArgument(text: string, argument: string): boolean {
  const letters = /^-[A-Za-z]$/.test(argument) && /^-[A-Za-z]+$/.test(text);
  return text === argument || text.startsWith(`${argument}=`) || (letters && text.includes(argument.slice(1)));
}
