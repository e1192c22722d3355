import { type Image, tailOf } from '../model/image.ts';
import { productById } from './by-id.ts';
import type { RecognisedProduct } from './product.ts';
import { ambiguous, published, unmistakable, unmistakablePrefixes } from './tables.ts';

/** What an image says of the product in it. */
export interface ImageMatch {
  /** The product that goes by the image's name. */
  readonly product: RecognisedProduct;
  /** 1 the makers' reference · 0.9 a mirror of it · 0.8 an unmistakable name · 0.55 a name that others use too. */
  readonly weight: number;
  /** True if it is the makers' image, unchanged: pulled from them or through a mirror. */
  readonly stock: boolean;
}

const byLast = new Map(published);
const byName = new Map(unmistakable);
const bySharedName = new Map(ambiguous);

/** What a name weighs that people also give to images of their own. */
export const sharedNameWeight = 0.55;

/** The product in an image, by its reference alone; undefined where nothing is known by that name. */
export function matchImage(image: Image): ImageMatch | undefined {
  const last = image.path.at(-1);
  if (last === undefined) return undefined;
  return matchPublished(image, last) ?? matchName(last);
}

function matchPublished(image: Image, last: string): ImageMatch | undefined {
  const entries = byLast.get(last);
  if (!entries) return undefined;
  const registry = image.registry?.replace(/^(?:us|eu|asia)\.gcr\.io$/, 'gcr.io');
  const path = image.path.join('/');
  const upstream = image.publishedPath.join('/');
  const tail = tailOf(image.publishedPath);
  const alone = image.publishedPath.length === 1 && isMirror(image);
  for (const { id, ...entry } of entries) {
    if (entry.registry === registry && entry.path === path) return found(id, 1, true);
    if (registry === 'mirror.gcr.io' && entry.registry === 'docker.io' && entry.path === upstream) {
      return found(id, 1, true);
    }
  }
  for (const { id, ...entry } of entries) {
    if (entry.tail !== undefined && entry.tail === tail) return found(id, 0.9, true);
    if (alone && entry.tail === `library/${last}`) return found(id, 0.9, true);
  }
  const wholeTail = tailOf(image.path);
  return found(entries.find(({ tail }) => tail !== undefined && tail === wholeTail)?.id, 0.8, false);
}

function matchName(last: string): ImageMatch | undefined {
  const id = byName.get(last) ?? unmistakablePrefixes.find(([prefix]) => last.startsWith(prefix))?.[1];
  return found(id, 0.8, false) ?? found(bySharedName.get(last), sharedNameWeight, false);
}

function found(id: string | undefined, weight: number, stock: boolean): ImageMatch | undefined {
  const product = id === undefined ? undefined : productById(id);
  return product && { product, weight, stock };
}

/** Whether an Artifact Registry repository calls itself a pull-through cache of Docker Hub. */
function isMirror(image: Image): boolean {
  const repository =
    image.registryKind === 'artifact-registry' ? image.path.at(-1 - image.publishedPath.length) : undefined;
  return repository !== undefined && /docker-?hub|mirror|remote|pull-?through/.test(repository);
}
