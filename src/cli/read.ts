import { readFile } from 'node:fs/promises';
import { describeFault } from './discover.ts';

/** How a file's text is written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file's text, or why it has none. */
export type Content = { readonly text: string; readonly encoding: Encoding } | { readonly problem: string };

/** Reads a file as text. A fault is told in one line, never thrown. */
export async function readText(absolute: string): Promise<Content> {
  try {
    return decode(await readFile(absolute));
  } catch (error) {
    const fault = describeFault(error);
    return { problem: fault === 'none' ? 'the file has gone' : fault };
  }
}

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so. */
export function decode(bytes: Uint8Array): Content {
  const encoding: Encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return { problem: 'neither UTF-8 nor UTF-16 text' };
  }
}

/** Text as the bytes that it was read from, its byte order mark being part of it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
