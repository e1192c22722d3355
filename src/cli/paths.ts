import { isAbsolute, relative, sep } from 'node:path';

/** What a configuration file is called. */
export const configNames = ['cloudrun-lint.yaml', 'cloudrun-lint.yml', 'cloudrun-lint.json'];

/** A path as globs, reports and addresses want it, whatever the platform. */
export function withForwardSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** A path for people and reports: relative to the working directory where it lies below it, else absolute. */
export function displayPath(absolute: string, cwd: string): string {
  const below = cwd.endsWith(sep) ? cwd : cwd + sep;
  const path = absolute.startsWith(below) ? absolute.slice(below.length) : relative(cwd, absolute);
  return withForwardSlashes(path === '' || path.startsWith('..') || isAbsolute(path) ? absolute : path);
}
