import { nameProblem } from './file-name.ts';
import type { WebFile } from './messages.ts';

/** What a link carries. */
export interface Shared {
  /** All files in their order; at least one. */
  readonly files: readonly WebFile[];
  /** The configuration, empty where there is none. */
  readonly config: string;
  /** The profile. */
  readonly profile: string;
}

/** How a hash of ours begins; another version is another form. */
const mark = '#v2:';
/** How those began that carry one file: links of then open still. */
const markOfOne = '#v1:';
/** UTF-16 units that a link may carry; longer ones are cut by chats and mails. */
const longest = 30_000;

/** The hash of a link to these files; undefined where it is too long for one. */
export async function toHash({ files, config, profile }: Shared): Promise<string | undefined> {
  const json = JSON.stringify([profile, config, ...files.flatMap(({ path, text }) => [path, text])]);
  if (json.length > longest) return undefined;
  const packed = await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw'));
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return mark + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a hash carries; undefined for none, for a broken one, for another version, and for one that unpacks to too much. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  const isOne = hash.startsWith(markOfOne);
  if (!(isOne || hash.startsWith(mark)) || hash.length > 2 * longest) return undefined;
  try {
    const binary = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw'), 4 * longest));
    const parts: unknown = JSON.parse(json);
    if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
    return isOne ? readOne(parts) : readSeveral(parts);
  } catch {
    return undefined;
  }
}

function readOne(parts: readonly string[]): Shared | undefined {
  const [path, text, config, profile] = parts;
  return parts.length === 4 ? readSeveral([profile!, config!, path!, text!]) : undefined;
}

/** Names are as untrusted as the rest: a link with one that a person could not give is none of ours. */
function readSeveral([profile, config, ...rest]: readonly string[]): Shared | undefined {
  if (profile === undefined || config === undefined || rest.length < 2 || rest.length % 2 === 1) return undefined;
  const files: WebFile[] = [];
  for (let i = 0; i < rest.length; i += 2) {
    const [path, text] = [rest[i]!, rest[i + 1]!];
    if (
      nameProblem(
        path,
        files.map((file) => file.path),
      ) !== ''
    )
      return undefined;
    files.push({ path, text });
  }
  return { files, config, profile };
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
