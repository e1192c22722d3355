import { type Image, parseImage } from '../model/image.ts';
import { products } from './index.ts';
import type { Product } from './product.ts';

/** What an image says of the product in it. */
export interface ImageMatch {
  readonly product: Product;
  /** 1 the makers' reference · 0.9 a mirror of it · 0.8 an unmistakable name · 0.55 a name that others use too. */
  readonly weight: number;
  /** True if it is the makers' image, unchanged: pulled from them or through a mirror. */
  readonly stock: boolean;
}

interface Entry {
  readonly product: Product;
  readonly registry: string | undefined;
  readonly path: string;
  /** The last two components, for mirrors; undefined where the makers' path has but one. */
  readonly tail: string | undefined;
}

const published = new Map<string, Entry[]>();
const unmistakable = new Map<string, Product>();
const ambiguous = new Map<string, Product>();
const prefixes: { readonly prefix: string; readonly product: Product }[] = [];

for (const product of products) {
  for (const reference of product.images) {
    const image = parseImage(reference);
    const path = image.path.join('/');
    // A repository's name in Artifact Registry is its owner's choice, so it tells nothing elsewhere.
    const own = image.registryKind === 'artifact-registry' ? image.publishedPath : image.path;
    const entry: Entry = { product, registry: image.registry, path, tail: tailOf(own) };
    const last = image.path.at(-1) ?? '';
    const known = published.get(last);
    if (known) known.push(entry);
    else published.set(last, [entry]);
  }
  for (const name of product.unmistakable ?? []) {
    if (name.endsWith('*')) prefixes.push({ prefix: name.slice(0, -1), product });
    else unmistakable.set(name, product);
  }
  for (const name of product.ambiguous ?? []) ambiguous.set(name, product);
}

/** The product in an image, by its reference alone; undefined where nothing is known by that name. */
export function matchImage(image: Image): ImageMatch | undefined {
  const last = image.path.at(-1);
  if (last === undefined) return undefined;
  return matchPublished(image, last) ?? matchName(last);
}

function matchPublished(image: Image, last: string): ImageMatch | undefined {
  const entries = published.get(last);
  if (!entries) return undefined;
  const registry = image.registry?.replace(/^(?:us|eu|asia)\.gcr\.io$/, 'gcr.io');
  const path = image.path.join('/');
  const upstream = image.publishedPath.join('/');
  const tail = tailOf(image.publishedPath);
  const alone = image.publishedPath.length === 1 && isMirror(image);
  for (const { product, ...entry } of entries) {
    if (entry.registry === registry && entry.path === path) return { product, weight: 1, stock: true };
    if (registry === 'mirror.gcr.io' && entry.registry === 'docker.io' && entry.path === upstream) {
      return { product, weight: 1, stock: true };
    }
  }
  for (const { product, ...entry } of entries) {
    if (entry.tail !== undefined && entry.tail === tail) return { product, weight: 0.9, stock: true };
    if (alone && entry.tail === `library/${last}`) return { product, weight: 0.9, stock: true };
  }
  const wholeTail = tailOf(image.path);
  const copied = entries.find(({ tail }) => tail !== undefined && tail === wholeTail);
  return copied && { product: copied.product, weight: 0.8, stock: false };
}

function matchName(last: string): ImageMatch | undefined {
  const product = unmistakable.get(last) ?? prefixes.find(({ prefix }) => last.startsWith(prefix))?.product;
  if (product) return { product, weight: 0.8, stock: false };
  const shared = ambiguous.get(last);
  return shared && { product: shared, weight: 0.55, stock: false };
}

/** Whether an Artifact Registry repository calls itself a pull-through cache of Docker Hub. */
function isMirror(image: Image): boolean {
  const repository =
    image.registryKind === 'artifact-registry' ? image.path.at(-1 - image.publishedPath.length) : undefined;
  return repository !== undefined && /docker-?hub|mirror|remote|pull-?through/.test(repository);
}

function tailOf(path: Image['path']): string | undefined {
  const [owner, name] = path.slice(-2);
  return owner !== undefined && name !== undefined ? `${owner}/${name}` : undefined;
}
