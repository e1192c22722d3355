import { lstatSync } from 'node:fs';

/** An operating system's refusal in plain words, without the path. */
export function describeFault(error: unknown): string {
  const { code, message = String(error) } = error as NodeJS.ErrnoException;
  // What Node says of any other: `EAGAIN: resource temporarily unavailable, read '/a/path'`.
  return (code !== undefined && reasons[code]) || message.replace(/^[A-Z][A-Z0-9]*: (.*?), [a-z_]+(?: '.*)?$/s, '$1');
}

/**
 * Why nothing is there by a name. Node.js reads names as UTF-8: bytes that are none become U+FFFD, by which the system
 * finds nothing.
 *
 * @param usual what is told of any other name
 */
export function describeMissing(path: string, usual: string): string {
  return path.includes('\ufffd') ? 'its name is not UTF-8 text, and cannot be used' : usual;
}

/** Whether there is nothing by that name. */
export function isNothingThere(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/**
 * Whether there is something by that name, if only a symbolic link that leads nowhere: a file that was meant to count
 * shall not be passed over in silence.
 */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Whether it is a symbolic link, wherever that leads. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'a symbolic link leads back to itself',
  EISDIR: 'it is a folder',
  EEXIST: 'a file lies where its folder should be',
  ENXIO: 'nothing is behind this device, socket or pipe',
  EFBIG: 'the file would be larger than is allowed',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the device failed',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'another program holds it',
};
