import { folderOf } from '../text/path.ts';
import type { BoundedFiles } from './files.ts';
import { upwards } from './files.ts';

/** Folders so far below the manifest's are not looked into. */
const deepest = 5;

const names: ReadonlySet<string> = new Set(['Dockerfile', 'Containerfile']);

/**
 * The Dockerfiles nearest to the manifest, by their paths: those in its folder and below; where there is none, those of
 * the folder above and below it, and so on to the root. undefined where a bound was met, so that there may be others.
 */
export function nearestDockerfiles(files: BoundedFiles): readonly string[] | undefined {
  const seen = new Set<string>();
  for (const level of upwards(files.folder)) {
    const found = [...below(files, level, seen)];
    if (files.isExhausted) return undefined;
    if (found.length > 0) return found;
  }
  return [];
}

/** @param seen folders that were looked into for a level below */
function* below(files: BoundedFiles, top: string, seen: Set<string>): Generator<string> {
  let row = [top];
  for (let depth = 0; depth <= deepest && row.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of row) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      for (const name of files.list(folder)) {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (names.has(name)) yield path;
        else if (name.endsWith('/') && !name.startsWith('.')) next.push(path.slice(0, -1));
      }
    }
    row = next;
  }
}

/** The name of the folder that a file lies in, in lower case; "" for one at the root. */
export function folderName(path: string): string {
  const folder = folderOf(path);
  return folder.slice(folder.lastIndexOf('/') + 1).toLowerCase();
}
