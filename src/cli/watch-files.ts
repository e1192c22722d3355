import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mayLieBeside } from '../beside/file-names.ts';
import { pushAll } from '../group-by.ts';
import { configNames } from '../policy/config-names.ts';
import type { Arguments } from './args.ts';
import { hasManifestName, isPattern } from './discover.ts';
import { UsageError } from './io.ts';

/** Editors write a file in several steps; nothing is read until so many ms after the first of them. */
const SETTLING = 50;

/**
 * Yields once everything is watched, and again after each change to a file that the paths lead to or that configures
 * the run. Never ends.
 */
export async function* momentsToLint(args: Arguments, cwd: string): AsyncGenerator<void> {
  const { watch } = await import('chokidar');
  const paths = args.paths.length > 0 ? args.paths : ['.'];
  const places = [...paths, ...configuration(args, cwd)].map((path) => resolve(cwd, path));
  const roots = places.map((place) => (existsSync(place) ? place : withoutPattern(place)));
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false,
    ignored: (path, stats) => {
      const name = basename(path);
      if (stats?.isFile()) return !isRead(name) && !places.includes(path);
      return name === 'node_modules' || name === '.git';
    },
  });
  let changed = true;
  watcher.on('all', () => {
    changed = true;
  });
  try {
    await once(watcher, 'ready');
    for (;;) {
      if (!changed) await once(watcher, 'all');
      await setTimeout(SETTLING);
      changed = false;
      yield;
    }
  } catch (error) {
    throw new UsageError(`--watch cannot go on: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await watcher.close();
  }
}

/** Files that a run reads, by their names: manifests, configurations, and what may lie beside a manifest. */
function isRead(name: string): boolean {
  return hasManifestName(name) || configNames.includes(name) || mayLieBeside(name);
}

/** The files named on the command line, or those from the working directory up to the root of the repository. */
function configuration({ config, baseline }: Arguments, cwd: string): string[] {
  const named = [config, baseline].filter((path) => typeof path === 'string');
  if (config !== undefined) return named;
  for (let folder = cwd; ; folder = dirname(folder)) {
    pushAll(
      named,
      configNames.map((name) => join(folder, name)).filter((path) => existsSync(path)),
    );
    if (folder === dirname(folder) || existsSync(join(folder, '.git'))) return named;
  }
}

/** The folder in which a pattern searches. */
function withoutPattern(pattern: string): string {
  const segments = pattern.split(/[\\/]/);
  const fixed = segments.findIndex(isPattern);
  return fixed === -1 ? pattern : segments.slice(0, fixed).join('/') || '/';
}
