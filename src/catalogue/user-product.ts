import { onceEach } from '../once.ts';
import type { Role } from './product.ts';

/** What a team says of its own images in the configuration file. */
export interface UserProduct {
  /** A glob over the image without tag and digest: `*` stays within a path component, `**` does not. */
  readonly image: string;
  /** The id of a known product that the image is built from. */
  readonly product?: string;
  /** The part that it plays; that of the product where absent. */
  readonly role?: Role;
  /** The ports that it listens on, all of them. */
  readonly ports?: readonly number[];
}

/** Whether the entry speaks of this repository (`host/path`, Docker Hub's host included or left out). */
export function speaksOf(entry: UserProduct, repository: string): boolean {
  const parts = partsOf(entry);
  return fits(parts, repository) || (repository.startsWith('docker.io/') && fits(parts, shortName(repository)));
}

const partsOf = onceEach(({ image }: UserProduct): readonly string[] => image.match(/\*{1,2}\**|[^*]/g) ?? []);

function shortName(repository: string): string {
  return repository.replace(/^docker\.io\/(?:library\/)?/, '');
}

/** No repository's name is longer. */
const longest = 500;

/** Whether stars and characters fit a text: all places in the parts that it may have come to, character by character. */
function fits(parts: readonly string[], text: string): boolean {
  if (text.length > longest) return false;
  let places = new Uint8Array(parts.length + 1);
  places[0] = 1;
  for (const c of text) {
    const next = new Uint8Array(parts.length + 1);
    let isAny = false;
    for (let at = 0; at < parts.length; at++) {
      if (!places[at]) continue;
      const part = parts[at]!;
      const isStar = part.startsWith('*');
      // A star may stand for nothing.
      if (isStar) places[at + 1] = 1;
      if (isStar ? part === '*' && c === '/' : part !== c) continue;
      next[isStar ? at : at + 1] = 1;
      isAny = true;
    }
    if (!isAny) return false;
    places = next;
  }
  let end = parts.length;
  while (end > 0 && !places[end] && parts[end - 1]!.startsWith('*')) end--;
  return places[end] === 1;
}
