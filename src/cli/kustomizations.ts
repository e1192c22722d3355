import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { kustomizationNames, patchesIn } from '../policy/surrounding-files.ts';
import type { Neighbours } from './neighbours.ts';

/** Which files kustomize lays over others, by what lies in their folder or above it; a repository's root is the last one asked. */
export class Kustomizations {
  readonly #byFolder = new Map<string, ReadonlySet<string>>();
  readonly #neighbours: Neighbours;

  constructor(neighbours: Neighbours) {
    this.#neighbours = neighbours;
  }

  /** Whether a file is a patch, and so a piece of a manifest; false where nothing says so. */
  isPatch(absolute: string): boolean {
    return this.#patchesAround(dirname(absolute)).has(absolute);
  }

  #patchesAround(folder: string): ReadonlySet<string> {
    let patches = this.#byFolder.get(folder);
    if (!patches) {
      const above = dirname(folder);
      const isTop = above === folder || existsSync(join(folder, '.git'));
      patches = new Set([...patchesOf(folder, this.#neighbours), ...(isTop ? [] : this.#patchesAround(above))]);
      this.#byFolder.set(folder, patches);
    }
    return patches;
  }
}

function* patchesOf(folder: string, neighbours: Neighbours): Generator<string> {
  for (const name of kustomizationNames) {
    const path = join(folder, name);
    const text = neighbours.read(path);
    for (const named of text === undefined ? [] : patchesIn(path, text)) yield resolve(folder, named);
  }
}
