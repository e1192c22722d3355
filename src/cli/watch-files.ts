import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mayLieBeside } from '../beside/file-names.ts';
import { pushAll } from '../group-by.ts';
import { configNames } from '../policy/config-names.ts';
import type { Arguments } from './args.ts';
import { hasManifestName, isPattern } from './discover.ts';
import { UsageError } from './io.ts';
import type { AskedFor } from './repository-files.ts';
import { WatchedFolders } from './watched-folders.ts';

/** Editors write a file in several steps; nothing is read until so many ms after the first of them. */
const SETTLING = 50;

/** What has come since the last report. */
type News = 'nothing' | 'change' | Error;

/**
 * The moments to lint: at once, and again after each change to a file that the paths lead to, that configures the run, or that
 * a run has looked for beside a manifest.
 */
export class Moments {
  readonly #places: readonly string[];
  readonly #roots: readonly string[];
  /** What a run writes itself, and would follow for ever. */
  readonly #reports: ReadonlySet<string>;
  readonly #bell = new EventEmitter();
  readonly #around = new WatchedFolders((folder, name) => {
    const path = join(folder, name ?? '');
    if (name === null || this.#lookedFor.has(path) || (isRead(name) && !this.#reports.has(path))) this.#ring('change');
  });
  readonly #lookedFor = new Set<string>();
  #news: News = 'change';

  constructor(args: Arguments, cwd: string) {
    const paths = args.paths.length > 0 ? args.paths : ['.'];
    this.#places = [...paths, ...configuration(args, cwd)].map((path) => resolve(cwd, path));
    this.#roots = this.#places.map((place) => (existsSync(place) ? place : withoutPattern(place)));
    this.#reports = new Set(args.outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(cwd, file)])));
  }

  /** Takes what a run has looked for beside a manifest: new files in these folders count, too. */
  follow({ files, folders }: AskedFor): void {
    // What has gone may come back.
    for (const path of [...files, ...folders]) this.#lookedFor.add(path);
    try {
      this.#around.follow(new Set([...folders, ...files.map((file) => dirname(file))]));
    } catch (error) {
      this.#ring(asError(error));
    }
  }

  /** Never ends. */
  async *[Symbol.asyncIterator](): AsyncGenerator<void> {
    const { watch } = await import('chokidar');
    const watcher = watch([...this.#roots], {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      followSymlinks: false,
      ignored: (path, stats) => {
        const name = basename(path);
        if (stats?.isFile()) return this.#reports.has(path) || !(isRead(name) || this.#places.includes(path));
        return name === 'node_modules' || name === '.git';
      },
    });
    watcher.on('all', () => this.#ring('change'));
    watcher.on('error', (error) => this.#ring(asError(error)));
    try {
      await once(watcher, 'ready');
      for (;;) {
        if (this.#news === 'nothing') await once(this.#bell, 'news');
        await setTimeout(SETTLING);
        if (this.#news instanceof Error) throw this.#news;
        this.#news = 'nothing';
        yield;
      }
    } catch (error) {
      throw new UsageError(`--watch cannot go on: ${asError(error).message}`);
    } finally {
      this.#around.close();
      await watcher.close();
    }
  }

  #ring(news: News): void {
    if (!(this.#news instanceof Error)) this.#news = news;
    this.#bell.emit('news');
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
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
