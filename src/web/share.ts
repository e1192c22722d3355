/** What a link carries. */
export interface Shared {
  /** The name of the file. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
  /** The configuration, empty where there is none. */
  readonly config: string;
  /** The profile. */
  readonly profile: string;
}

/** How a hash of ours begins; another version is another form. */
const mark = '#v1:';
/** UTF-16 units that a link may carry; longer ones are cut by chats and mails. */
const longest = 30_000;

/** The hash of a link to this text; undefined where it is too long for one. */
export async function toHash(shared: Shared): Promise<string | undefined> {
  const { path, text, config, profile } = shared;
  const json = JSON.stringify([path, text, config, profile]);
  if (json.length > longest) return undefined;
  const packed = await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw'));
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return mark + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a hash carries; undefined for none, for a broken one, for another version, and for one that unpacks to too much. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  if (!hash.startsWith(mark) || hash.length > 2 * longest) return undefined;
  try {
    const binary = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw'), 4 * longest));
    const parts: unknown = JSON.parse(json);
    if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const [path, text, config, profile] = parts as [string, string, string, string];
    return { path, text, config, profile };
  } catch {
    return undefined;
  }
}

/** Bytes sent through a stream that packs or unpacks; throws where more than `most` come out. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) throw new RangeError('too long');
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
