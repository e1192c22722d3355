import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hasManifestName, isPattern } from './discover.ts';
import { UsageError } from './io.ts';

/** Editors write a file in several steps; nothing is read until so many ms after the first of them. */
const SETTLING = 50;

/** Yields once everything is watched, and again after each change to a file that the paths lead to. Never ends. */
export async function* momentsToLint(paths: readonly string[], cwd: string): AsyncGenerator<void> {
  const { watch } = await import('chokidar');
  const places = (paths.length > 0 ? paths : ['.']).map((path) => resolve(cwd, path, '.'));
  const roots = places.map((place) => (existsSync(place) ? place : withoutPattern(place)));
  const watcher = watch(roots, {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false,
    ignored: (path, stats) => {
      if (stats?.isFile()) return !hasManifestName(path) && !places.includes(resolve(path));
      return ['node_modules', '.git'].includes(basename(path));
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

/** The folder in which a pattern searches. */
function withoutPattern(pattern: string): string {
  const segments = pattern.split(/[\\/]/);
  const fixed = segments.findIndex(isPattern);
  return fixed === -1 ? pattern : segments.slice(0, fixed).join('/') || '/';
}
