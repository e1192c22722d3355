import { hasPlaceholder } from '../yaml/placeholder.ts';

const shell = /^(?:.*\/)?(?:ba|da|a|z)?sh$/;
const scriptFile = /\.(?:sh|bash|py|rb|pl|js)$/;

/** What may stand before the program itself, with flags and variables of its own: `env -i A=b`, `tini --`. */
const launcher = /^(?:.*\/)?(?:env|tini|dumb-init|busybox|exec|docker-entrypoint\.sh)$/;
const assignment = /^[A-Za-z_]\w*=/;

/** True for a word that starts a shell. */
export function isShell(word: string): boolean {
  return shell.test(word);
}

/** Whether a shell or a script starts the command line, so that it may do anything before the program runs. */
export function startsScript(words: readonly string[]): boolean {
  const [program = ''] = behindLaunchers(words);
  return isShell(program) || scriptFile.test(program);
}

/**
 * Whether a command line runs none of these programs, but another one of the same image. A program is the last
 * component of its path, with a sub-command where that decides: `mysqld`, `ollama serve`. False where nothing but flags
 * is given, or a file of configuration, or a placeholder hides the program.
 */
export function runsAnother(words: readonly string[], programs: readonly string[]): boolean {
  const [first = '-'] = words;
  if (first.startsWith('-') || first.endsWith('.conf')) return false;
  const runs = [...commandsIn(words)];
  return !runs.some(([program = '', second = '']) => {
    const name = program.slice(program.lastIndexOf('/') + 1);
    return hasPlaceholder(program) || programs.includes(name) || programs.includes(`${name} ${second}`);
  });
}

/** The commands of a command line: itself, or those in the script behind `sh -c`. */
function* commandsIn(words: readonly string[]): Generator<readonly string[]> {
  const command = behindLaunchers(words);
  if (!isShell(command[0] ?? '')) {
    yield command;
    return;
  }
  const text = command.slice(1).find((word) => !word.startsWith('-')) ?? '';
  for (const part of text.split(/[;&|\n(){}]+|\b(?:do|then|else)\b/)) {
    const parts = part.split(/[\s'"]+/).filter((word) => word !== '');
    // As in `PORT=6380 redis-server`.
    const start = parts.findIndex((word) => !assignment.test(word));
    yield behindLaunchers(start < 0 ? [] : parts.slice(start));
  }
}

function behindLaunchers(words: readonly string[]): readonly string[] {
  let at = 0;
  while (launcher.test(words[at] ?? '')) {
    at++;
    while (words[at]?.startsWith('-') || assignment.test(words[at] ?? '')) at++;
  }
  return words.slice(at);
}
