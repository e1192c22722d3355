import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { isWithin } from '../text/path.ts';
import { isFolder, makeFolder } from './make-folder.ts';
import { withForwardSlashes } from './paths.ts';

/** Many times what V8 makes of our code; no file of more is read. */
const maxBytes = 64_000_000;

/**
 * What V8 made of our code, kept between runs in the user's own cache folder: one file for each version of Node, for
 * nobody else to read or write. Anything unexpected, such as a folder that cannot be written, means that there is no
 * cache. Its content is run, so nothing counts that another user or a repository could have put there: the folder and
 * the file are this user's alone, no symbolic link leads to them, and they lie in no working copy.
 *
 * The engine itself turns away what another version of it wrote, but not what was made of other code of the same
 * length, nor what is damaged: so the code itself stands in the file, and the data twice, and they count only if all
 * is the same.
 */
export class CodeCache {
  readonly #folder: string;
  readonly #file: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, `${process.version}-${process.arch}.bin`);
  }

  /** The cache; undefined where the user or the system wants none, as on build servers, which would never read it. */
  static open(env: Readonly<Record<string, string | undefined>>): CodeCache | undefined {
    if (env.CI || env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined;
    const above = cacheFolder(env);
    if (above === undefined) return undefined;
    const folder = join(above, 'cloudrun-lint');
    return isOfWorkingCopy(folder) ? undefined : new CodeCache(folder);
  }

  /** What an earlier run kept of this very code; undefined where there is nothing. */
  dataOf(code: Buffer): Buffer | undefined {
    try {
      if (!isOurFolder(this.#folder)) return undefined;
      // What is no file, such as a pipe, is not waited for.
      const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
      const descriptor = openSync(this.#file, flags);
      try {
        const stats = fstatSync(descriptor);
        return isOurs(stats) && stats.isFile() ? readTwice(descriptor, stats.size, code) : undefined;
      } finally {
        closeSync(descriptor);
      }
    } catch {
      return undefined;
    }
  }

  /** Keeps what was made of the code for later runs, if that can be done. */
  save(code: Buffer, data: Buffer): void {
    const unfinished = `${this.#file}.${process.pid}-${Date.now().toString(36)}`;
    try {
      if (!hasHome(dirname(this.#folder))) return;
      makeFolder(this.#folder, 0o700);
      if (!isOurFolder(this.#folder)) return;
      try {
        writeFileSync(unfinished, Buffer.concat([code, data, data]), { mode: 0o600, flag: 'wx' });
        renameSync(unfinished, this.#file);
      } finally {
        rmSync(unfinished, { force: true });
      }
    } catch {
      // Then every run compiles anew.
    }
  }
}

/** Whether it is this user's, and for nobody else. Windows has other permissions: there the folder is the user's own. */
function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
}

function isOurFolder(folder: string): boolean {
  const stats = lstatSync(folder);
  return stats.isDirectory() && isOurs(stats);
}

/**
 * Whether a cache folder, or the home that it is to be made in, is there and this user's. A home that is not there is
 * meant to be missing, as that of a user who only runs a service is: even root makes none.
 */
function hasHome(cache: string): boolean {
  const home = isFolder(cache) ? cache : dirname(cache);
  const stats = statSync(home);
  return stats.isDirectory() && (process.getuid === undefined || stats.uid === process.getuid());
}

/** Whether a folder, which need not be there, lies below the working directory or in any working copy of git's. */
function isOfWorkingCopy(folder: string): boolean {
  const real = realFolder(folder);
  try {
    if (isWithin(withForwardSlashes(real), withForwardSlashes(process.cwd()))) return true;
  } catch {
    return true;
  }
  for (let above = dirname(real); ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return true;
    if (above === dirname(above)) return false;
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(realFolder(above), basename(folder));
  }
}

/**
 * What stands twice behind the code; undefined where that is another or the copies differ. Of what is compared only a
 * little is held at a time: fresh memory takes longer than the reading.
 */
function readTwice(descriptor: number, size: number, code: Buffer): Buffer | undefined {
  const length = (size - code.length) / 2;
  if (!(length > 0) || !Number.isInteger(length) || size > maxBytes) return undefined;
  const piece = Buffer.allocUnsafe(32 * 1024);
  const next = (into: Buffer) => into.subarray(0, readSync(descriptor, into));
  const follows = (expected: Buffer): boolean => {
    for (let at = 0; at < expected.length; ) {
      const read = next(piece.subarray(0, Math.min(piece.length, expected.length - at)));
      if (read.length === 0 || !read.equals(expected.subarray(at, at + read.length))) return false;
      at += read.length;
    }
    return true;
  };
  if (!follows(code)) return undefined;
  const data = next(Buffer.allocUnsafeSlow(length));
  return follows(data) ? data : undefined;
}

function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (named && isAbsolute(named)) return named;
  return env.HOME && isAbsolute(env.HOME) ? join(env.HOME, '.cache') : undefined;
}
