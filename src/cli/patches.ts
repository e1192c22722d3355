import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Field } from '../yaml/field.ts';
import { Source } from '../yaml/source.ts';
import { decode, readOrdinary } from './read.ts';

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What of a kustomization names files that change others, and are no manifests of their own. */
interface Kustomization {
  readonly patches?: { readonly path?: string }[];
  readonly patchesStrategicMerge?: string[];
}

/** Which files Kustomize takes for patches: a part of a manifest, of which the rest stands in the file that it changes. */
export class Patches {
  readonly #byFolder = new Map<string, ReadonlySet<string>>();

  /** Whether a kustomization beside the file, or above it within the repository, names it as a patch. */
  has(absolute: string): boolean {
    for (let folder = dirname(absolute); ; folder = dirname(folder)) {
      if (this.#of(folder).has(absolute)) return true;
      if (folder === dirname(folder) || existsSync(join(folder, '.git'))) return false;
    }
  }

  #of(folder: string): ReadonlySet<string> {
    let found = this.#byFolder.get(folder);
    if (!found) {
      found = new Set(names.flatMap((name) => [...patchesIn(join(folder, name))].map((path) => resolve(folder, path))));
      this.#byFolder.set(folder, found);
    }
    return found;
  }
}

/** Paths relative to the kustomization; none where there is no such file, or nothing of the kind in it. */
function* patchesIn(file: string): Generator<string> {
  const content = decode(readOrdinary(file));
  if (!('text' in content) || !/^patches/m.test(content.text)) return;
  const [document] = new Source(file, content.text).documents;
  if (!document) return;
  const root = Field.root<Kustomization>(document);
  for (const { text } of root.get('patches').items.map((patch) => patch.get('path'))) if (text) yield text;
  // An entry of several lines is the patch itself.
  for (const { text } of root.get('patchesStrategicMerge').items) if (text && !text.includes('\n')) yield text;
}
