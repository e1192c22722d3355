import { readdirSync, statSync } from 'node:fs';
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

/** Tells the text of a file that is open in an editor, as it stands there; undefined for one that is not open. */
export type OpenText = (absolute: string) => string | undefined;

/** What was read or listed, and by what its next version is told. */
interface Kept<T> {
  readonly value: T;
  readonly stamp: string;
  readonly open?: string | undefined;
}

/**
 * The files of repositories that are read for the sake of manifests. Nobody has named them: what leads out of the
 * repository, is no ordinary file, or is ignored by git is not there. Each is read once, as long as this lives; beside
 * an editor again when it has changed.
 */
export class RepositoryFiles {
  readonly #cwd: string;
  readonly #bounds: Bounds;
  readonly #onRead: (absolute: string) => void;
  readonly #openText: OpenText | undefined;
  readonly #read = new Map<string, Kept<SourceText | undefined>>();
  readonly #listed = new Map<string, Kept<readonly string[]>>();
  readonly #ignored = new Map<string, readonly Patterns[]>();
  readonly #byName = new Map<string, SourceText>();

  /**
   * @param onRead told of every file that is read, so that no report takes its place
   * @param openText given beside an editor: there files change
   */
  constructor(cwd: string, bounds: Bounds, onRead: (absolute: string) => void = () => {}, openText?: OpenText) {
    this.#onRead = onRead;
    this.#openText = openText;
    this.#cwd = cwd;
    this.#bounds = bounds;
  }

  /** The folder that paths around a manifest count from: absolute, with forward slashes. */
  rootOf(absolute: string): string {
    return this.#bounds.rootOf(absolute);
  }

  /**
   * What lies around a manifest.
   * @param beside what configuration files say, the strongest first
   */
  around(absolute: string, beside: readonly CompiledBeside[] = []): FilesAround {
    const root = this.rootOf(absolute);
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
    const kept = this.#read.get(absolute);
    if (kept && !this.#openText) return kept.value;
    const open = this.#openText?.(absolute);
    const stamp = open === undefined ? this.#stampOf(absolute) : '';
    if (kept && kept.open === open && kept.stamp === stamp) return kept.value;
    const read = this.#readText(absolute, open);
    const value = kept?.value?.text === read?.text ? kept?.value : read;
    this.#read.set(absolute, { value, stamp, open });
    if (value) this.#byName.set(value.path, value);
    return value;
  }

  #readText(absolute: string, open: string | undefined): SourceText | undefined {
    if (this.#bounds.isLeftByFound(absolute)) return undefined;
    const content = open === undefined ? decode(readOrdinary(absolute, maxBytes)) : { text: open };
    if (!('text' in content) || content.text.length > maxBytes) return undefined;
    this.#onRead(absolute);
    return new SourceText(displayPath(absolute, this.#cwd), content.text.slice(markBefore(content.text).length));
  }

  #listOnce(absolute: string, root: string): readonly string[] {
    const kept = this.#listed.get(absolute);
    const stamp = this.#stampOf(absolute);
    if (kept?.stamp === stamp) return kept.value;
    const names = this.#bounds.isLeftByFound(join(absolute, 'any')) ? [] : this.#list(absolute, root);
    const value = kept?.value.join('/') === names.join('/') ? kept!.value : names;
    this.#listed.set(absolute, { value, stamp });
    return value;
  }

  /** Another one for each version of what lies there; always the same in a run, for which nothing changes. */
  #stampOf(absolute: string): string {
    if (!this.#openText) return '';
    try {
      const { ino, size, mtimeMs } = statSync(absolute);
      return `${ino}:${size}:${mtimeMs}`;
    } catch {
      return 'none';
    }
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
