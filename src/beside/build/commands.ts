import { groupBy } from '../../group-by.ts';
import type { Placed } from '../../tree/place.ts';
import { pathIn } from '../files.ts';
import { isOperator, shellWords } from '../shell-words.ts';
import type { BuildLine, ImageLine } from './build-line.ts';
import { fillIn, givenBy, nameOfMark, replacementsOf, type Values, valuesOfShell } from './shell-values.ts';

/** The words of one command. */
type Words = readonly string[];

/** Flags of `docker build` and its like that take the next word, so that it is no context. */
const withValue =
  /^(?:-[tfomc]|--(?:tag|file|target|build-arg|platform|cache-from|cache-to|network|label|secret|ssh|progress|builder|output|iidfile|metadata-file|memory|add-host|build-context|shm-size|ulimit|annotation|attest|allow|provenance|sbom|cgroup-parent|cpuset-cpus|isolation|memory-swap|security-opt|format|volume|arch|os|pull-policy|authfile|creds|project|region|config|timeout|machine-type|substitutions|gcs-log-dir|gcs-source-staging-dir|ignore-file|service-account|worker-pool|account|impersonate-service-account|verbosity|pack|disk-size))$/;

/**
 * The build lines of a text in shell.
 * @param keeps whether a folder that a line goes to is that of the next lines too, as in a script and not in a Makefile
 * @param given variables that are set around it
 */
export function buildLinesOfShell(
  text: string,
  folders: readonly string[],
  on: Placed,
  keeps = true,
  given: Values = new Map(),
): Iterable<ImageLine> {
  if (!/\b(?:docker|podman|buildah|gcloud)\b/.test(text)) return [];
  const joined = joinLines(text);
  const values = new Map([...given, ...replacementsOf(joined), ...valuesOfShell(joined, folders[0] ?? '')]);
  return withVariables(linesOfShell(joined, values, folders, on, keeps), values);
}

function* linesOfShell(
  text: string,
  values: Values,
  folders: readonly string[],
  on: Placed,
  keeps: boolean,
): Generator<ImageLine> {
  let place: readonly string[] | undefined = folders;
  for (const line of text.split('\n')) {
    // The signs of make, a prompt, and what begins an item of a list are none of the command's.
    const bare = line.replace(/^[\s@$-]+/, '');
    if (bare.startsWith('#')) continue;
    let here: readonly string[] | undefined = place;
    // What stands in parentheses goes nowhere for the others.
    const isApart = bare.startsWith('(');
    for (const written of commandsIn(isApart ? bare.replace(/^\(|\)\s*$/g, ' ') : bare)) {
      const words = written.map((word) => fillIn(word, values));
      if (words[0] === 'cd' || words[0] === 'pushd') here = here && goTo(words[1] ?? '', here, folders);
      else if (words[0] === 'popd') here = undefined;
      else if (here) yield* imageLinesOfWords(words, here, on);
    }
    if (keeps && !isApart) place = here;
  }
}

/** A text whose lines that go on stand in one. */
export function joinLines(text: string): string {
  return text.replace(/\\\r?\n/g, '  ');
}

/** The same lines with the variables that hold the names of their images. */
export function* withVariables(lines: Iterable<ImageLine>, values: Values): Generator<ImageLine> {
  const holders = groupBy([...values], ([, value]) => value && fillIn(value, values));
  for (const line of lines) {
    const names = holders.get(line.image)?.map(([name]) => nameOfMark(name));
    yield 'of' in line || !names ? line : { ...line, variables: [...(line.variables ?? []), ...names] };
  }
}

/** Where `cd` leads from folders; undefined where that is not known. */
function goTo(written: string, from: readonly string[], [own = '']: readonly string[]): readonly string[] | undefined {
  // A script goes to its own folder, and on from there.
  const [, command, rest = ''] = /^(\$\(.*\))((?:\/[\w.-]+)*\/?)$/.exec(written) ?? [];
  const folder = command === undefined ? written : `${givenBy(command, own)}${rest}`;
  return isLiteral(folder) ? below(from, folder) : undefined;
}

function below(folders: readonly string[], path: string): readonly string[] | undefined {
  const found = folders.flatMap((folder) => pathIn(folder, path) ?? []);
  return found.length > 0 ? found : undefined;
}

/** What the words of one command build or name; nothing where they are another command. */
export function* imageLinesOfWords(words: Words, folders: readonly string[], on: Placed): Generator<ImageLine> {
  const at = words.findIndex((word) => /^(?:.*\/)?(?:docker|podman|gcloud|buildah)$/.test(word));
  const command = words.slice(at + 1).filter((word, index) => !(index === 0 && /^(?:beta|alpha)$/.test(word)));
  if (at < 0 || at > 3) return;
  const program = words[at]!.replace(/^.*\//, '');
  if (program === 'gcloud') {
    if (command[0] === 'builds' && command[1] === 'submit') yield* buildLine(command.slice(2), folders, on, 'source');
    return;
  }
  const [name, of, image, more] = command[0] === 'image' ? command.slice(1) : command;
  if (name === 'tag' && of !== undefined && image !== undefined && more === undefined) yield { of, image };
  const verb = command.findIndex((word) => word === 'build' || word === 'bud');
  if (verb >= 0 && verb <= 2 && command.slice(0, verb).every((word) => /^(?:buildx|image|builder)$/.test(word)))
    yield* buildLine(command.slice(verb + 1), folders, on, 'context');
}

/** What follows the verb of a build command. */
export function* buildLine(
  words: Words,
  folders: readonly string[],
  on: Placed,
  kind: 'context' | 'source',
): Generator<BuildLine> {
  const tags: string[] = [];
  let dockerfile: string | undefined;
  let target: string | undefined;
  const contexts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const flag = equals < 0 ? word : word.slice(0, equals);
    const value = equals < 0 ? words[at + 1] : word.slice(equals + 1);
    if (/^(?:-t|--tag)$/.test(flag)) tags.push(value ?? '');
    else if (flag === '-f' || flag === '--file') dockerfile = value;
    else if (flag === '--target') target = value;
    // A build by another description than a Dockerfile.
    else if (kind === 'source' && (flag === '--config' || flag === '--pack')) return;
    else if (!word.startsWith('-')) contexts.push(word);
    if (equals < 0 && withValue.test(flag)) at++;
  }
  const [context = kind === 'source' ? '.' : undefined, more] = contexts;
  if (context === undefined || more !== undefined || !isLiteral(context)) return;
  if ((dockerfile !== undefined && !isLiteral(dockerfile)) || (target !== undefined && !isLiteral(target))) return;
  for (const image of tags) yield { image, context, dockerfile, inContext: false, target, folders, on };
}

/** The commands of a line, each as its words. */
function* commandsIn(line: string): Generator<Words> {
  let words: string[] = [];
  for (const word of shellWords(line.slice(0, 5000))) {
    if (isOperator(word)) {
      if (words.length > 0) yield words;
      words = [];
    } else words.push(word.text);
  }
  if (words.length > 0) yield words;
}

function isLiteral(text: string): boolean {
  return text !== '' && text !== '-' && !/[$`{}*?<>]/.test(text) && !/:\/\//.test(text);
}
