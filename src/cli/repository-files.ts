import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FilesAround } from '../model/surroundings.ts';
import { type CompiledBeside, statedFor } from '../policy/compiled-beside.ts';
import { pathBelow } from '../text/path.ts';
import { markBefore, SourceText } from '../tree/source-text.ts';
import type { Bounds } from './bounds.ts';
import { displayPath, withForwardSlashes } from './paths.ts';
import { decode, readOrdinary } from './read.ts';
import { isIgnored, type Patterns, readPatterns } from './walk.ts';

/** No larger file is read beside a manifest, in bytes. */
const maxBytes = 256_000;
/** Of a folder with more names than this, nothing is looked at. */
const mostNames = 2000;

/** What was looked for beside manifests: absolute paths. */
export interface AskedFor {
  /** Those that were opened, or would have been if they were there. */
  readonly files: readonly string[];
  /** Those whose names were looked at. */
  readonly folders: readonly string[];
}

/**
 * The files of repositories that are read for the sake of manifests. Nobody has named them: what leads out of the
 * repository, is no ordinary file, or is ignored by git is not there. Each is read once, as long as this lives.
 */
export class RepositoryFiles {
  readonly #cwd: string;
  readonly #bounds: Bounds;
  readonly #onRead: (absolute: string) => void;
  readonly #read = new Map<string, SourceText | undefined>();
  readonly #listed = new Map<string, readonly string[]>();
  readonly #ignored = new Map<string, readonly Patterns[]>();
  readonly #byName = new Map<string, SourceText>();

  /** @param onRead told of every file that is read, so that no report takes its place */
  constructor(cwd: string, bounds: Bounds, onRead: (absolute: string) => void = () => {}) {
    this.#onRead = onRead;
    this.#cwd = cwd;
    this.#bounds = bounds;
  }

  /**
   * What lies around a manifest.
   * @param beside what configuration files say, the strongest first
   */
  around(absolute: string, beside: readonly CompiledBeside[] = []): FilesAround {
    const root = this.#bounds.rootOf(absolute);
    const folder = pathBelow(withForwardSlashes(dirname(absolute)), root) ?? '';
    const placed = (path: string, from: string): string | undefined => {
      const place = withForwardSlashes(resolve(from, path));
      return place === root ? '' : pathBelow(place, root);
    };
    return {
      folder,
      stated: statedFor(beside, withForwardSlashes(absolute), placed),
      read: (path) => this.#readOnce(join(root, path)),
      list: (path) => this.#listOnce(path === '' ? root : join(root, path), root),
    };
  }

  /** All that was looked for, whether it is there or not. */
  get asked(): AskedFor {
    return { files: [...this.#read.keys()], folders: [...this.#listed.keys()] };
  }

  /** The text of a file that was read, by the name that findings give it. */
  textOf(name: string): string | undefined {
    return this.#byName.get(name)?.text;
  }

  #readOnce(absolute: string): SourceText | undefined {
    if (!this.#read.has(absolute)) this.#read.set(absolute, this.#readText(absolute));
    return this.#read.get(absolute);
  }

  #readText(absolute: string): SourceText | undefined {
    if (this.#bounds.isLeftByFound(absolute)) return undefined;
    const content = decode(readOrdinary(absolute, maxBytes));
    if (!('text' in content)) return undefined;
    const source = new SourceText(
      displayPath(absolute, this.#cwd),
      content.text.slice(markBefore(content.text).length),
    );
    this.#byName.set(source.path, source);
    this.#onRead(absolute);
    return source;
  }

  #listOnce(absolute: string, root: string): readonly string[] {
    let names = this.#listed.get(absolute);
    if (!names) {
      names = this.#bounds.isLeftByFound(join(absolute, 'any')) ? [] : this.#list(absolute, root);
      this.#listed.set(absolute, names);
    }
    return names;
  }

  #list(absolute: string, root: string): readonly string[] {
    try {
      const entries = readdirSync(absolute, { withFileTypes: true });
      if (entries.length > mostNames) return [];
      const patterns = this.#patternsOf(absolute, root);
      return entries
        .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .filter((name) => name !== '.git/' && !isIgnored(join(absolute, name), patterns))
        .sort();
    } catch {
      return [];
    }
  }

  /** Those of a folder, then those of the folders above it up to the root. */
  #patternsOf(folder: string, root: string): readonly Patterns[] {
    let patterns = this.#ignored.get(folder);
    if (!patterns) {
      const own = readPatterns(folder);
      const above =
        withForwardSlashes(folder) === root || dirname(folder) === folder
          ? []
          : this.#patternsOf(dirname(folder), root);
      patterns = own ? [own, ...above] : above;
      this.#ignored.set(folder, patterns);
    }
    return patterns;
  }
}
