import { baseName } from '../text/path.ts';

/** What git notes of every entry before its name, beside the id of its content. */
const FIXED = 42;

/** No system has longer paths, in bytes. */
const LONGEST = 32_768;

/** The lengths of those ids, in bytes: of SHA-1, and of SHA-256. */
const ID_LENGTHS = [20, 32];

/**
 * The names that git's index holds, as it tracks files: from the root of the working copy, with forward slashes. Only
 * those whose last part is wanted. undefined where the bytes are no index that can be read whole.
 *
 * https://git-scm.com/docs/index-format
 */
export function readGitIndex(bytes: Buffer, isWanted: (name: string) => boolean): readonly string[] | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  for (const idLength of ID_LENGTHS) {
    const names = new Entries(bytes, version, idLength).read(isWanted);
    if (names) return names;
  }
  return undefined;
}

/** Reads the entries of one index. */
class Entries {
  readonly #bytes: Buffer;
  readonly #version: number;
  readonly #idLength: number;
  #at = 12;

  constructor(bytes: Buffer, version: number, idLength: number) {
    this.#bytes = bytes;
    this.#version = version;
    this.#idLength = idLength;
  }

  read(isWanted: (name: string) => boolean): readonly string[] | undefined {
    const wanted: string[] = [];
    let name = '';
    for (let left = this.#bytes.readUInt32BE(8); left > 0; left--) {
      const next = this.#next(name);
      if (next === undefined) return undefined;
      name = next;
      if (isWanted(baseName(name))) wanted.push(Buffer.from(name, 'latin1').toString('utf8'));
    }
    return this.#isWhole() ? wanted : undefined;
  }

  /** The name of the next entry, a byte a character; undefined where there is none. */
  #next(previous: string): string | undefined {
    const start = this.#at;
    const flagsAt = start + FIXED - 2 + this.#idLength;
    if (flagsAt + 2 > this.#bytes.length) return undefined;
    const flags = this.#bytes.readUInt16BE(flagsAt);
    this.#at = flagsAt + 2 + ((flags & 0x4000) === 0 ? 0 : 2);
    // In version 4 a name shares its beginning with the one before.
    const shared = this.#version === 4 ? previous.length - this.#number() : 0;
    const end = this.#bytes.indexOf(0, this.#at);
    if (end === -1 || shared < 0) return undefined;
    const name = previous.slice(0, shared) + this.#bytes.toString('latin1', this.#at, end);
    const length = flags & 0xfff;
    if (length < 0xfff ? name.length !== length : name.length < length || name.length > LONGEST) return undefined;
    this.#at = this.#version === 4 ? end + 1 : start + (((end - start) >> 3) + 1) * 8;
    return name;
  }

  /** How many bytes of the name before are not shared: seven bits a byte, the first ones most. */
  #number(): number {
    let byte = this.#bytes[this.#at++] ?? 0;
    let value = byte & 0x7f;
    while ((byte & 0x80) !== 0 && value < 0xffffff) {
      byte = this.#bytes[this.#at++] ?? 0;
      value = ((value + 1) << 7) | (byte & 0x7f);
    }
    return value;
  }

  /** Whether what follows are extensions to the end, and none of them says that most entries stand in another file. */
  #isWhole(): boolean {
    const end = this.#bytes.length - this.#idLength;
    while (this.#at < end) {
      if (this.#at + 8 > end || this.#bytes.toString('latin1', this.#at, this.#at + 4) === 'link') return false;
      this.#at += 8 + this.#bytes.readUInt32BE(this.#at + 4);
    }
    return this.#at === end;
  }
}
