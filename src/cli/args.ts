import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Severity } from '../diagnostic.ts';
import { severities } from '../diagnostic.ts';
import { type Level, type Profile, profiles } from '../policy/profile.ts';
import { didYouMean } from '../suggest.ts';
import { UsageError } from './io.ts';

/** Where one format's text goes: standard output, or a file. */
export interface Output {
  readonly format: string;
  readonly file?: string;
}

/** A command line, checked. */
export interface Arguments {
  readonly paths: readonly string[];
  readonly outputs: readonly Output[];
  readonly profile: Profile;
  /** What `--rule` says, by rule id; the ids are checked by whoever knows the rules. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly failOn: Severity | 'never';
  readonly color: 'auto' | 'always' | 'never';
  /** The name by which standard input is reported. */
  readonly stdinFilename: string;
  /** Whether files named one by one are passed over in silence where they are not Cloud Run's. */
  readonly ignoreUnrecognized: boolean;
  /** Whether it goes on after the first report, with another one after each change. */
  readonly watch: boolean;
  /** Code scanning's category of this run. */
  readonly sarifCategory?: string;
  readonly help: boolean;
  readonly version: boolean;
}

const options = {
  format: { type: 'string', short: 'f', multiple: true },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'ignore-unrecognized': { type: 'boolean' },
  watch: { type: 'boolean' },
  'sarif-category': { type: 'string' },
  color: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies ParseArgsConfig['options'];

/** Reads a command line; throws a `UsageError` that names the mistake. */
export function parseCommandLine(argv: readonly string[]): Arguments {
  const { values, positionals } = parseOptions(argv);
  return {
    paths: positionals,
    outputs: (values.format ?? ['pretty']).map(parseOutput),
    profile: oneOf('--profile', values.profile ?? 'recommended', Object.keys(profiles) as Profile[]),
    levels: new Map((values.rule ?? []).map(parseLevel)),
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', [...severities, 'never']),
    color: oneOf('--color', values.color ?? 'auto', ['auto', 'always', 'never']),
    stdinFilename: values['stdin-filename'] ?? '<stdin>',
    ignoreUnrecognized: values['ignore-unrecognized'] ?? false,
    watch: values.watch ?? false,
    ...(values['sarif-category'] && { sarifCategory: values['sarif-category'] }),
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(describeParseError(error, argv));
  }
}

/** Node's own messages advise on how to escape positionals; people rather want the option they meant. */
function describeParseError(error: unknown, argv: readonly string[]): string {
  const { code, message } = error as { code?: string; message: string };
  const given =
    /'(-[^']*)'/
      .exec(message)?.[1]
      ?.split(/[ ,<]/)
      .find((word) => word.startsWith('-')) ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const name = given || (argv.find((word) => word.startsWith('-')) ?? '');
    const known = Object.keys(options).map((option) => `--${option}`);
    return `Unknown option "${name}".${didYouMean(name, known)}`;
  }
  const long = message.includes('--') ? (/--[\w-]+/.exec(message)?.[0] ?? given) : given;
  return /does not take an argument/.test(message)
    ? `The option "${long}" takes no value.`
    : `The option "${long}" needs a value.`;
}

function parseOutput(text: string): Output {
  const at = text.indexOf('=');
  return at === -1 ? { format: text } : { format: text.slice(0, at), file: text.slice(at + 1) };
}

function parseLevel(text: string): [string, Level] {
  const [id = '', level = ''] = text.split('=');
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
