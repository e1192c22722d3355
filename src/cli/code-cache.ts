import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    const bytes = readOwnFile(this.#file);
    const build = this.#build.length;
    if (!bytes?.subarray(0, build).equals(this.#build)) return undefined;
    const middle = (bytes.length + build) / 2;
    const data = bytes.subarray(build, middle);
    return Number.isInteger(middle) && data.equals(bytes.subarray(middle)) ? data : undefined;
  }
}

/** The bytes of a file that belongs to this user; undefined for any other, since its content is run as code. */
function readOwnFile(file: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    // What is no file, such as a pipe, is not waited for.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    const isOwn = process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
    return isOwn && stats.isFile() && stats.size < maxBytes ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (named && isAbsolute(named)) return named;
  return env.HOME && isAbsolute(env.HOME) ? join(env.HOME, '.cache') : undefined;
}
