import { type FSWatcher, watch } from 'node:fs';

/** Errors of folders that have gone, or that nobody may read: there is nothing to follow. */
const nothingThere: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/**
 * Follows the names and contents in some folders, not below them. Unlike those of chokidar these watches stand as soon as
 * they are asked for, so that no change between two runs is lost.
 */
export class WatchedFolders {
  readonly #onChange: (folder: string, name: string | null) => void;
  #watches: readonly FSWatcher[] = [];

  constructor(onChange: (folder: string, name: string | null) => void) {
    this.#onChange = onChange;
  }

  /** Follows these in place of those before: a folder may have gone and come back meanwhile. Throws where the system refuses. */
  follow(folders: Iterable<string>): void {
    const before = this.#watches;
    this.#watches = [...folders].flatMap((folder) => this.#watch(folder) ?? []);
    for (const watcher of before) watcher.close();
  }

  /** Follows nothing any more. */
  close(): void {
    this.follow([]);
  }

  #watch(folder: string): FSWatcher | undefined {
    try {
      const watcher = watch(folder, (_, name) => this.#onChange(folder, name));
      // A folder that goes ends its watch; the one above tells of it.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch (error) {
      if (nothingThere.has((error as NodeJS.ErrnoException).code)) return undefined;
      throw error;
    }
  }
}
