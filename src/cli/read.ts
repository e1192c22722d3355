import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { terraformWords } from '../dialect/terraform/words.ts';
import { mayHoldV2 } from '../dialect/v2/words.ts';
import { describeFault, describeMissing, isNothingThere } from './fault.ts';

/** How a file's text is written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Why a file has no text, in words. */
export interface Unread {
  /** A clause without the path: `permission denied`. */
  readonly problem: string;
}

/** A file's text, or why it has none. */
export type Content = { readonly text: string; readonly encoding: Encoding } | Unread;

/** No file of more bytes is read: it would take four of them for each of the characters that are linted at most. */
export const maxBytes = 16_000_000;

/** What is told of a file with more bytes than are read. */
export function tooLarge(limit = maxBytes): Unread {
  return { problem: `it is larger than ${limit / 1_000_000} MB` };
}

/** What is told where there is nothing by a name, or no longer. */
export const gone: Unread = { problem: 'the file has gone' };

/** What is told of a pipe, a socket or a device in the place of a file. */
const notOrdinary: Unread = { problem: 'it is not an ordinary file' };

/** Where most files are read to, one over the other, so that many of them leave no garbage behind. */
const scratch = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * Reads a file. A fault is told in one line, never thrown. What it gives holds until the next call. Reading at once is
 * several times as fast as doing so in the background, and the files are linted one after another anyway.
 *
 * @param limit in bytes: a file of more is not read
 */
export function readBytes(absolute: string, limit = maxBytes): Buffer | Unread {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolute, 'r');
    const first = fill(scratch, descriptor);
    if (first.length < scratch.length) return first;
    const stats = fstatSync(descriptor);
    if (stats.size > limit) return tooLarge(limit);
    const rest = fill(Buffer.allocUnsafe(stats.isFile() ? stats.size : limit), descriptor);
    return first.length + rest.length > limit ? tooLarge(limit) : Buffer.concat([first, rest]);
  } catch (error) {
    return whyUnread(absolute, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Reads a file that nobody has named, such as a configuration file that lies there: unlike one that is named it may be
 * no pipe, for which nobody would know what the run is waiting for.
 */
export function readOrdinary(absolute: string, limit = maxBytes): Buffer | Unread {
  try {
    const stats = statSync(absolute);
    return stats.isFile() || stats.isDirectory() ? readBytes(absolute, limit) : notOrdinary;
  } catch (error) {
    return whyUnread(absolute, error);
  }
}

function whyUnread(absolute: string, error: unknown): Unread {
  if (!isNothingThere(error)) return { problem: describeFault(error) };
  const problem = describeMissing(absolute, gone.problem);
  return problem === gone.problem ? gone : { problem };
}

/**
 * What an ordinary file begins with, a byte a character; "" for what is none or cannot be read.
 *
 * @param length in bytes
 */
export function readBeginning(absolute: string, length: number): string {
  let descriptor: number | undefined;
  try {
    if (!statSync(absolute).isFile()) return '';
    descriptor = openSync(absolute, 'r');
    return fill(Buffer.alloc(length), descriptor).toString('latin1');
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** As much of a file, or of what comes out of a pipe, as the buffer holds. */
function fill(buffer: Buffer, descriptor: number): Buffer {
  let length = 0;
  while (length < buffer.length) {
    const more = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (more === 0) break;
    length += more;
  }
  return buffer.subarray(0, length);
}

const markers = ['serving.knative.dev/', 'run.googleapis.com/', ...terraformWords];

/** Whether bytes may hold something of Cloud Run: as `mayConcernUs` of their text, which need not be made. */
export function mayHoldCloudRun(bytes: Buffer): boolean {
  const order = utf32OrderOf(bytes);
  if (!order && encodingOf(bytes) !== 'utf-8') return true;
  const includes = (word: string): boolean => bytes.includes(order ? asUtf32(word, order) : word);
  return markers.some(includes) || mayHoldV2(includes);
}

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so. What could not be read stays so. */
export function decode(bytes: Uint8Array | Unread): Content {
  if ('problem' in bytes) return bytes;
  if (utf32OrderOf(bytes)) return { problem: 'it is UTF-32 text, and only UTF-8 and UTF-16 are read' };
  const encoding = encodingOf(bytes);
  try {
    return { text: encoding === 'utf-8' ? utf8(bytes) : utf16(bytes, encoding), encoding };
  } catch {
    return { problem: 'it is neither UTF-8 nor UTF-16 text' };
  }
}

/** The same as a `TextDecoder` would give, without the time that it takes to make one. */
function utf8(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new TypeError();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

function utf16(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Which end of its characters UTF-32 begins with, told by a byte order mark or a first letter; undefined for others. */
function utf32OrderOf(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (c === 0 && d === 0 && (a === 0xff ? b === 0xfe : a > 8 && b === 0)) return 'little';
  return a === 0 && b === 0 && (d === 0xff ? c === 0xfe : d > 8 && c === 0) ? 'big' : undefined;
}

function asUtf32(text: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.alloc(text.length * 4);
  for (let at = 0; at < text.length; at++) {
    if (order === 'little') bytes.writeUInt32LE(text.charCodeAt(at), at * 4);
    else bytes.writeUInt32BE(text.charCodeAt(at), at * 4);
  }
  return bytes;
}

/** Text as the bytes that it was read from, its byte order mark being part of it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
