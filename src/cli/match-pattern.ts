import * as fs from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { globby } from 'globby';
import picomatch from 'picomatch';
import { pathBelow } from '../text/path.ts';
import { describeFault, isNothingThere } from './fault.ts';
import { withForwardSlashes } from './paths.ts';
import { gone } from './read.ts';
import { findWorkingCopy } from './repository.ts';
import { TrackedFiles } from './tracked-files.ts';
import { readIgnoreFile } from './walk.ts';

/** What a pattern leads to. */
interface Matched {
  /** Absolute, in the order of their names. */
  readonly files: readonly string[];
  /** Folders and `.gitignore` files that could not be read: what lies there may be missing. */
  readonly refused: readonly { readonly place: string; readonly problem: string }[];
}

/** The files that a pattern matches and git does not ignore, which is nothing that it tracks. */
export async function matchPattern(pattern: string, cwd: string): Promise<Matched> {
  const refused = new Map<string, string>();
  const files = await globby(pattern, {
    cwd,
    gitignore: true,
    absolute: true,
    dot: true,
    suppressErrors: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    fs: watchful((place, problem) => refused.set(resolve(place), problem)) as typeof fs,
  });
  const tracked = trackedBy(pattern, cwd).filter((file) => isOrdinary(file));
  return {
    files: [...new Set([...files, ...tracked])].sort(),
    refused: [...refused].sort().map(([place, problem]) => ({ place, problem })),
  };
}

/** The files that git tracks and a pattern matches, whatever a `.gitignore` says of them. */
function trackedBy(pattern: string, cwd: string): readonly string[] {
  const root = findWorkingCopy(cwd)?.rootFolder;
  if (root === undefined) return [];
  const matches = picomatch(pattern.replace(/^(?:\.\/)+/, ''), { dot: true });
  const here = withForwardSlashes(cwd);
  return [...new TrackedFiles(root, () => true).paths]
    .map((path) => `${root.replace(/\/$/, '')}/${path}`)
    .filter((file) => !/\/(?:node_modules|\.git)\//.test(file))
    .filter((file) =>
      matches(isAbsolute(pattern) ? file : (pathBelow(file, here) ?? withForwardSlashes(relative(cwd, file)))),
    );
}

function isOrdinary(file: string): boolean {
  try {
    return fs.lstatSync(file).isFile();
  } catch {
    return false;
  }
}

/** The file system for globby, which passes over what it cannot read: here it is told. */
function watchful(tell: (place: string, problem: string) => void) {
  const readdir = (folder: string, options: object, done: (error: unknown, entries?: fs.Dirent[]) => void): void =>
    fs.readdir(folder, { ...options, withFileTypes: true }, (error, entries) => {
      if (error && !isNothingThere(error)) tell(folder, describeFault(error));
      done(error, entries);
    });
  const readFile = async (path: string): Promise<string> => {
    const content = readIgnoreFile(path);
    if ('text' in content) return content.text;
    if (content !== gone) tell(path, content.problem);
    return '';
  };
  return { ...fs, readdir, promises: { ...fs.promises, readFile } };
}
