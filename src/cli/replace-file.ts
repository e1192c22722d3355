import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isNothingThere } from './fault.ts';
import { makeFolder } from './make-folder.ts';
import { undisturbed } from './undisturbed.ts';
import { writeToPipe } from './write-to-pipe.ts';

/**
 * Writes a file whole or not at all, whatever signal comes: beside it, then in its place. Keeps owner and permissions,
 * and follows a symbolic link to what it points at. Where a new file cannot take its place, because it has other names
 * (hard links), lies in a folder that cannot be written or is mounted by itself, it is overwritten where it lies. Pipes
 * and devices are written to. Throws the operating system's error; the old content is then untouched or put back.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const target = followLinks(path);
  const before = ifThere(() => statSync(target));
  if (before === undefined) makeFolder(dirname(target));
  // A folder that can be written would let a file be replaced that is meant not to be.
  else if (before.isFile()) requireWritable(target, before);
  // A pipe may have to wait for its reader, and shall not keep a signal waiting.
  if (before?.isFIFO()) await writeToPipe(target, bytes);
  else if (!isOrdinary(target, before)) writeFileSync(target, bytes);
  else await undisturbed(() => replace(target, bytes, before));
}

/** Root may write to any file; who has made one read-only means root too. */
function requireWritable(target: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) throw Object.assign(new Error('the file is read-only'), { code: 'EACCES' });
  closeSync(openSync(target, 'r+'));
}

function replace(target: string, content: Uint8Array, before: Stats | undefined): void {
  const hasOtherNames = before !== undefined && before.nlink > 1;
  if (hasOtherNames || !putInPlace(target, content, before)) overwrite(target, content);
}

/** Whether there is an ordinary file, or nothing at all: not even a symbolic link to what is not there yet. */
function isOrdinary(target: string, before: Stats | undefined): boolean {
  return before?.isFile() ?? ifThere(() => lstatSync(target)) === undefined;
}

/** What a path leads to, also where nothing is there yet. */
function followLinks(path: string): string {
  return ifThere(() => realpathSync.native(path)) ?? path;
}

/** What is asked of a path; undefined where nothing is there. */
function ifThere<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isNothingThere(error)) return undefined;
    throw error;
  }
}

/** Whether a new file could take the place of the old one. */
function putInPlace(target: string, content: Uint8Array, before: Stats | undefined): boolean {
  const beside = join(dirname(target), `.cloudrun-lint-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
  let descriptor: number;
  try {
    descriptor = openSync(beside, 'wx', before?.mode);
  } catch (error) {
    if (before && isRefusal(error)) return false;
    throw error;
  }
  try {
    try {
      if (before && !makeAlike(descriptor, before)) return false;
      writeAll(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
    return true;
  } catch (error) {
    if (before && isRefusal(error)) return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Gives a new file owner and permissions of the old one, if that is possible. */
function makeAlike(descriptor: number, before: Stats): boolean {
  const { uid, gid } = fstatSync(descriptor);
  try {
    if (uid !== before.uid || gid !== before.gid) fchownSync(descriptor, before.uid, before.gid);
    fchmodSync(descriptor, before.mode);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is the place that was refused, and not the content. */
function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Overwrites a file where it lies, and puts its content back where that fails. */
function overwrite(target: string, content: Uint8Array): void {
  const descriptor = openSync(target, 'r+');
  try {
    const before = readFileSync(descriptor);
    try {
      fill(descriptor, content);
    } catch (error) {
      fill(descriptor, before);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

function fill(descriptor: number, content: Uint8Array): void {
  writeAll(descriptor, content);
  ftruncateSync(descriptor, content.length);
  fsyncSync(descriptor);
}

function writeAll(descriptor: number, content: Uint8Array): void {
  for (let at = 0; at < content.length; ) at += writeSync(descriptor, content, at, content.length - at, at);
}
