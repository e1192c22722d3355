import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { describeFault, describeMissing, isLink, isNothingThere } from './fault.ts';
import { gone, readOrdinary, type Unread } from './read.ts';
import { TrackedFiles } from './tracked-files.ts';
import { hasManyWildcards, manyWildcards } from './wildcards.ts';

/** What a search comes upon: a file that is wanted, or a folder or `.gitignore` that cannot be read, in one line. */
export type Step = { readonly file: string } | { readonly folder: string; readonly problem: string };

/** One `.gitignore`, and how much of a path belongs to the folder that it lies in. */
export interface Patterns {
  /** Its lines. */
  readonly patterns: Ignore;
  /** The length of the folder's path, its slash included. */
  readonly base: number;
}

/** No larger `.gitignore` is read: its patterns would take longer than everything else. */
const maxIgnoreBytes = 1_000_000;

const never = new Set(['node_modules', '.git']);

/**
 * All files below a folder whose names are wanted, one folder after another, in the order of names. What git ignores,
 * which is nothing that it tracks, `node_modules` and `.git` are left out; symbolic links are not followed, so that it always ends. Reading at once is
 * several times as fast here as reading in the background.
 *
 * @param folder absolute
 */
export function* walk(folder: string, isWanted: (name: string) => boolean): Generator<Step> {
  const problems: Step[] = [];
  const open: { readonly folder: string; readonly above: readonly Patterns[]; readonly tracked?: TrackedFiles }[] = [
    { folder, ...around(folder, isWanted, problems) },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const entries = list(next.folder);
    if (typeof entries === 'string') {
      yield { folder: next.folder, problem: entries };
      continue;
    }
    const own = entries.some(({ name }) => name === '.gitignore') ? readPatterns(next.folder, problems) : undefined;
    yield* problems.splice(0);
    const patterns = forOneFolder(own ? [own, ...next.above] : next.above);
    const tracked = entries.some(({ name }) => name === '.git')
      ? new TrackedFiles(next.folder, isWanted)
      : next.tracked;
    const isLeftOut = (path: string): boolean =>
      isIgnored(path, patterns) && !tracked?.has(path.endsWith('/') ? path.slice(0, -1) : path);
    const start = next.folder.endsWith(sep) ? next.folder : next.folder + sep;
    const below: typeof open = [];
    for (const entry of entries) {
      const path = start + entry.name;
      if (entry.isDirectory()) {
        if (!never.has(entry.name) && !isLeftOut(`${path}/`)) {
          below.push({ folder: path, above: patterns, ...(tracked && { tracked }) });
        }
      } else if (entry.isFile() && isWanted(entry.name) && !isLeftOut(path)) {
        yield { file: path };
      }
    }
    for (let i = below.length; i > 0; i--) open.push(below[i - 1]!);
  }
}

/** The entries of a folder in the order of names, or why they cannot be had; none where the folder has gone. */
function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return isNothingThere(error) ? describeMissing(folder, '') || [] : describeFault(error);
  }
}

/** The same patterns, with no memory of the paths that were asked about before: they keep every one. */
function forOneFolder(all: readonly Patterns[]): readonly Patterns[] {
  return all.map(({ patterns, base }) => ({ patterns: ignore({ ignorecase: false }).add(patterns), base }));
}

/** Of several files that speak of a path the nearest decides, and in it the last line. */
export function isIgnored(path: string, all: readonly Patterns[]): boolean {
  for (const { patterns, base } of all) {
    const relative = path.slice(base);
    const { ignored, unignored } = patterns.test(sep === '/' ? relative : relative.replaceAll(sep, '/'));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The patterns of the repository's folders above this one, and what the repository tracks. Who names an ignored folder
 * means it all the same.
 */
function around(folder: string, isWanted: (name: string) => boolean, problems: Step[]) {
  const above: Patterns[] = [];
  for (let below = folder; ; ) {
    if (existsSync(join(below, '.git'))) return { above, tracked: new TrackedFiles(below, isWanted) };
    const next = dirname(below);
    if (next === below) {
      problems.splice(0);
      return { above: [] };
    }
    const patterns = readPatterns(next, problems);
    if (patterns && !isIgnored(`${folder}/`, [patterns])) above.push(patterns);
    below = next;
  }
}

/** What a folder's `.gitignore` says; undefined where there is none, or where it cannot be read, which is told. */
export function readPatterns(folder: string, problems: Step[] = []): Patterns | undefined {
  const path = join(folder, '.gitignore');
  const content = readIgnoreFile(path);
  if ('problem' in content) {
    if (content !== gone) problems.push({ folder: path, problem: content.problem });
    return undefined;
  }
  const patterns = ignore({ ignorecase: false }).add(content.text);
  return { patterns, base: folder.endsWith(sep) ? folder.length : folder.length + 1 };
}

/** A `.gitignore` as text: in any encoding that has the signs of ASCII, as names have for git. */
export function readIgnoreFile(path: string): { readonly text: string } | Unread {
  if (isLink(path)) return { problem: 'it is a symbolic link, which git does not follow here' };
  const bytes = readOrdinary(path, maxIgnoreBytes);
  if ('problem' in bytes) return bytes;
  if (bytes.includes(0)) return { problem: 'it is not text' };
  const text = bytes.toString('utf8');
  const problem = tooManyPatterns(text);
  return problem === undefined ? { text } : { problem };
}

/** No `.gitignore` has more lines that mean something: each of them is tried on every file. */
const mostPatterns = 2000;

/** Why the patterns of a `.gitignore` would take too long; undefined where they do not. */
function tooManyPatterns(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.filter((line) => line !== '' && !line.startsWith('#')).length > mostPatterns)
    return `it has more than ${mostPatterns.toLocaleString('en')} patterns`;
  const index = lines.findIndex((line) => !line.startsWith('#') && hasManyWildcards(line));
  return index === -1 ? undefined : `line ${index + 1} ${manyWildcards}`;
}
