import type { FilesAround, Stated } from '../model/surroundings.ts';
import type { SourceText } from '../tree/source-text.ts';

/** The files around a manifest that is open in an editor, and what of them its findings hang on. */
export class FilesBeside implements FilesAround {
  readonly folder: string;
  readonly #files: FilesAround;
  readonly #read = new Map<string, SourceText | undefined>();
  readonly #listed = new Map<string, readonly string[]>();

  /** @param files that look again each time they are asked, and give the same object for what has not changed */
  constructor(files: FilesAround) {
    this.folder = files.folder;
    this.#files = files;
  }

  /** As `FilesAround` has it. */
  read(path: string): SourceText | undefined {
    const source = this.#files.read(path);
    this.#read.set(path, source);
    return source;
  }

  /** As `FilesAround` has it. */
  list(folder: string): readonly string[] {
    const names = this.#files.list(folder);
    this.#listed.set(folder, names);
    return names;
  }

  /** As `FilesAround` has it. */
  stated(container: string | undefined): Stated | undefined {
    return this.#files.stated?.(container);
  }

  /** The paths of the files that were read and are there, from the root. */
  get present(): readonly string[] {
    return [...this.#read].flatMap(([path, source]) => (source ? path : []));
  }

  /** Whether something of what was looked at is not as it was then; tells so once. */
  hasChanged(): boolean {
    const isOther =
      [...this.#read].some(([path, source]) => this.#files.read(path) !== source) ||
      [...this.#listed].some(([folder, names]) => this.#files.list(folder) !== names);
    if (isOther) {
      this.#read.clear();
      this.#listed.clear();
    }
    return isOther;
  }
}
