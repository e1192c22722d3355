import { type Io, UsageError } from '../io.ts';

/** What the workflow asked for. */
export interface Inputs {
  /** Files, folders and patterns. */
  readonly paths: readonly string[];
  /** Options of the command line that the inputs stand for. */
  readonly options: readonly string[];
  /** Where the SARIF file shall lie; undefined where the action may choose. */
  readonly sarifFile: string | undefined;
  /** Whether findings become annotations; true unless the workflow says false. */
  readonly annotations: boolean;
  /** Whether findings and drawings go into the job's summary; true unless the workflow says false. */
  readonly summary: boolean;
}

/** Inputs that are options of the same name. */
const passedOn = ['config', 'profile', 'fail-on', 'baseline', 'sarif-category'] as const;

/** Reads what the runner hands over as `INPUT_` variables; throws a `UsageError` for a value that is none. */
export function readInputs(env: Io['env']): Inputs {
  const paths = input(env, 'paths')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    paths,
    options: [
      ...passedOn.flatMap((name) => {
        const value = input(env, name);
        return value === '' ? [] : [`--${name}=${value}`];
      }),
      ...(flag(env, 'require-resources', false) ? ['--require-resources'] : []),
    ],
    sarifFile: input(env, 'sarif-file') || undefined,
    annotations: flag(env, 'annotations', true),
    summary: flag(env, 'summary', true),
  };
}

/** The runner puts names in capitals and writes spaces as `_`; dashes stay. */
function input(env: Io['env'], name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/** What the workflow says in the words that YAML has for it. */
function flag(env: Io['env'], name: string, byDefault: boolean): boolean {
  const value = input(env, name).toLowerCase();
  if (value === '') return byDefault;
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new UsageError(`The input "${name}" cannot be "${value}": it is true or false.`);
}
