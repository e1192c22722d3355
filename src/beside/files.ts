import type { FilesAround, Stated } from '../model/surroundings.ts';
import { folderOf } from '../text/path.ts';
import type { SourceText } from '../tree/source-text.ts';

/** No more files are read for a manifest. */
const mostFiles = 64;
/** No more folders are listed for a manifest. */
const mostFolders = 200;
/** No longer file is read, in UTF-16 units. */
const longest = 256_000;
/** No more is read for a manifest altogether, in UTF-16 units. */
const mostText = 2_000_000;

/** No more is gone through for all workloads of a manifest, in UTF-16 units: each may read the same files again. */
const mostForAll = 4_000_000;

/** What a name in a folder costs of that. */
const costOfName = 10;

/** What the workloads of one manifest may go through together. */
export class SharedBudget {
  #left = mostForAll;

  /** Takes something out of it; false where there is not so much. */
  takes(length: number): boolean {
    this.#left -= length;
    return this.#left >= 0;
  }
}

/** Folders that hold what others wrote. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', 'vendor']);

/** Reads what lies around one manifest, within bounds. */
export class BoundedFiles {
  /** The manifest's folder, from the root of what may be read; "" for the root itself. */
  readonly folder: string;
  readonly #files: FilesAround;
  readonly #budget: SharedBudget;
  readonly #read = new Map<string, SourceText | undefined>();
  readonly #listed = new Map<string, readonly string[]>();
  #length = 0;
  #isExhausted = false;

  /** @param budget of the manifest that the workload stands in */
  constructor(files: FilesAround, budget: SharedBudget) {
    this.folder = files.folder;
    this.#files = files;
    this.#budget = budget;
  }

  /** Whether a bound was met: then what was not found may be there all the same. */
  get isExhausted(): boolean {
    return this.#isExhausted;
  }

  /** What the team says of a container of this name; undefined where it says nothing. */
  stated(container: string | undefined): Stated | undefined {
    return this.#files.stated?.(container);
  }

  /** A file that was read, by the name that findings give it; undefined where none was read by that name. */
  named(name: string): SourceText | undefined {
    for (const source of this.#read.values()) if (source?.path === name) return source;
    return undefined;
  }

  /** A file by its path from the root; undefined where there is none that may be read. */
  read(path: string): SourceText | undefined {
    if (this.#read.has(path)) return this.#read.get(path);
    if (this.#read.size >= mostFiles || this.#length > mostText) {
      this.#isExhausted = true;
      return undefined;
    }
    const source = this.#files.read(path);
    const isTooLong = source !== undefined && source.text.length > longest;
    const isTooMuch = isTooLong || !this.#budget.takes(source?.text.length ?? 0);
    if (isTooMuch) this.#isExhausted = true;
    const kept = isTooMuch ? undefined : source;
    this.#length += kept?.text.length ?? 0;
    this.#read.set(path, kept);
    return kept;
  }

  /** The names in a folder, folders with a slash at the end; [] where there is none. */
  list(folder: string): readonly string[] {
    const known = this.#listed.get(folder);
    if (known) return known;
    if (this.#listed.size >= mostFolders) {
      this.#isExhausted = true;
      return [];
    }
    const all = this.#files.list(folder);
    const isTooMuch = !this.#budget.takes(costOfName * all.length);
    if (isTooMuch) this.#isExhausted = true;
    const names = isTooMuch ? [] : all.filter((name) => !passedOver.has(name.replace(/\/$/, '')));
    this.#listed.set(folder, names);
    return names;
  }

  /** Whether a folder holds a file or folder of this path, without reading it. */
  has(path: string): boolean {
    const names = this.list(folderOf(path));
    const name = path.slice(path.lastIndexOf('/') + 1);
    return path === '' || names.includes(name) || names.includes(`${name}/`);
  }
}

/**
 * A path as seen from a folder, with `.` and `..` followed; one that begins with `//` counts from the root. undefined
 * where it is absolute, or leads out of the root.
 */
export function pathIn(folder: string, path: string): string | undefined {
  const isFromRoot = path.startsWith('//');
  if ((path.startsWith('/') && !isFromRoot) || path.includes('\\') || /^[A-Za-z][\w+.-]*:/.test(path)) return undefined;
  const segments = folder === '' || isFromRoot ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** A folder and those above it, up to the root. */
export function upwards(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== ''; ) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}
