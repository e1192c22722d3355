import type { Placed } from '../../tree/place.ts';
import { pathIn } from '../files.ts';
import { isOperator, shellWords } from '../shell-words.ts';
import type { BuildLine } from './build-line.ts';

/** The words of one command. */
type Words = readonly string[];

/** Flags of `docker build` and its like that take the next word, so that it is no context. */
const withValue =
  /^(?:-[tfomc]|--(?:tag|file|target|build-arg|platform|cache-from|cache-to|network|label|secret|ssh|progress|builder|output|iidfile|metadata-file|memory|add-host|build-context|shm-size|ulimit|annotation|attest|allow|provenance|sbom|cgroup-parent|cpuset-cpus|isolation|memory-swap|security-opt|format|volume|arch|os|pull-policy|authfile|creds|project|region|config|timeout|machine-type|substitutions|gcs-log-dir|gcs-source-staging-dir|ignore-file|service-account|worker-pool|account|impersonate-service-account|verbosity|pack|disk-size))$/;

/**
 * The build lines of a text in shell.
 * @param keeps whether a folder that a line goes to is that of the next lines too, as in a script and not in a Makefile
 */
export function* buildLinesOfShell(
  text: string,
  folders: readonly string[],
  on: Placed,
  keeps = true,
): Generator<BuildLine> {
  const joined = text.replace(/\\\r?\n/g, '  ');
  const values = assignmentsOf(joined);
  let place: readonly string[] | undefined = folders;
  for (const line of joined.split('\n')) {
    // The signs of make, a prompt, and what begins an item of a list are none of the command's.
    const bare = line.replace(/^[\s@$-]+/, '');
    if (bare.startsWith('#')) continue;
    let here: readonly string[] | undefined = place;
    for (const words of commandsIn(bare)) {
      if (words[0] === 'cd' || words[0] === 'pushd') here = here && goTo(words[1] ?? '', here, folders);
      else if (words[0] === 'popd') here = undefined;
      else if (here)
        yield* buildLinesOfWords(
          words.map((word) => fillIn(word, values)),
          here,
          on,
        );
    }
    if (keeps) place = here;
  }
}

/** Where `cd` leads from folders; undefined where that is not known. */
function goTo(folder: string, from: readonly string[], ofFile: readonly string[]): readonly string[] | undefined {
  // A script goes to its own folder, and on from there.
  const [, rest] = /^\$\(\s*dirname\s+"?\$\{?(?:0|BASH_SOURCE(?:\[0\])?)\}?"?\s*\)(\/[\w./-]*)?$/.exec(folder) ?? [];
  if (/^\$\(\s*dirname\s/.test(folder)) {
    if (rest === undefined && !/\)$/.test(folder)) return undefined;
    const [own] = ofFile;
    return own === undefined ? undefined : below([own], `.${rest ?? ''}`);
  }
  return isLiteral(folder) && !folder.startsWith('/') ? below(from, folder) : undefined;
}

function below(folders: readonly string[], path: string): readonly string[] | undefined {
  const found = folders.flatMap((folder) => pathIn(folder, path) ?? []);
  return found.length > 0 ? found : undefined;
}

/** What the words of one command build; nothing where they are another command. */
export function* buildLinesOfWords(words: Words, folders: readonly string[], on: Placed): Generator<BuildLine> {
  const at = words.findIndex((word) => /^(?:.*\/)?(?:docker|podman|gcloud|buildah)$/.test(word));
  const command = words.slice(at + 1).filter((word, index) => !(index === 0 && /^(?:beta|alpha)$/.test(word)));
  if (at < 0 || at > 3) return;
  const program = words[at]!.replace(/^.*\//, '');
  if (program === 'gcloud') {
    if (command[0] === 'builds' && command[1] === 'submit') yield* buildLine(command.slice(2), folders, on, 'source');
    return;
  }
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

/** Variables that the text sets once, to a value without others: `IMAGE=web`, `IMAGE := web`. */
function assignmentsOf(text: string): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  for (const line of text.split('\n')) {
    const [, name, value] =
      /^\s*(?:export\s+)?([A-Za-z_]\w*)\s?(?:[:?]?=)\s?(["']?[^\s"'`]*["']?)\s*$/.exec(line.slice(0, 500)) ?? [];
    if (name === undefined || value === undefined) continue;
    values.set(name, values.has(name) ? undefined : value.replace(/["']/g, ''));
  }
  return values;
}

/** Fills in what the text itself sets; what is set elsewhere stays. Values may hold others, as deep as people nest them. */
function fillIn(word: string, values: ReadonlyMap<string, string | undefined>): string {
  let filled = word;
  for (let depth = 0; depth < 4 && filled.includes('$') && filled.length < 500; depth++) {
    filled = filled.replace(/\$(?:(\w+)|\{(\w+)\}|\((\w+)\))/g, (mark, bare, braced, made) => {
      return values.get(bare ?? braced ?? made) ?? mark;
    });
  }
  return filled;
}

function isLiteral(text: string): boolean {
  return text !== '' && text !== '-' && !/[$`{}*?<>]/.test(text) && !/:\/\//.test(text);
}
