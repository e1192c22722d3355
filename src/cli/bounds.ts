import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isWithin, pathBelow } from '../text/path.ts';
import { isLink, isNothingThere } from './fault.ts';
import { withForwardSlashes } from './paths.ts';
import { findWorkingCopy } from './repository.ts';

/** What is told of a name inside the repository that leads to what is not its own. */
export const outOfBounds = 'it leads out of the repository';

/** Linux follows no more links in one path. */
const maxLinks = 40;

/**
 * Where the things lie that a run may come upon by itself: in the repository of the working directory, or else in the
 * one around the thing. A tree can hold symbolic links to anywhere on the machine; what lies outside was not written by
 * the tree's author, and shall neither be shown to whoever reads a log nor be replaced. Git's own folder is outside,
 * too.
 */
export class Bounds {
  readonly #cwd: string;
  readonly #root: string | undefined;

  constructor(cwd: string) {
    this.#cwd = withForwardSlashes(cwd);
    this.#root = findWorkingCopy(cwd)?.rootFolder;
  }

  /** Whether a name that somebody gave lies inside a repository and leads out of it, or into git's own folder. */
  isLeftBy(absolute: string): boolean {
    const root = this.#repositoryOf(absolute);
    return root !== undefined && leaves(absolute, root);
  }

  /** The same for a configuration, which a person may keep in git's folder: no tree brings anything there. */
  isLeftByConfig(absolute: string): boolean {
    return !isGits(withForwardSlashes(absolute)) && this.isLeftBy(absolute);
  }

  /** Whether a name that nobody gave leads out of its repository, or of the folder that is searched where there is none. */
  isLeftByFound(absolute: string): boolean {
    return leaves(absolute, this.rootOf(absolute));
  }

  /** The same for a name that will be written to, where a working directory that is no repository counts as one. */
  isLeftByWritten(absolute: string): boolean {
    const root = this.rootOf(join(this.#cwd, 'any'));
    return isWithin(withForwardSlashes(absolute), root) ? leaves(absolute, root) : this.isLeftBy(absolute);
  }

  /** What a file may speak of: its repository; without one the working directory, or its own folder elsewhere. */
  rootOf(absolute: string): string {
    const folder = withForwardSlashes(dirname(absolute));
    return this.#repositoryOf(absolute) ?? (isWithin(folder, this.#cwd) ? this.#cwd : folder);
  }

  #repositoryOf(absolute: string): string | undefined {
    if (this.#root !== undefined && isWithin(withForwardSlashes(absolute), this.#root)) return this.#root;
    return findWorkingCopy(dirname(absolute))?.rootFolder;
  }
}

/** Whether what lies behind a name is outside of a folder, or in git's own. */
export function leaves(absolute: string, root: string): boolean {
  const real = realPlace(absolute);
  if (real === undefined) return false;
  const realRoot = withForwardSlashes(realPlace(root) ?? root);
  const place = withForwardSlashes(real);
  return !isWithin(place, realRoot) || isGits(pathBelow(place, realRoot) ?? '');
}

function isGits(path: string): boolean {
  return /(?:^|\/)\.git(?:\/|$)/i.test(path);
}

/**
 * Where a path really leads, all symbolic links followed, also where nothing is there yet. undefined where the system
 * cannot say, so that nobody can read or write there either.
 */
export function realPlace(path: string, links = 0): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isNothingThere(error) || links > maxLinks) return undefined;
  }
  const above = dirname(path);
  if (above === path) return path;
  const folder = realPlace(above, links);
  if (folder === undefined) return undefined;
  const place = join(folder, basename(path));
  return isLink(place) ? realPlace(resolve(folder, readlinkSync(place)), links + 1) : place;
}
