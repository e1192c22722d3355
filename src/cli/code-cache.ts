import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Many times what V8 makes of our code; no file of more is read. */
const maxBytes = 64_000_000;

/**
 * What V8 made of our code, kept between runs in the user's own cache folder: one file for each version of Node, for
 * nobody else to write. Anything unexpected, such as a folder that cannot be written, means that there is no cache.
 *
 * The engine itself turns away what another version of it wrote, but not what is damaged: so the data stands in the
 * file twice, and counts only if both are the same.
 */
export class CodeCache {
  readonly #folder: string;
  readonly #file: string;
  readonly #build: Buffer;
  /** What an earlier run of the same build kept; undefined where there is nothing. */
  readonly data: Buffer | undefined;

  private constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#file = join(folder, `${process.version}-${process.arch}.bin`);
    this.#build = Buffer.from(build, 'latin1');
    this.data = this.#read();
  }

  /** The cache for a build; undefined where the user or the system has none. */
  static open(build: string, env: Readonly<Record<string, string | undefined>>): CodeCache | undefined {
    if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined;
    const folder = cacheFolder(env);
    return folder === undefined ? undefined : new CodeCache(join(folder, 'cloudrun-lint'), build);
  }

  /** Keeps the data for later runs, if that can be done. */
  save(data: Buffer): void {
    const unfinished = `${this.#file}.${process.pid}-${Date.now().toString(36)}`;
    try {
      makeFolder(this.#folder, 0o700);
      try {
        writeFileSync(unfinished, Buffer.concat([this.#build, data, data]), { mode: 0o600 });
        renameSync(unfinished, this.#file);
      } finally {
        rmSync(unfinished, { force: true });
      }
    } catch {
      // Then every run compiles anew.
    }
  }

  #read(): Buffer | undefined {
    try {
      // What is no file, such as a pipe, is not waited for.
      const descriptor = openSync(this.#file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const stats = fstatSync(descriptor);
        return isOwn(stats) ? readTwice(descriptor, stats.size, this.#build) : undefined;
      } finally {
        closeSync(descriptor);
      }
    } catch {
      return undefined;
    }
  }
}

/** Whether it is a file of this user that nobody else can write, since its content is run as code, and not too large. */
function isOwn(stats: Stats): boolean {
  const isOurs = process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
  return isOurs && stats.isFile() && stats.size < maxBytes;
}

/**
 * What stands twice after a heading; undefined where the heading is another or the copies differ. Of the second copy
 * only a little is held at a time: fresh memory takes longer than the reading.
 */
function readTwice(descriptor: number, size: number, heading: Buffer): Buffer | undefined {
  const length = (size - heading.length) / 2;
  const piece = Buffer.allocUnsafe(32 * 1024);
  const next = (into: Buffer) => into.subarray(0, readSync(descriptor, into));
  if (!(length > 0) || !Number.isInteger(length) || !next(piece.subarray(0, heading.length)).equals(heading))
    return undefined;
  const data = next(Buffer.allocUnsafeSlow(length));
  for (let at = 0; at < length; ) {
    const copy = next(piece);
    if (copy.length === 0 || !copy.equals(data.subarray(at, at + copy.length))) return undefined;
    at += copy.length;
  }
  return data;
}

function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (named && isAbsolute(named)) return named;
  return env.HOME && isAbsolute(env.HOME) ? join(env.HOME, '.cache') : undefined;
}
