import { resolve } from 'node:path';
import { version } from '../version.ts';
import { parseCommandLine } from './args.ts';
import { isThere } from './fault.ts';
import { type Io, UsageError } from './io.ts';
import { printMistake } from './print-error.ts';
import { refuseNameAsCommand, refuseNamesAsOptions } from './refuse-names.ts';

/** A command other than linting: its own arguments in, the exit code out. */
type Command = (argv: readonly string[], io: Io) => Promise<number>;

/** Loaded only when called, so that linting never pays for them. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  rules: async () => (await import('./rules-command.ts')).rulesCommand,
  init: async () => (await import('./init-command.ts')).initCommand,
  explain: async () => (await import('./explain-command.ts')).explainCommand,
  graph: async () => (await import('./graph-command.ts')).graphCommand,
  lsp: async () => (await import('./lsp-command.ts')).lspCommand,
  schema: async () => (await import('./schema-command.ts')).schemaCommand,
  completion: async () => (await import('./completion-command.ts')).completionCommand,
};

/** What people type for linting by habit from other tools. */
const habits = ['lint', 'check'];

/** Runs one command line and gives the exit code. Mistakes of usage become one line on standard error. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    refuseNamesAsOptions(argv, io);
    const [first = '', ...rest] = argv;
    const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (!load) return await lintOrHelp(isHabit(first, io) ? rest : argv, io);
    refuseNameAsCommand(argv[0]!, io);
    if (!asksForHelp(argv)) return await (await load())(argv.slice(1), io);
    io.out((await import('./help.ts')).help);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printMistake(error, io);
    return 2;
  }
}

/** Whether it is a word for linting, and the name of nothing here. */
function isHabit(word: string, io: Io): boolean {
  return habits.includes(word) && !isThere(resolve(io.cwd, word));
}

/** Whether a command's own arguments ask for help rather than name something. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end).some((word) => word === '-h' || word === '--help');
}

async function lintOrHelp(argv: readonly string[], io: Io): Promise<number> {
  if (argv[0] === 'help' && !isThere(resolve(io.cwd, 'help'))) {
    io.out((await import('./help.ts')).help);
    return 0;
  }
  const args = parseCommandLine(argv);
  if (args.help) io.out((await import('./help.ts')).help);
  else if (args.version) io.out(`${version}\n`);
  else if (args.printConfig !== undefined) return (await import('./print-config.ts')).printConfig(args, io);
  else if (args.listFiles) return (await import('./list-files.ts')).listFiles(args, io);
  else if (args.watch) return (await import('./watch-command.ts')).watchCommand(args, io);
  else return (await import('./lint-command.ts')).lintCommand(args, io);
  return 0;
}
