import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A file to lint. */
export interface Found {
  /** As the report names it: relative to the working directory where it lies below it, forward slashes. */
  readonly path: string;
  /** For reading. */
  readonly absolute: string;
  /** True if a person named this very file. */
  readonly explicit: boolean;
}

/** A path that leads nowhere, in one line. */
export interface Missing {
  readonly problem: string;
}

/** What people call manifests: YAML, and templates of it. */
const endings = ['yaml', 'yml'].flatMap((yaml) => [
  yaml,
  ...['template', 'tpl', 'tmpl', 'j2', 'sample', 'in'].map((template) => `${yaml}.${template}`),
]);

/** Finds manifests below a folder. */
export const manifestGlob = `**/*.{${endings.join(',')}}`;

/** Whether a search of its folder would find the file. */
export function hasManifestName(path: string): boolean {
  return endings.some((ending) => path.endsWith(`.${ending}`));
}

/**
 * Turns what stands on the command line into files, one after another: a file as it is, a folder or a pattern by
 * what lies below it and is not ignored by git. Each file comes once.
 */
export async function* discover(paths: readonly string[], cwd: string): AsyncGenerator<Found | Missing> {
  const seen = new Set<string>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    for await (const found of expand(given, cwd)) {
      if ('problem' in found) {
        yield found;
      } else if (!seen.has(found.absolute)) {
        seen.add(found.absolute);
        yield found;
      }
    }
  }
}

async function* expand(given: string, cwd: string): AsyncGenerator<Found | Missing> {
  const absolute = resolve(cwd, given);
  const kind = await kindOf(absolute);
  if (kind === 'folder') {
    yield* search(manifestGlob, absolute, cwd);
  } else if (kind === 'file') {
    yield { path: displayPath(absolute, cwd), absolute, explicit: true };
  } else if (kind === 'none' && isPattern(given)) {
    yield* search(given.split(sep).join('/'), cwd, cwd);
  } else {
    yield { problem: kind === 'none' ? `${given}: no such file or folder` : `${given}: ${kind}` };
  }
}

/** Whether a path that does not exist is meant as a pattern. */
export function isPattern(given: string): boolean {
  return /[*?[\]{}!]/.test(given);
}

/** globby costs more to load than a file to lint, so it comes only when there is something to search. */
async function* search(pattern: string, from: string, cwd: string): AsyncGenerator<Found | Missing> {
  const { globby } = await import('globby');
  const found = await globby(pattern, {
    cwd: from,
    gitignore: true,
    absolute: true,
    dot: true,
    suppressErrors: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  if (found.length === 0 && from === cwd && pattern !== manifestGlob) yield { problem: `${pattern}: no file matches` };
  for (const file of found.sort()) yield { path: displayPath(file, cwd), absolute: resolve(file), explicit: false };
}

async function kindOf(absolute: string): Promise<'file' | 'folder' | 'none' | string> {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return describeFault(error);
  }
}

/** An operating system's refusal in plain words; "none" where there is nothing. */
export function describeFault(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'none';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ELOOP':
      return 'a symbolic link leads back to itself';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** A path for people and reports. */
export function displayPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  const shown = path === '' || path.startsWith('..') || isAbsolute(path) ? absolute : path;
  return shown.split(sep).join('/');
}
