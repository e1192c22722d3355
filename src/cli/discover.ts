import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { configNames } from '../policy/config-names.ts';
import { templateEndings } from '../text/template-name.ts';
import { Bounds, outOfBounds } from './bounds.ts';
import { describeFault, describeMissing, isNothingThere } from './fault.ts';
import { displayPath, withForwardSlashes } from './paths.ts';
import type { Step } from './walk.ts';
import { hasManyWildcards, manyWildcards } from './wildcards.ts';

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
  /** The path for people, a colon, and what is wrong: `a.yaml: permission denied`. */
  readonly problem: string;
}

/** What people call manifests: YAML, and templates of it. */
const endings = ['yaml', 'yml'].flatMap((yaml) => [yaml, ...templateEndings.map((template) => `${yaml}.${template}`)]);

/** Terraform's files, and OpenTofu's. */
const terraformEndings = ['tf', 'tofu'];

/** Names of JSON files that are surely for something else, and that nearly every repository has. */
const otherJson =
  /(?:^|[/\\])(?:package(?:-lock)?|npm-shrinkwrap|composer|deno|jsconfig|tsconfig(?:\.[\w.-]*)?|angular|nx|renovate|vercel)\.json$|\.(?:tf|tfvars)\.json$/;

/** Finds manifests in YAML below a folder. */
export const manifestGlob = `**/*.{${endings.join(',')}}`;

/** Whether a search of its folder would find the file. */
export function hasManifestName(path: string): boolean {
  if (path.endsWith('.json')) return !otherJson.test(path);
  return [...endings, ...terraformEndings].some((ending) => path.endsWith(`.${ending}`));
}

/** What reads the configuration tells what is wrong with it. */
function isManifest(name: string): boolean {
  return hasManifestName(name) && !configNames.includes(name);
}

/**
 * Turns what stands on the command line into files: for each argument one row of them, which is found while it is
 * read. A file comes as it is, a folder or a pattern as what lies below it and is not ignored by git. Each file comes
 * once.
 */
export async function* discover(paths: readonly string[], cwd: string): AsyncGenerator<Iterable<Found | Missing>> {
  const bounds = new Bounds(cwd);
  if (paths.length <= 1) {
    yield await expand(paths[0] ?? '.', cwd, bounds, new Set());
    return;
  }
  const seen = new Set<string>();
  const patterns = new Set<string>();
  for (const given of paths) yield onlyNew(await expand(given, cwd, bounds, patterns), seen);
}

function* onlyNew(row: Iterable<Found | Missing>, seen: Set<string>): Generator<Found | Missing> {
  for (const found of row) {
    if ('absolute' in found) {
      if (seen.has(found.absolute)) continue;
      seen.add(found.absolute);
    }
    yield found;
  }
}

/** @param patterns those that were searched for before in this run */
async function expand(
  given: string,
  cwd: string,
  bounds: Bounds,
  patterns: Set<string>,
): Promise<Iterable<Found | Missing>> {
  // An unset variable of a shell script, which else would mean the current folder.
  if (given === '') return [{ problem: '"": no such file or folder' }];
  const absolute = resolve(cwd, given);
  try {
    const isFolder = statSync(absolute).isDirectory();
    if (bounds.isLeftBy(absolute)) return [{ problem: `${given}: ${outOfBounds}` }];
    if (isFolder) return search(absolute, cwd);
    return [{ path: displayPath(absolute, cwd), absolute, explicit: true }];
  } catch (error) {
    if (isNothingThere(error) && isPattern(given)) {
      const count = patterns.add(given).size;
      if (count <= mostPatterns) return match(withForwardSlashes(given), cwd, bounds);
      const problem = `${given}: no more than ${mostPatterns} patterns are searched for in one run`;
      return count === mostPatterns + 1 ? [{ problem }] : [];
    }
    const fault = describeFault(error);
    return [{ problem: `${given}: ${isNothingThere(error) ? describeMissing(given, fault) : fault}` }];
  }
}

/** More patterns on one command line are told, not followed: each of them walks through the folders anew. */
const mostPatterns = 50;

/** Whether a path that does not exist is meant as a pattern. */
export function isPattern(given: string): boolean {
  return /[*?[\]{}!]/.test(given);
}

/** What walks a folder is loaded only where there is one. */
async function search(folder: string, cwd: string): Promise<Iterable<Found | Missing>> {
  const { walk } = await import('./walk.ts');
  return inWords(walk(folder, isManifest), cwd);
}

function* inWords(steps: Iterable<Step>, cwd: string): Generator<Found | Missing> {
  for (const step of steps) {
    if ('problem' in step) yield { problem: `${displayPath(step.folder, cwd)}: ${step.problem}` };
    else if (!isLargeJson(step.file)) yield { path: displayPath(step.file, cwd), absolute: step.file, explicit: false };
  }
}

/** A JSON file of more bytes is data: no object of Cloud Run is as large. */
const maxJsonBytes = 1_000_000;

function isLargeJson(file: string): boolean {
  if (!file.endsWith('.json')) return false;
  try {
    return statSync(file).size > maxJsonBytes;
  } catch {
    // Reading it tells what is wrong.
    return false;
  }
}

/** globby costs more to load than a file to lint, so it comes only where there is a pattern. */
async function match(pattern: string, cwd: string, bounds: Bounds): Promise<Iterable<Found | Missing>> {
  if (hasManyWildcards(pattern)) return [{ problem: `${pattern}: it ${manyWildcards}` }];
  const { matchPattern } = await import('./match-pattern.ts');
  const { files: all, refused } = await matchPattern(pattern, cwd);
  const named = all.filter((file) => !configNames.includes(basename(file)));
  const files = named.filter((file) => !bounds.isLeftBy(file));
  const left = named.filter((file) => bounds.isLeftBy(file)).map((place) => ({ place, problem: outOfBounds }));
  const problems = [...refused, ...left].map(({ place, problem }) => ({
    problem: `${displayPath(place, cwd)}: ${problem}`,
  }));
  if (files.length === 0 && problems.length === 0) return [{ problem: `${pattern}: no file matches` }];
  return [
    ...problems,
    ...files.map((file) => ({ path: displayPath(file, cwd), absolute: resolve(file), explicit: false })),
  ];
}
