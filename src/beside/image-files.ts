import { globTest } from '../text/glob.ts';
import { baseName, isWithin } from '../text/path.ts';
import type { Copy, ImageBuild, Run } from './dockerfile/image-build.ts';
import type { ConfigFile } from './facts.ts';
import type { BoundedFiles } from './files.ts';
import { pathIn } from './files.ts';
import { isOperator, shellWords } from './shell-words.ts';
import type { TextAt } from './text-at.ts';

/** No folder with more files is copied as far as we follow. */
const mostCopied = 20;

/** Commands that change no file's content, whatever path they name. */
const harmless: ReadonlySet<string> = new Set([
  'chown',
  'chmod',
  'chgrp',
  'mkdir',
  'touch',
  'ls',
  'cat',
  'test',
  'nginx',
  'echo',
]);

/** The files of an image that lie in some folders, as far as its Dockerfile says. */
export class ImageFiles {
  /** What the Dockerfile puts there, by its absolute path. */
  readonly copied: ReadonlyMap<string, ConfigFile>;
  /** What it takes away from the image below. */
  readonly removed: ReadonlySet<string>;
  readonly #copied = new Map<string, ConfigFile>();
  readonly #removed = new Set<string>();
  readonly #unknown = new Set<string>();
  readonly #files: BoundedFiles;
  readonly #isWritten: (path: string) => boolean;
  readonly #contexts: readonly string[];
  readonly #folders: readonly string[];

  /**
   * @param folders absolute: what is looked at, and what a copy without a slash at its end goes into
   * @param isWritten whether a command may write a file before it is copied
   * @param brought files that get there otherwise, in place of what the image has
   */
  constructor(
    build: ImageBuild,
    files: BoundedFiles,
    contexts: readonly string[],
    folders: readonly string[],
    isWritten: (path: string) => boolean,
    brought: readonly ConfigFile[] = [],
  ) {
    this.#isWritten = isWritten;
    this.#files = files;
    this.#contexts = contexts;
    this.#folders = folders;
    this.copied = this.#copied;
    this.removed = this.#removed;
    for (const step of [...build.copies, ...build.runs].sort((a, b) => a.step - b.step)) {
      if ('text' in step) this.#run(step);
      else this.#copy(step);
    }
    for (const file of brought) {
      if (isFilledIn(file.source.text)) {
        this.#unknown.add(file.at);
        continue;
      }
      this.#copied.set(file.at, file);
      for (const changed of [...this.#unknown]) if (changed === file.at) this.#unknown.delete(changed);
    }
  }

  /** Whether something that we cannot follow may have written a file, or one in a folder. */
  mayDiffer(path: string): boolean {
    return [...this.#unknown].some((changed) => isWithin(path, changed) || isWithin(changed, path));
  }

  #copy({ sources, target, fromElsewhere }: Copy): void {
    if (target === undefined || !this.#concerns(target)) return;
    if (fromElsewhere) {
      this.#unknown.add(folderlike(target));
      return;
    }
    for (const source of sources) this.#copySource(source, target);
  }

  #copySource(source: TextAt, target: string): void {
    const found = this.#find(source.text);
    const isFolder = target.endsWith('/') || this.#folders.includes(target);
    const to = folderlike(target);
    if (!found) this.#unknown.add(isFolder ? `${to}/${baseName(source.text)}` : to);
    else if (found.isFolder) this.#copyFolder(found.path, to, source, 0);
    else if (found.matches) {
      for (const path of found.matches) this.#put(`${to}/${baseName(path)}`, path, source);
    } else this.#put(isFolder ? `${to}/${baseName(found.path)}` : to, found.path, source);
  }

  #copyFolder(path: string, to: string, by: TextAt, depth: number): void {
    const names = this.#files.list(path);
    if (names.length > mostCopied || depth > 3) {
      this.#unknown.add(to);
      return;
    }
    for (const name of names) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (name.endsWith('/')) this.#copyFolder(inside.slice(0, -1), `${to}/${name.slice(0, -1)}`, by, depth + 1);
      else this.#put(`${to}/${name}`, inside, by);
    }
  }

  #put(at: string, path: string, by: TextAt): void {
    if (!this.#folders.some((folder) => isWithin(at, folder))) return;
    const source = this.#files.read(path);
    this.#removed.delete(at);
    if (source && !this.#isWritten(path) && !isFilledIn(source.text))
      this.#copied.set(at, { at, source, because: `COPY, line ${by.source.position(by.span.start).line}` });
    else this.#unknown.add(at);
  }

  /** What a source means below the build contexts; undefined where that is nothing, or not the same in all of them. */
  #find(text: string): { path: string; isFolder: boolean; matches?: readonly string[] } | undefined {
    const found = new Map<string, { path: string; isFolder: boolean; matches?: readonly string[] }>();
    for (const context of this.#contexts) {
      const path = pathIn(context, text.replace(/^\/+/, ''));
      if (path === undefined || /[$]/.test(path)) continue;
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      const name = baseName(path);
      const names = this.#files.list(folder);
      if (path === '' || names.includes(`${name}/`)) found.set(path, { path, isFolder: true });
      else if (names.includes(name)) found.set(path, { path, isFolder: false });
      else if (name.includes('*') && !/[[\]?]/.test(name)) {
        const isMeant = globTest(name);
        const matches = names.filter((other) => !other.endsWith('/') && isMeant(other));
        if (matches.length > 0 && matches.length <= mostCopied) {
          found.set(path, {
            path,
            isFolder: false,
            matches: matches.map((other) => (folder === '' ? other : `${folder}/${other}`)),
          });
        }
      }
    }
    const [only, other] = found.values();
    return other ? undefined : only;
  }

  #run({ text }: Run): void {
    let command: string[] = [];
    for (const word of [...shellWords(text), { text: ';', start: 0, end: 0, inner: 0 }]) {
      if (!isOperator(word)) command.push(word.text);
      else {
        this.#runCommand(command);
        command = [];
      }
    }
  }

  #runCommand([program = '', ...words]: readonly string[]): void {
    const all = words.join(' ');
    const named = this.#folders.filter((folder) => all.includes(folder));
    if (named.length === 0) return;
    if (baseName(program) === 'rm') {
      for (const word of words) if (word.startsWith('/')) this.#remove(word);
    } else if (!harmless.has(baseName(program)) || all.includes('>'))
      for (const folder of named) this.#unknown.add(folder);
  }

  #remove(path: string): void {
    const bare = folderlike(path.replace(/\/\*$/, '/'));
    this.#removed.add(bare);
    for (const at of this.#copied.keys()) if (isWithin(at, bare)) this.#copied.delete(at);
  }

  /** Whether a copy to a place may bring something into the folders. */
  #concerns(target: string): boolean {
    const place = folderlike(target);
    return this.#folders.some(
      (folder) => isWithin(place, folder) || isWithin(folder, place === '' ? '/' : place) || place === '',
    );
  }
}

/** Whether a text is one that a tool makes another of: what stands there now is in no language. */
function isFilledIn(text: string): boolean {
  return /\{\{|<%|%\{ ?(?:if|for)\b/.test(text);
}

function folderlike(path: string): string {
  return path.replace(/(?<!\/)\/+$/, '');
}
