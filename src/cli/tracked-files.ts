import { dirname, join, resolve } from 'node:path';
import { pathBelow } from '../text/path.ts';
import { readGitIndex } from './git-index.ts';
import { withForwardSlashes } from './paths.ts';
import { decode, readOrdinary } from './read.ts';

/** An index of a million files has about so many bytes; no larger one is read. */
const maxIndexBytes = 256_000_000;

/**
 * The files of a working copy that git tracks, among those that are wanted. Git ignores none of them, whatever a
 * `.gitignore` says. Read on first need; empty where git's index cannot be read.
 */
export class TrackedFiles {
  readonly #root: string;
  readonly #isWanted: (name: string) => boolean;
  #paths: ReadonlySet<string> | undefined;
  #folders: ReadonlySet<string> | undefined;

  /** @param root absolute, the folder that `.git` lies in */
  constructor(root: string, isWanted: (name: string) => boolean) {
    this.#root = withForwardSlashes(root);
    this.#isWanted = isWanted;
  }

  /** From the root, with forward slashes. */
  get paths(): ReadonlySet<string> {
    this.#paths ??= new Set(this.#read());
    return this.#paths;
  }

  /** Whether git tracks a file, or one below it if it is a folder. */
  has(absolute: string): boolean {
    const path = pathBelow(withForwardSlashes(absolute), this.#root);
    if (path === undefined) return false;
    this.#folders ??= foldersOf(this.paths);
    return this.paths.has(path) || this.#folders.has(path);
  }

  #read(): readonly string[] {
    const bytes = readOrdinary(join(gitFolder(this.#root), 'index'), maxIndexBytes);
    return ('problem' in bytes ? undefined : readGitIndex(bytes, this.#isWanted)) ?? [];
  }
}

/** Where git keeps what it knows: `.git`, or what that names in a submodule or a linked working copy. */
function gitFolder(root: string): string {
  const git = join(root, '.git');
  const content = decode(readOrdinary(git, 10_000));
  const named = 'text' in content ? /^gitdir: ([^\r\n]+)/.exec(content.text)?.[1] : undefined;
  return named === undefined ? git : resolve(root, named);
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.' && !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}
