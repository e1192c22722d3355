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

/** Whether stars and characters fit a text: all places in the parts that it may have come to, character by character. */
function fits(parts: readonly string[], text: string): boolean {
  let places = behindStars(parts, [0]);
  for (const c of text) {
    const next: number[] = [];
    for (const place of places) {
      const part = parts[place];
      if (part === c) next.push(place + 1);
      else if (part?.startsWith('*') && (part !== '*' || c !== '/')) next.push(place);
    }
    places = behindStars(parts, next);
    if (places.length === 0) return false;
  }
  return places.includes(parts.length);
}

/** The places, in order and each once, with those behind stars, which may stand for nothing. */
function behindStars(parts: readonly string[], places: readonly number[]): readonly number[] {
  const all = new Set<number>();
  for (const from of places) {
    for (let place = from; !all.has(place); place++) {
      all.add(place);
      if (!parts[place]?.startsWith('*')) break;
    }
  }
  return [...all];
}
