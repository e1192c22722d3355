import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Field } from '../yaml/field.ts';
import { Source } from '../yaml/source.ts';
import { decode, readOrdinary } from './read.ts';

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

interface Kustomization {
  readonly patches?: { readonly path?: string }[];
  readonly patchesStrategicMerge?: string[];
}

/** Which files kustomize lays over others, by what lies in their folder or above it; a repository's root is the last one asked. */
export class Kustomizations {
  readonly #byFolder = new Map<string, ReadonlySet<string>>();

  /** Whether a file is a patch, and so a piece of a manifest; false where nothing says so. */
  isPatch(absolute: string): boolean {
    return this.#patchesAround(dirname(absolute)).has(absolute);
  }

  #patchesAround(folder: string): ReadonlySet<string> {
    let patches = this.#byFolder.get(folder);
    if (!patches) {
      const above = dirname(folder);
      const isTop = above === folder || existsSync(join(folder, '.git'));
      patches = new Set([...patchesOf(folder), ...(isTop ? [] : this.#patchesAround(above))]);
      this.#byFolder.set(folder, patches);
    }
    return patches;
  }
}

function* patchesOf(folder: string): Generator<string> {
  for (const name of names) {
    const path = join(folder, name);
    const content = existsSync(path) ? decode(readOrdinary(path)) : undefined;
    if (!content || !('text' in content)) continue;
    for (const document of new Source(path, content.text).documents) {
      if (document.problem) continue;
      const root = Field.root<Kustomization>(document);
      const paths = [
        ...root.get('patches').items.map((patch) => patch.get('path')),
        ...root.get('patchesStrategicMerge').items,
      ];
      for (const { text } of paths) if (text) yield resolve(folder, text);
    }
  }
}
