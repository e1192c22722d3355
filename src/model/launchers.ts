import { baseName } from '../text/path.ts';

/** A program that starts the one behind it. */
interface Launcher {
  /** The word without which it starts none: `run` of `uv run`. */
  readonly verb?: string;
  /** Flags that take the next word for their value. */
  readonly values?: RegExp;
  /** The flag behind which it is given a text to run in place of a program. */
  readonly code?: string;
  /** True if variables may stand before the program: `env A=b web`. */
  readonly assigns?: true;
  /** True if what it runs is the application's own source, and no script that prepares a program. */
  readonly runsSource?: true;
}

const python: Launcher = { values: /^-[XW]$/, code: '-c', runsSource: true };

/**
 * By the last component of their paths. Sources: `env(1)`, https://github.com/krallin/tini#usage,
 * https://github.com/Yelp/dumb-init#usage, https://docs.python.org/3/using/cmdline.html, https://nodejs.org/api/cli.html,
 * https://docs.astral.sh/uv/reference/cli/#uv-run, https://python-poetry.org/docs/cli/#run,
 * https://pipenv.pypa.io/en/latest/cli.html#run, https://docs.npmjs.com/cli/v11/commands/npx,
 * https://ddtrace.readthedocs.io/en/stable/installation_quickstart.html,
 * https://opentelemetry.io/docs/zero-code/python/. Images of many products start by `docker-entrypoint.sh`, which
 * hands on what it is given.
 */
const launchers: Readonly<Record<string, Launcher>> = {
  env: { values: /^(?:-[uC]|--unset|--chdir)$/, assigns: true },
  tini: { values: /^-[pe]$/ },
  'dumb-init': { values: /^(?:-r|--rewrite)$/ },
  busybox: {},
  exec: { values: /^-a$/ },
  'docker-entrypoint.sh': {},
  // A script reads the files that it names in place.
  '.': {},
  source: {},
  python,
  python3: python,
  node: { values: /^(?:-r|--require|--import|--env-file)$/, code: '-e', runsSource: true },
  ruby: { values: /^-[rI]$/, code: '-e', runsSource: true },
  uv: {
    verb: 'run',
    values:
      /^(?:-p|--python|--with|--with-editable|--with-requirements|--extra|--group|--package|--project|--directory|--env-file)$/,
    runsSource: true,
  },
  poetry: { verb: 'run', values: /^(?:-C|--directory|-P|--project)$/, runsSource: true },
  pipenv: { verb: 'run', values: /^--python$/, runsSource: true },
  npx: { values: /^(?:-p|--package|-w|--workspace)$/, code: '-c', runsSource: true },
  'ddtrace-run': { runsSource: true },
  'opentelemetry-instrument': { values: /^--(?!help$|version$)[a-z_]+$/, runsSource: true },
};

/** A name and its value before a command: `A=b`. */
export const assignment = /^[A-Za-z_]\w*=/;

/** Where the program itself stands in a command line. */
export interface Start {
  /** Its position, behind all that launches it; behind the last word where nothing is left. */
  readonly at: number;
  /** Whether it is the application's own source, run by its language, and no script that prepares a program. */
  readonly isSource: boolean;
}

/** Finds the program in a command line, behind whatever starts it. */
export function findProgram(words: readonly string[]): Start {
  let start: Start = { at: 0, isSource: false };
  for (;;) {
    const launcher = launcherOf(words[start.at]);
    const next = launcher && behind(launcher, words, start.at + 1);
    if (next === undefined) return start;
    start = { at: next, isSource: start.isSource || launcher?.runsSource === true };
  }
}

function launcherOf(word: string | undefined): Launcher | undefined {
  if (word === undefined) return undefined;
  const name = baseName(word).replace(/^(python3)\.\d+$/, '$1');
  return Object.hasOwn(launchers, name) ? launchers[name] : undefined;
}

/** The position behind a launcher's own words; undefined where it starts nothing that the words name. */
function behind({ verb, values, code, assigns }: Launcher, words: readonly string[], from: number): number | undefined {
  let at = from;
  let isVerbOpen = verb !== undefined;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === code) return undefined;
    if (word.startsWith('-')) at += values?.test(word) ? 1 : 0;
    else if (isVerbOpen && word === verb) isVerbOpen = false;
    else if (!(assigns && assignment.test(word))) break;
  }
  return isVerbOpen ? undefined : at;
}
