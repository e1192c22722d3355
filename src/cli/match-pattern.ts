import * as fs from 'node:fs';
import { resolve } from 'node:path';
import { globby } from 'globby';
import { describeFault, isNothingThere } from './fault.ts';
import { gone } from './read.ts';
import { readIgnoreFile } from './walk.ts';

/** What a pattern leads to. */
interface Matched {
  /** Absolute, in the order of their names. */
  readonly files: readonly string[];
  /** Folders and `.gitignore` files that could not be read: what lies there may be missing. */
  readonly refused: readonly { readonly place: string; readonly problem: string }[];
}

/** The files that a pattern matches and git does not ignore. */
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
  return {
    files: files.sort(),
    refused: [...refused].sort().map(([place, problem]) => ({ place, problem })),
  };
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
