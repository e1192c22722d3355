import { type ParseArgsConfig, parseArgs } from 'node:util';
import { severities } from '../diagnostic.ts';
import { type Level, type Profile, profiles } from '../policy/profile.ts';
import { didYouMean } from '../text/suggest.ts';
import { UsageError } from './io.ts';
import { calledHere } from './options-of-others.ts';
import type { Output, RunOptions } from './run-options.ts';

/** When a report has colours. */
export const colorings = ['auto', 'always', 'never'] as const;

/** A command line, checked. */
export interface Arguments extends RunOptions {
  /** The file of which to tell what holds for it. */
  readonly printConfig: string | undefined;
  /** Whether it goes on after the first report, with another one after each change. */
  readonly watch: boolean;
  /** Whether the files that would be linted are listed, and nothing else. */
  readonly listFiles: boolean;
  /** Whether only the help is printed. */
  readonly help: boolean;
  /** Whether only the version is printed. */
  readonly version: boolean;
}

/** The options of linting, as they are parsed; `option-help.ts` says what they mean. */
export const options = {
  format: { type: 'string', short: 'f', multiple: true },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  'print-config': { type: 'string' },
  'no-ignores': { type: 'boolean' },
  target: { type: 'string' },
  changed: { type: 'string' },
  'list-files': { type: 'boolean' },
  'add-ignores': { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-unsafe': { type: 'boolean' },
  diff: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'max-warnings': { type: 'string' },
  'require-resources': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  statistics: { type: 'boolean' },
  'max-frames': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'ignore-unrecognized': { type: 'boolean' },
  watch: { type: 'boolean' },
  timing: { type: 'boolean' },
  'sarif-category': { type: 'string' },
  color: { type: 'string' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies ParseArgsConfig['options'];

/** Reads a command line; throws a `UsageError` that names the mistake. */
export function parseCommandLine(argv: readonly string[]): Arguments {
  const { values, positionals } = parseOptions(withBareChanged(argv), options);
  if (values.config !== undefined && values['no-config']) {
    throw new UsageError('--config and --no-config exclude each other.');
  }
  if (values.diff && values['update-baseline']) {
    throw new UsageError('--diff and --update-baseline exclude each other: --diff changes nothing.');
  }
  if (values.only && values['update-baseline']) {
    throw new UsageError(
      '--only and --update-baseline exclude each other: the baseline would lose all other findings.',
    );
  }
  if (values['stdin-filename'] !== undefined && !positionals.includes('-')) {
    throw new UsageError('--stdin-filename is the name of standard input, which is read only where - is given.');
  }
  if (values['print-config'] !== undefined && positionals.length > 0) {
    throw new UsageError(`--print-config takes one file and lints none: leave out "${positionals[0]}".`);
  }
  if (values.color !== undefined && values['no-color']) {
    throw new UsageError('--color and --no-color exclude each other.');
  }
  if (values['add-ignores'] !== undefined) requireOnlyIgnores(values, positionals);
  return {
    paths: positionals,
    outputs: (values.format ?? ['pretty']).map(parseOutput),
    profile: optionally(values.profile, (name) => oneOf('--profile', name, Object.keys(profiles) as Profile[])),
    levels: new Map((values.rule ?? []).map(parseLevel)),
    only: values.only ?? [],
    changed: values.changed === undefined ? undefined : values.changed || 'HEAD',
    listFiles: values['list-files'] ?? false,
    addIgnores: optionally(values['add-ignores'], parseReason),
    statistics: values.statistics ?? false,
    maxFrames: optionally(values['max-frames'], (text) => parseCount('--max-frames', text)),
    failOn: optionally(values['fail-on'], (name) => oneOf('--fail-on', name, [...severities, 'never'])),
    maxWarnings: optionally(values['max-warnings'], (text) => parseCount('--max-warnings', text)),
    target: optionally(values.target, (name) => oneOf('--target', name, ['auto', 'cloud-run'])),
    config: values['no-config'] ? false : values.config,
    ignoreComments: !values['no-ignores'],
    fixing: {
      tier: values['fix-unsafe'] ? 'unsafe' : values.fix || values.diff ? 'safe' : 'none',
      onlyShow: values.diff ?? false,
    },
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    printConfig: values['print-config'],
    requireResources: values['require-resources'] ?? false,
    quiet: values.quiet ?? false,
    color: values['no-color'] ? 'never' : oneOf('--color', values.color ?? 'auto', colorings),
    stdinFilename: values['stdin-filename'] ?? '<stdin>',
    ignoreUnrecognized: values['ignore-unrecognized'] ?? false,
    watch: values.watch ?? false,
    timing: values.timing ?? false,
    ...(values['sarif-category'] && { sarifCategory: values['sarif-category'] }),
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function optionally<T>(value: string | undefined, parse: (value: string) => T): T | undefined {
  return value === undefined ? undefined : parse(value);
}

function parseCount(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`${option} is a whole number, not "${text}".`);
}

/** What a comment gives as the reason. It stands on one line, and in a comment of any language. */
function parseReason(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new UsageError('--add-ignores takes the reason that the comments give.');
  if (/[\p{Cc}\u2028\u2029]|\*\//u.test(reason)) {
    throw new UsageError('The reason of --add-ignores is one line, without "*/".');
  }
  return reason;
}

/** Comments are written for what is found in files as they are. */
function requireOnlyIgnores(
  values: {
    readonly fix?: boolean;
    readonly 'fix-unsafe'?: boolean;
    readonly diff?: boolean;
    readonly 'update-baseline'?: boolean;
  },
  paths: readonly string[],
): void {
  const other = (['fix', 'fix-unsafe', 'diff', 'update-baseline'] as const).find((name) => values[name]);
  if (other !== undefined) throw new UsageError(`--add-ignores and --${other} exclude each other.`);
  if (paths.includes('-')) throw new UsageError('--add-ignores writes into files. Standard input is none.');
}

/** `--changed` by itself stands for `--changed=`: of the two forms the parser knows only one. */
function withBareChanged(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.map((word, at) => (word === '--changed' && (end === -1 || at < end) ? '--changed=' : word));
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/**
 * Reads a command line by these options and no others; throws a `UsageError` that names the mistake.
 *
 * @param command whose options they are, where they are not those of linting
 */
export function parseOptions<const O extends Options>(
  argv: readonly string[],
  options: O,
  command?: string,
): Parsed<O> {
  // Without options there is nothing to parse, and loading the parser takes longer than all else that is done here.
  if (!argv.some((word) => word.startsWith('-'))) return { values: {}, positionals: [...argv] } as Parsed<O>;
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(describeParseError(error, argv, options, command));
  }
}

/** Node's own messages advise on how to escape positionals; people rather want the option they meant. */
function describeParseError(
  error: unknown,
  argv: readonly string[],
  options: Options,
  command: string | undefined,
): string {
  const { code, message } = error as { code?: string; message: string };
  const given =
    /'(-[^']*)'/
      .exec(message)?.[1]
      ?.split(/[ ,<]/)
      .find((word) => word.startsWith('-')) ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const name = given || (argv.find((word) => word.startsWith('-')) ?? '');
    if (command !== undefined && isOfLinting(name)) return `"${command}" takes no ${name}.`;
    const known = Object.keys(options).map((option) => `--${option}`);
    return `Unknown option "${name}".${calledHere(name) || didYouMean(name, known)}`;
  }
  const long = message.includes('--') ? (/--[\w-]+/.exec(message)?.[0] ?? given) : given;
  return /does not take an argument/.test(message)
    ? `The option "${long}" takes no value.`
    : `The option "${long}" needs a value.`;
}

/** Whether it is an option of the command line that lints. */
function isOfLinting(given: string): boolean {
  return Object.entries(options as Options).some(([name, { short }]) => given === `--${name}` || given === `-${short}`);
}

function parseOutput(text: string): Output {
  const at = text.indexOf('=');
  if (at !== -1 && at === text.length - 1) {
    const format = text.slice(0, at);
    throw new UsageError(`"--format ${text}" lacks a file. Write --format ${format}=FILE, or --format ${format}.`);
  }
  return at === -1 ? { format: text } : { format: text.slice(0, at), file: text.slice(at + 1) };
}

function parseLevel(text: string): [string, Level] {
  const [id = '', ...rest] = text.split('=');
  const level = rest.join('=');
  if (!level)
    throw new UsageError(`"--rule ${text}" lacks a severity. Write --rule ${id}=off, or info, warning or error.`);
  return [id, oneOf(`--rule ${id}`, level, [...severities, 'off'])];
}

/** The value if it is one of the allowed words; else an error that lists them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `${option} cannot be "${value}": it is one of ${allowed.join(', ')}.${didYouMean(value, allowed)}`,
  );
}
