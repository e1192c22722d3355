import ignore from 'ignore';
import type { FilesAround, Stated } from '../../model/surroundings.ts';
import type { SourceText } from '../../tree/source-text.ts';
import type { ClientFiles } from './client-files.ts';
import { folderOf, inFolder, pathOf, upwards } from './uri.ts';

/** No longer file is read beside a manifest, in UTF-16 units. */
const longest = 256_000;
/** Of a folder with more names than this, nothing is looked at. */
const mostNames = 2000;

/** Through what a client's files are seen. */
export interface Sight {
  /** The files as they are saved. */
  readonly files: ClientFiles;
  /** The text of an open document; undefined where none is open at the address. */
  readonly openText: (uri: string) => string | undefined;
  /** The same object for the same text of a file. */
  readonly sourceOf: (uri: string, text: string) => SourceText;
}

/**
 * The files around a manifest where a client reads them: what is at hand counts, the rest is noted down, so that it can
 * be brought and the manifest analysed again. A client answers only for what lies in a folder that is open in it.
 */
export class ClientFilesAround implements FilesAround {
  readonly folder: string;
  readonly stated: (container: string | undefined) => Stated | undefined;
  readonly #root: string;
  readonly #sight: Sight;
  readonly #missing = new Set<string>();
  readonly #unlisted = new Set<string>();
  readonly #read = new Map<string, SourceText | undefined>();
  readonly #listed = new Map<string, readonly string[]>();

  /**
   * @param root the open folder that the manifest lies in, without a slash at its end
   * @param stated what configuration files say of a container
   */
  constructor(uri: string, root: string, sight: Sight, stated: (container: string | undefined) => Stated | undefined) {
    this.folder = pathOf(folderOf(uri)).slice(pathOf(root).length + 1);
    this.stated = stated;
    this.#root = root;
    this.#sight = sight;
  }

  /** As `FilesAround` has it; undefined, too, for what has not been brought yet. */
  read(path: string): SourceText | undefined {
    const uri = inFolder(this.#root, path);
    const source = this.#sourceAt(uri);
    this.#read.set(uri, source);
    return source;
  }

  /** As `FilesAround` has it; [], too, for what has not been brought yet. */
  list(folder: string): readonly string[] {
    const uri = folder === '' ? this.#root : inFolder(this.#root, folder);
    const names = this.#namesIn(uri);
    this.#listed.set(uri, names);
    return names.length <= mostNames ? this.#withoutIgnored(uri, names) : [];
  }

  /** The addresses of the files that were read and are there. */
  get present(): readonly string[] {
    return [...this.#read].flatMap(([uri, source]) => (source ? uri : []));
  }

  /** Whether something that was looked at is not as it was then; tells so once. */
  hasChanged(): boolean {
    const isOther =
      [...this.#read].some(([uri, source]) => this.#sourceAt(uri) !== source) ||
      [...this.#listed].some(([uri, names]) => this.#namesIn(uri) !== names);
    if (isOther) {
      this.#read.clear();
      this.#listed.clear();
    }
    return isOther;
  }

  /** Brings what was looked for and not at hand; whether there was such a thing. */
  async bring(): Promise<boolean> {
    const texts = [...this.#missing];
    const folders = [...this.#unlisted];
    this.#missing.clear();
    this.#unlisted.clear();
    await Promise.all([this.#sight.files.read(texts), this.#sight.files.list(folders)]);
    return texts.length + folders.length > 0;
  }

  #sourceAt(uri: string): SourceText | undefined {
    const { files, openText, sourceOf } = this.#sight;
    const saved = files.known(uri);
    if (!saved) this.#missing.add(uri);
    // What is no file that may be read is none either while something is open by its name.
    const text = saved?.text === undefined ? undefined : (openText(uri) ?? saved.text);
    return text === undefined || text.length > longest ? undefined : sourceOf(uri, text);
  }

  #namesIn(uri: string): readonly string[] {
    const names = this.#sight.files.knownNames(uri);
    if (!names) this.#unlisted.add(uri);
    return names ?? nothing;
  }

  /** As git would have it: the nearest file that says something of a name decides. */
  #withoutIgnored(folder: string, names: readonly string[]): readonly string[] {
    const rules = upwards(folder, this.#root).flatMap((above) => {
      const source = this.#sourceAt(inFolder(above, '.gitignore'));
      if (!source) return [];
      const below = folder === above ? '' : `${pathOf(folder).slice(pathOf(above).length + 1)}/`;
      return [{ below, patterns: ignore({ ignorecase: false }).add(source.text) }];
    });
    return names.filter((name) => {
      if (name === '.git/') return false;
      for (const { below, patterns } of rules) {
        const { ignored, unignored } = patterns.test(`${below}${name}`);
        if (ignored || unignored) return !ignored;
      }
      return true;
    });
  }
}

const nothing: readonly string[] = [];
